using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead proposes that the agreement's uplift rule is varied from a day to come; nothing changes until a second person agrees it.</summary>
public sealed class ProposeUpliftRule(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, UpliftTerms terms, UpliftVariation variation, CancellationToken stop = default)
    {
        (Framework framework, UpliftRule rule) = await db.LoadUpliftRuleToChange(actor, reference, stop);
        framework.MustStillRunOn(variation.From);
        DateTimeOffset now = clock.GetUtcNow();
        rule.Propose(actor, terms, variation, now);
        string link = $"/frameworks/{Uri.EscapeDataString(framework.Ref)}/uplifts";
        string body = $"{actor.Name} proposes from {LondonTime.Day(variation.From)}: {terms.InWords} Agreed by: {variation.Agreed.Trim()}. Read the variation, then agree the change or refuse it with the reason. Until somebody does, nothing changes.";
        foreach ((OrganisationId runs, Role role) in new[] { (framework.Lead, Role.Commissioner), (framework.Cooperative, Role.RccCommissioner) })
        {
            db.Add(Message.ToOrganisation(runs, role, $"Agree a change of the uplift rule of {framework.Ref}", body, link, now, $"framework/{framework.Ref}/uplift-proposal/{rule.Changes.Count}/{now.UtcTicks}/{role}"));
        }

        await db.Save(actor, stop);
    }
}
