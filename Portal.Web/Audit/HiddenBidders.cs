using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Domain.Tenders;

namespace Portal.Web.Audit;

/// <summary>Who bids, asks or offers is nobody's to read before the opening (D1-02): which entries of the log would say so today.</summary>
public sealed class HiddenBidders(PortalDb db)
{
    private static readonly TenderStage[] Unopened = [TenderStage.Drafting, TenderStage.Requesting, TenderStage.Open, TenderStage.Closed];
    private static readonly ReferralStage[] Undecided = [ReferralStage.Sent, ReferralStage.WindowClosed];

    /// <summary>Whether the tender's bids are still unopened.</summary>
    public static bool Of(Tender tender)
    {
        ArgumentNullException.ThrowIfNull(tender);
        return Unopened.Contains(tender.Stage);
    }

    /// <summary>What the entries of this bundle would give away: references of unopened tenders and undecided referrals in which a provider has acted.</summary>
    public async Task<IReadOnlyList<string>> In(TilePath bundle, CancellationToken cancel)
    {
        long first = bundle.Index * TilePath.FullWidth;
        IQueryable<OrganisationId> providers = db.Organisations.Where(o => o.Kind == OrganisationKind.Provider || o.Kind == OrganisationKind.OwnProvider).Select(o => o.Id);
        List<string> subjects = await db.LogEntries.AsNoTracking()
            .Where(e => e.Index >= first && e.Index < first + bundle.Width && providers.Contains(e.Organisation)).Select(e => e.Subject).Distinct().ToListAsync(cancel);
        string[] tenders = References(subjects, "tender", "bid");
        string[] referrals = References(subjects, "referral");
        return
        [
            .. await db.Tenders.Where(t => tenders.Contains(t.Ref) && Unopened.Contains(t.Stage)).Select(t => t.Ref).ToListAsync(cancel),
            .. await db.Referrals.Where(r => referrals.Contains(r.Ref) && Undecided.Contains(r.Stage)).Select(r => r.Ref).ToListAsync(cancel),
        ];
    }

    private static string[] References(IEnumerable<string> subjects, params string[] about) =>
        [.. subjects.Select(s => s.Split('/')).Where(p => p.Length > 1 && about.Contains(p[0])).Select(p => p[1]).Distinct()];
}
