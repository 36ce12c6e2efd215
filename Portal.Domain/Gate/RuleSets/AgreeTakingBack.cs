using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.RuleSets;

/// <summary>One of the two agreements by which approved rules of the gate are taken back before their day; with the second their day is free, and everybody who had a hand in them is told.</summary>
public sealed class AgreeTakingBack(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, GateRuleSetId id, CancellationToken cancel)
    {
        actor.MustBe(Role.RccCommissioner, Role.Director, Role.Legal);
        GateRuleSet rules = await db.Set<GateRuleSet>().SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new NotFound("The rule set");
        DateTimeOffset now = clock.GetUtcNow();
        rules.AgreeTakingBack(actor, LondonTime.DateOf(now));
        if (rules.Stage == RuleSetStage.TakenBack)
        {
            PersonId?[] hands = [rules.ProposedBy, rules.FirstApprovedBy, rules.SecondApprovedBy, rules.TakingBackProposedBy, rules.TakingBackFirstAgreedBy];
            db.AddRange(hands.OfType<PersonId>().Where(p => p != actor.Person).Distinct().Select(p => Message.ToPerson(
                p,
                $"Gate rules {rules.Name} are taken back",
                $"They do not take effect on {LondonTime.Day(rules.EffectiveFrom)}; the rules before them hold on, and the day is free for another proposal.",
                "/gate/rules",
                now,
                $"gateRules/{rules.Name}/taken-back/{p.Value}")));
        }

        await db.Save(actor, cancel);
    }
}
