using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Referrals;
using Portal.Web.Furniture;

namespace Portal.Web.Referrals;

/// <summary>A provider's inbox: the referrals it was sent, those still open first.</summary>
[Authorize(Policies.Providers)]
[Route("/referrals/inbox")]
public sealed class ReferralInboxController(PortalDb db, TimeProvider clock) : PageController
{
    private const int Most = 200;

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel)
    {
        List<Referral> referrals = await db.Referrals.AsNoTracking()
            .Where(r => r.Recipients.Any(x => x.Provider == Actor.Organisation))
            .OrderByDescending(r => r.SentAt).Take(Most).ToListAsync(cancel);
        DateTimeOffset now = clock.GetUtcNow();
        return View(new ReferralInboxPage(
        [
            .. referrals
                .Select(r => new InboxRow(r, r.TakesAnswers(now), r.Recipients.First(x => x.Provider == Actor.Organisation).AnsweredAt))
                .OrderByDescending(r => r.Open).ThenBy(r => r.Open ? r.Referral.WindowClosesAt.UtcTicks : -r.Referral.WindowClosesAt.UtcTicks),
        ]));
    }
}

/// <summary>One referral as the provider sees it.</summary>
public sealed record InboxRow(Referral Referral, bool Open, DateTimeOffset? AnsweredAt)
{
    public string Status => Referral.Stage == ReferralStage.Withdrawn ? "Withdrawn" : AnsweredAt is not null ? "Answered" : Open ? "New" : "Closed";
}

/// <summary>The inbox.</summary>
public sealed record ReferralInboxPage(IReadOnlyList<InboxRow> Rows);
