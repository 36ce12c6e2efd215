using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>Proposes a new version of the gate's rules. A day has one rule set: a second for it waits until the first is refused or taken back, so that nobody has to ask which of two was in force.</summary>
public sealed class ProposeGateRules(PortalDb db, TimeProvider clock)
{
    public async Task<GateRuleSet> Execute(Actor actor, GateTerms terms, string legalBasis, DateOnly effectiveFrom, string reason, CancellationToken cancel)
    {
        actor.MustBe(Role.RccCommissioner, Role.Director, Role.Legal);
        List<GateRuleSet> ofTheDay = await db.Set<GateRuleSet>().Where(r => r.EffectiveFrom == effectiveFrom).ToListAsync(cancel);
        if (ofTheDay.Find(r => r.Stage is RuleSetStage.Proposed or RuleSetStage.Approved) is { } other)
        {
            throw DayTaken(other.Name, effectiveFrom, other.Stage == RuleSetStage.Approved
                ? "They are approved; what is to replace them takes effect on a later day, unless they are taken back before theirs."
                : "They are only proposed: if they are wrong, refuse them first, or choose another day.");
        }

        string name = string.Create(CultureInfo.InvariantCulture, $"gate/{effectiveFrom:yyyy-MM-dd}{(ofTheDay.Count == 0 ? "" : $".{ofTheDay.Count + 1}")}");
        GateRuleSet proposed = GateRuleSet.Propose(actor, new GateRules(name, legalBasis, effectiveFrom, terms), reason, LondonTime.DateOf(clock.GetUtcNow()));
        db.Add(proposed);
        try
        {
            await db.Save(actor, cancel);
        }
        catch (DbUpdateException)
        {
            // The name is unique: of two proposals at the same moment for one day the other came first. What else may have failed is no clash.
            if (!await db.Set<GateRuleSet>().AsNoTracking().AnyAsync(r => r.Name == name, cancel))
            {
                throw;
            }

            throw DayTaken(name, effectiveFrom, "Somebody proposed them at this moment. Read them first.");
        }

        return proposed;
    }

    private static RuleBroken DayTaken(string name, DateOnly day, string next) =>
        new("RULES_TWICE", $"Rules {name} are to take effect on {LondonTime.Day(day)} already, and a day has one rule set. {next}", field: "EffectiveFrom");
}
