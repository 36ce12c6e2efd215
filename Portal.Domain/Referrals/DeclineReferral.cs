using Portal.Domain.Kernel;

namespace Portal.Domain.Referrals;

/// <summary>A provider says that it has no place for a referral, and why.</summary>
public sealed class DeclineReferral(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string referralRef, DeclineReason reason, string? words, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferralSentTo(actor, referralRef, cancel);
        db.Add(Decline.Of(referral, actor.Organisation, reason, words, clock.GetUtcNow()));
        await db.Save(actor, cancel);
    }
}
