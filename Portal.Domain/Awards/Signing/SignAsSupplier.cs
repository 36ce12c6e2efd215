using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Signing;

/// <summary>A winner signs in the portal once the standstill is over.</summary>
public sealed class SignAsSupplier(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string signatory, string position, CancellationToken stop = default)
    {
        actor.MustBe(Role.ProviderBidder);
        Tender tender = await db.LoadTenderToSign(reference, stop);
        Award award = await db.AwardOf(tender.Id, stop) ?? throw new NotFound("That award");
        if (tender.IsDirect && !award.WinningBidders.Contains(actor.Organisation))
        {
            throw new NotFound("That award");
        }

        award.SignAsSupplier(tender, new ContractSignature(actor.Organisation, actor.OrganisationName, signatory, position, OnPaper: false, clock.GetUtcNow(), Agreement.Sha256(tender, award)));
        await db.Save(actor, stop);
    }
}
