using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>Proposes, before their day, that approved rules of the gate are taken back; who proposed and approved them is told.</summary>
public sealed class TakeBackGateRules(PortalDb db, TimeProvider clock)
{
    private const int MostOfReason = 3000;

    public async Task Execute(Actor actor, GateRuleSetId id, string reason, CancellationToken cancel)
    {
        actor.MustBe(Role.RccCommissioner, Role.Director, Role.Legal);
        GateRuleSet rules = await db.Set<GateRuleSet>().SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new NotFound("The rule set");
        DateTimeOffset now = clock.GetUtcNow();
        rules.ProposeTakingBack(actor, reason, LondonTime.DateOf(now));
        string words = reason.Trim();
        string body = $"{actor.Name} proposes it: {(words.Length > MostOfReason ? $"{words[..MostOfReason]}…" : words)} Two other people must agree before {LondonTime.Day(rules.EffectiveFrom)}; if they do not, the rules take effect on that day.";
        db.AddRange(new[] { rules.ProposedBy, rules.FirstApprovedBy, rules.SecondApprovedBy }.OfType<PersonId>().Where(p => p != actor.Person).Distinct()
            .Select(p => Message.ToPerson(p, $"Gate rules {rules.Name} may be taken back", body, "/gate/rules", now, $"gateRules/{rules.Name}/taking-back/{p.Value}")));
        await db.Save(actor, cancel);
    }
}
