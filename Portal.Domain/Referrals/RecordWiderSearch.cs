using Portal.Domain.Kernel;

namespace Portal.Domain.Referrals;

/// <summary>Records where else the authority searched for a child, beyond the frameworks.</summary>
public sealed class RecordWiderSearch(PortalDb db)
{
    public async Task Execute(Actor actor, string referralRef, string where, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferral(actor, referralRef, cancel);
        referral.RecordWiderSearch(where);
        await db.Save(actor, cancel);
    }
}
