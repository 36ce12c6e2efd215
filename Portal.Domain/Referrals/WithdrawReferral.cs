using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Referrals;

/// <summary>The authority withdraws a referral whose child needs no place any more; every provider that was asked is told and need not answer.</summary>
public sealed class WithdrawReferral(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string referralRef, string reason, CancellationToken cancel)
    {
        Referral referral = await db.LoadReferral(actor, referralRef, cancel);
        referral.Withdraw(reason);
        DateTimeOffset now = clock.GetUtcNow();
        string about = $"referral/{referral.Ref}/";
        foreach (Message asked in await db.Messages.Where(m => m.ReadAt == null && m.Key != null && m.Key.StartsWith(about)).ToListAsync(cancel))
        {
            asked.Withdraw(now);
        }

        db.AddRange(referral.Recipients.Select(r => Message.ToOrganisation(r.Provider, Role.ProviderBidder, $"Referral {referral.Ref} is withdrawn", "No place is needed any more. You need not answer; places that you offered are free.", $"/referrals/{referral.Ref}/answer", now, $"referral/{referral.Ref}/{r.Provider.Value}/withdrawn")));
        await db.Save(actor, cancel);
    }
}
