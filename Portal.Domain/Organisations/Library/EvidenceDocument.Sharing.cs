using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <content>Sharing with buyers, and their reviews, which other regions may rely on.</content>
public sealed partial class EvidenceDocument
{
    public bool IsSharedWith(OrganisationId buyer) => SharedWith.Contains(buyer.Value);

    /// <summary>Lets a buyer read this document and its later versions until sharing ends.</summary>
    public void ShareWith(OrganisationId buyer)
    {
        if (!IsSharedWith(buyer))
        {
            SharedWith = [.. SharedWith, buyer.Value];
            Happened("evidence.shared", Subject, new { buyer });
        }
    }

    public void StopSharing(OrganisationId buyer)
    {
        if (IsSharedWith(buyer))
        {
            SharedWith = [.. SharedWith.Where(b => b != buyer.Value)];
            Happened("evidence.sharingEnded", Subject, new { buyer });
        }
    }

    /// <summary>A buyer says what it found in the current version; everybody who may read the document sees who checked it and when.</summary>
    public EvidenceReview Review(Actor by, bool accepted, string found, DateTimeOffset now)
    {
        if (!IsSharedWith(by.Organisation))
        {
            throw new NotFound("That document");
        }

        string words = Wanted(found, 2000, "Found", "what you checked and found");
        EvidenceReview review = new(Id, Current, by, accepted, words, now);
        reviews.Add(review);
        Happened("evidence.reviewed", Subject, new { version = Current.Number, Current.Sha256, accepted, by = by.Organisation });
        if (accepted)
        {
            Happened("evidence.accepted", Subject, new { version = Current.Number, by = by.Organisation });
        }

        return review;
    }
}
