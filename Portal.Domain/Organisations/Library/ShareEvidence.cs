using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <summary>The provider ends or begins a buyer's leave to read a document.</summary>
public sealed class ShareEvidence(PortalDb db)
{
    public async Task Execute(Actor by, EvidenceDocumentId id, string buyerCode, bool share, CancellationToken ct)
    {
        by.MustBe(Role.ProviderBidder);
        EvidenceDocument document = await db.LoadEvidence(by, id, ct);
        Organisation? buyer = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == buyerCode, ct);
        if (buyer is not { IsBuyer: true })
        {
            throw new RuleBroken("BUYER", "Choose a council or co-operative from the list.", field: "Buyer");
        }

        if (share)
        {
            document.ShareWith(buyer.Id);
        }
        else
        {
            document.StopSharing(buyer.Id);
        }

        await db.Save(by, ct);
    }
}
