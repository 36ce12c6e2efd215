using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <summary>Corrects kind, title, issuer or homes of a document.</summary>
public sealed class DescribeEvidence(PortalDb db)
{
    public async Task Execute(Actor by, EvidenceDocumentId id, EvidenceFacts facts, CancellationToken ct)
    {
        by.MustBe(Role.ProviderBidder);
        EvidenceDocument document = await db.LoadEvidence(by, id, ct);
        await db.MustOwnHomes(by, facts.Homes, ct);
        document.Describe(facts);
        await db.Save(by, ct);
    }
}
