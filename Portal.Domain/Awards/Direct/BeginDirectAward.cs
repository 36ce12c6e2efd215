using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Direct;

/// <summary>A commissioner begins the case for a direct award of a procurement to one supplier on one ground.</summary>
public sealed class BeginDirectAward(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, OrganisationId supplier, string? ground, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        DirectAwardGround chosen = DirectAwardGround.Coded(ground);
        Organisation provider = await db.Organisations.SingleOrDefaultAsync(o => o.Id == supplier, stop) is { IsProvider: true } found
            ? found
            : throw new RuleBroken("SUPPLIER", "Choose the supplier to whom you intend to award the contract.", "A9-07", "Supplier");
        if (await db.DirectAwardOf(tender.Id, stop) is not null)
        {
            throw new RuleBroken("BEGUN_ALREADY", "A direct award of this procurement is under way. Give it up first to begin another.", "A9-07", "Tender");
        }

        if (tender.Stage is TenderStage.Signed or TenderStage.Cancelled)
        {
            throw new RuleBroken("DECIDED_OR_ENDED", "This procurement is signed or has ended.", "A9-08", "Tender");
        }

        db.Add(DirectAward.Begin(tender, provider.Id, provider.Name, chosen, actor, clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}
