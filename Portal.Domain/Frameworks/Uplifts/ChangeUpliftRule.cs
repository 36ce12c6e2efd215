using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead records that the agreement's uplift rule is varied from a day to come; every provider on it and every authority of its board is told.</summary>
public sealed class ChangeUpliftRule(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, UpliftTerms terms, UpliftVariation variation, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        if (framework.Stage == FrameworkStage.Expired || variation.From > framework.EndsOn)
        {
            throw new RuleBroken("FRAMEWORK_TERM", $"The rule changes only within the framework’s term, to {LondonTime.Day(framework.EndsOn)}.", "A8-11", "From");
        }

        UpliftRule rule = await db.UpliftRules.SingleOrDefaultAsync(r => r.Framework == framework.Id, stop) ?? throw new RuleBroken("NO_RULE", "Record the uplift rule of the framework’s terms first.", "care-sector §1.3");
        DateTimeOffset now = clock.GetUtcNow();
        rule.Change(actor, terms, variation, now);
        await Tell(framework, rule.Changes[^1], now, stop);
        await db.Save(actor, stop);
    }

    private async Task Tell(Framework framework, UpliftChange change, DateTimeOffset now, CancellationToken stop)
    {
        string subject = $"Prices on {framework.Ref} rise by another rule from {LondonTime.Day(change.From)}";
        string body = $"{change.Terms.InWords} Why: {change.Reason} Agreed by: {change.Variation}. Recorded by {change.ByName}. Uplifts asked for before keep the rule that they were asked under.";
        string link = $"/frameworks/{Uri.EscapeDataString(framework.Ref)}/uplifts";
        string key = $"framework/{framework.Ref}/uplift-rule/{change.From:yyyy-MM-dd}";
        List<OrganisationId> providers = await db.Admissions.Where(a => a.Framework == framework.Id && a.Status != AdmissionStatus.Left).Select(a => a.Provider).Distinct().ToListAsync(stop);
        List<OrganisationId> board = await db.BoardOf(framework.Id, LondonTime.DateOf(now), stop);
        db.AddRange(providers.Select(p => Message.ToOrganisation(p, Role.ProviderBidder, subject, body, link, now, $"{key}/{p.Value}")));
        db.AddRange(board.Select(a => Message.ToOrganisation(a, Role.Commissioner, subject, body, link, now, $"{key}/{a.Value}")));
    }
}
