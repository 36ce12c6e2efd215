using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Referrals;

/// <summary>The portal notes that a referral's response window has passed, or that every provider has answered; calling it again does nothing.</summary>
public sealed class LetWindowPass(PortalDb db, TimeProvider clock)
{
    public async Task Execute(string referralRef, CancellationToken cancel)
    {
        Referral referral = await db.Referrals.Include(r => r.Recipients).SingleAsync(r => r.Ref == referralRef, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        if (referral.Stage == ReferralStage.Sent && referral.IsWindowClosed(now))
        {
            referral.CloseWindow(Actor.Portal, now >= referral.WindowClosesAt ? "The response window has passed." : "Every provider has answered.", now);
            await db.Save(Actor.Portal, cancel);
        }
    }
}
