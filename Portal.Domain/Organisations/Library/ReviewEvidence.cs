using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <summary>A buyer checks a document shared with it; its finding stands with the file's hash for other regions to rely on.</summary>
public sealed class ReviewEvidence(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor by, EvidenceDocumentId id, bool accepted, string found, CancellationToken ct)
    {
        by.MustBe(Role.Commissioner, Role.RccCommissioner, Role.QaLead, Role.Legal, Role.Finance);
        EvidenceDocument document = await db.LoadSharedEvidence(by, id, ct);
        DateTimeOffset now = clock.GetUtcNow();
        EvidenceReview review = document.Review(by, accepted, found, now);
        db.Add(Message.ToOrganisation(document.Owner, Role.ProviderBidder, $"{by.OrganisationName} has checked “{document.Title}”", accepted ? "It was accepted." : $"It was not accepted: {review.Found}", $"/organisations/evidence/{document.Id.Value}", now));
        await db.Save(by, ct);
    }
}
