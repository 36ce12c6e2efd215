using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>A proposed change of the uplift rule is taken back by who proposed it, or refused by another who runs the framework; the proposer is told.</summary>
public sealed class RefuseUpliftRule(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string reason, CancellationToken stop = default)
    {
        (Framework framework, UpliftRule rule) = await db.LoadUpliftRuleToChange(actor, reference, stop);
        ProposedRule? proposed = rule.Proposal;
        rule.Refuse(actor, reason);
        if (proposed!.By != actor.Person)
        {
            DateTimeOffset now = clock.GetUtcNow();
            db.Add(Message.ToPerson(proposed.By, $"Your change of the uplift rule of {framework.Ref} is refused", $"{actor.Name}: {reason.Trim()} The rule stays as it is.", $"/frameworks/{Uri.EscapeDataString(framework.Ref)}/uplifts", now, $"framework/{framework.Ref}/uplift-proposal/{proposed.At.UtcTicks}/refused"));
        }

        await db.Save(actor, stop);
    }
}
