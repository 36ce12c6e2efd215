using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Organisations.Library;

/// <summary>Puts an uploaded file into the provider's evidence library.</summary>
public sealed class AddEvidence(PortalDb db, TimeProvider clock)
{
    public async Task<EvidenceDocument> Execute(Actor by, EvidenceFacts facts, UploadId file, DateOnly? expiresOn, CancellationToken ct)
    {
        by.MustBe(Role.ProviderBidder);
        await db.MustOwnHomes(by, facts.Homes, ct);
        EvidenceDocument document = EvidenceDocument.Add(by, facts, await db.LoadUpload(by, file, ct), expiresOn, clock.GetUtcNow());
        db.Add(document);
        await db.Save(by, ct);
        return document;
    }
}
