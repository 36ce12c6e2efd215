using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>Says no to proposed rules of the gate, or takes one's own proposal back; the day they were for is free again, and who proposed or approved them is told.</summary>
public sealed class RefuseGateRules(PortalDb db, TimeProvider clock)
{
    private const int MostOfReason = 3000;

    public async Task Execute(Actor actor, GateRuleSetId id, string reason, CancellationToken cancel)
    {
        actor.MustBe(Role.RccCommissioner, Role.Director, Role.Legal);
        GateRuleSet rules = await db.Set<GateRuleSet>().SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new NotFound("The rule set");
        rules.Refuse(actor, reason);
        DateTimeOffset now = clock.GetUtcNow();
        db.AddRange(new[] { rules.ProposedBy, rules.FirstApprovedBy }.OfType<PersonId>().Where(p => p != actor.Person).Distinct().Select(p => Refused(p, rules, actor, reason.Trim(), now)));
        await db.Save(actor, cancel);
    }

    private static Message Refused(PersonId person, GateRuleSet rules, Actor by, string reason, DateTimeOffset now) => Message.ToPerson(
        person,
        $"Gate rules {rules.Name} are refused",
        $"{by.Name} refused them: {(reason.Length > MostOfReason ? $"{reason[..MostOfReason]}…" : reason)} Their day, {Law.LondonTime.Day(rules.EffectiveFrom)}, is free for another proposal.",
        "/gate/rules",
        now,
        $"gateRules/{rules.Name}/refused/{person.Value}");
}
