using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Referrals;
using Portal.Web.Furniture;

namespace Portal.Web.Referrals;

/// <summary>The authority's referrals, newest first.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/referrals")]
public sealed class ReferralsController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? q, string? after, CancellationToken cancel)
    {
        string search = q?.Trim() ?? "";
        string below = after ?? "~";
        IQueryable<Referral> own = db.Referrals.AsNoTracking().Where(r => r.Authority == Actor.Organisation && (search == "" || r.Ref.Contains(search) || r.ChildReference.Contains(search)));
        DateTimeOffset? before = await own.Where(r => r.Ref == below).Select(r => (DateTimeOffset?)r.SentAt).FirstOrDefaultAsync(cancel);
        List<Referral> rows = await own.Where(r => before == null || r.SentAt < before).OrderByDescending(r => r.SentAt).Take(PageOf.Size + 1).ToListAsync(cancel);
        ReferralId[] ids = [.. rows.Select(r => r.Id)];
        Dictionary<ReferralId, int> offers = await db.Offers.Where(o => ids.Contains(o.Referral)).GroupBy(o => o.Referral).ToDictionaryAsync(g => g.Key, g => g.Count(), cancel);
        DateTimeOffset now = clock.GetUtcNow();
        return View(new ReferralsPage(search, PageOf.From([.. rows.Select(r => new ReferralRow(r, offers.GetValueOrDefault(r.Id), r.IsWindowClosed(now)))], r => r.Referral.Ref)));
    }
}

/// <summary>One referral in the list.</summary>
public sealed record ReferralRow(Referral Referral, int Offers, bool WindowClosed)
{
    public string Status => Referral.Stage switch
    {
        ReferralStage.Placed => "Placed",
        ReferralStage.Withdrawn => "Withdrawn",
        _ => WindowClosed ? "Closed" : "Open",
    };
}

/// <summary>The list and its search.</summary>
public sealed record ReferralsPage(string Search, PageOf<ReferralRow> Referrals);
