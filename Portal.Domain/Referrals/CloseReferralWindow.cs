using Portal.Domain.Kernel;

namespace Portal.Domain.Referrals;

/// <summary>Ends a referral's response window before its time, with a reason.</summary>
public sealed class CloseReferralWindow(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string referralRef, string reason, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferral(actor, referralRef, cancel);
        referral.CloseWindow(actor, reason, clock.GetUtcNow());
        await db.Save(actor, cancel);
    }
}
