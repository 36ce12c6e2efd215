using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Organisations.Library;

/// <summary>Adds the next version of a document: the renewed policy, the new certificate. Bids keep the version they had.</summary>
public sealed class RenewEvidence(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor by, EvidenceDocumentId id, UploadId file, DateOnly? expiresOn, CancellationToken ct)
    {
        by.MustBe(Role.ProviderBidder);
        EvidenceDocument document = await db.LoadEvidence(by, id, ct);
        document.Renew(by, await db.LoadUpload(by, file, ct), expiresOn, clock.GetUtcNow());
        await db.Save(by, ct);
    }
}
