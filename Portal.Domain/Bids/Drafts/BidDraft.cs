using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Drafts;

/// <summary>A bid that a provider is still writing. It is kept under the portal's own key: readable to the portal, so the pages say so; saving is not submitting.</summary>
public sealed class BidDraft : Aggregate
{
    private BidDraft()
    {
    }

    public BidDraftId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public LotId Lot { get; private set; }

    public OrganisationId Bidder { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public PersonId SavedBy { get; private set; }

    public string SavedByName { get; private set; } = "";

    /// <summary>Counts the savings; what two colleagues compare when both edit, and the API's ETag together with the id.</summary>
    public long Revision { get; private set; }

    internal byte[] Wrapped { get; private set; } = [];

    public string ETag => $"{Id.Value:N}-{Revision}";

    public static BidDraft Begin(Actor by, TenderId tender, LotId lot)
    {
        BidDraft draft = new() { Id = Kernel.Id.New<BidDraftId>(), Tender = tender, Lot = lot, Bidder = by.Organisation };
        return draft;
    }

    public BidContent Content(IKeyStore keys) => Wrapped.Length == 0 ? BidContent.Empty : BidJson.Read<BidContent>(keys.Unwrap(Wrapped, Purpose));

    public void Rewrite(BidContent content, IKeyStore keys, Actor by, DateTimeOffset now)
    {
        Wrapped = keys.Wrap(BidJson.Bytes(content), Purpose);
        SavedAt = now;
        SavedBy = by.Person;
        SavedByName = by.Name;
        Revision++;
    }

    private string Purpose => $"draft/{Id.Value}";
}
