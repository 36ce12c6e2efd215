using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>A second person who runs the framework agrees a proposed change of its uplift rule; every provider on it and every authority of its board is told.</summary>
public sealed class AgreeUpliftRule(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, CancellationToken stop = default)
    {
        (Framework framework, UpliftRule rule) = await db.LoadUpliftRuleToChange(actor, reference, stop);
        DateTimeOffset now = clock.GetUtcNow();
        UpliftChange change = rule.Agree(actor, now);
        framework.MustStillRunOn(change.From);
        await Tell(framework, rule, change, now, stop);
        await db.Save(actor, stop);
    }

    private async Task Tell(Framework framework, UpliftRule rule, UpliftChange change, DateTimeOffset now, CancellationToken stop)
    {
        bool takenBack = change.Terms == rule.TermsOn(change.From.AddDays(-1));
        string subject = takenBack
            ? $"The rule by which prices on {framework.Ref} rise stays as it is: the change from {LondonTime.Day(change.From)} is taken back"
            : $"Prices on {framework.Ref} rise by another rule from {LondonTime.Day(change.From)}";
        string body = $"{change.Terms.InWords} Why: {change.Reason} Agreed by: {change.Variation}. Proposed by {change.ByName}, agreed by {change.AgreedByName}. Uplifts asked for before keep the rule that they were asked under.";
        string link = $"/frameworks/{Uri.EscapeDataString(framework.Ref)}/uplifts";
        string key = $"framework/{framework.Ref}/uplift-rule/{change.From:yyyy-MM-dd}/{rule.Changes.Count}";
        List<OrganisationId> providers = await db.Admissions.Where(a => a.Framework == framework.Id && a.Status != AdmissionStatus.Left).Select(a => a.Provider).Distinct().ToListAsync(stop);
        List<OrganisationId> board = await db.BoardOf(framework.Id, LondonTime.DateOf(now), stop);
        db.AddRange(providers.Select(p => Message.ToOrganisation(p, Role.ProviderBidder, subject, body, link, now, $"{key}/{p.Value}")));
        db.AddRange(board.Select(a => Message.ToOrganisation(a, Role.Commissioner, subject, body, link, now, $"{key}/{a.Value}")));
    }
}
