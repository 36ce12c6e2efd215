using System.Text.RegularExpressions;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices;

/// <summary>How far a notice has come on its way to the central digital platform (A3-10).</summary>
public enum NoticeDelivery
{
    Waiting,
    Delivered,
    NotConnected,
    Rejected,
}

/// <summary>A notice as the portal published it: a record of its moment that never changes, with what the national platform later said about it.</summary>
public sealed partial class Notice : Aggregate
{
    internal const int LongestSearch = 4000;
    internal const int LongestRejection = 2000;
    internal const int LongestTitle = 250;

    private Notice()
    {
    }

    /// <summary>Given by the database in the order in which notices were made; the key of paging.</summary>
    public long Row { get; private set; }

    /// <summary>The release's id, and the notice's address: <c>wm-2026-0001-001</c>.</summary>
    public string ReleaseId { get; private set; } = "";

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    public OrganisationId Buyer { get; private set; }

    public NoticeKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Under the portal's own prefix until the national platform gave one (B1-03).</summary>
    public string Ocid { get; private set; } = "";

    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>The OCDS 1.1 release, byte for byte as it is served.</summary>
    public string ReleaseJson { get; private set; } = "";

    /// <summary>What a search for words looks through: title, reference, buyer, description.</summary>
    public string SearchWords { get; private set; } = "";

    /// <summary>The same of the lots: numbers, titles and kinds of service.</summary>
    public string SearchLots { get; private set; } = "";

    /// <summary>The CPV codes between spaces.</summary>
    public string SearchCodes { get; private set; } = "";

    /// <summary>The regions and authorities between spaces.</summary>
    public string SearchPlaces { get; private set; } = "";

    /// <summary>The tender's estimated value without VAT, in whole pounds: what a search compares.</summary>
    public long? SearchPounds { get; private set; }

    /// <summary>The log entry it was made from, so that a repeated delivery makes no second notice; null for one that a person prepared.</summary>
    public long? MadeFrom { get; private set; }

    public NoticeDelivery Delivery { get; private set; }

    public DateTimeOffset? DeliveredAt { get; private set; }

    /// <summary>The national platform's notice number, <c>nnnnnn-yyyy</c>, once it gave one (B1-04).</summary>
    public string? NationalNumber { get; private set; }

    /// <summary>The ocid the national platform gave; later notices of the tender carry it (B1-03).</summary>
    public string? NationalOcid { get; private set; }

    /// <summary>Why the national platform would not take it; null unless it is rejected.</summary>
    public string? Rejection { get; private set; }

    /// <summary>The lots that its title names, where it tells of some of the tender's only: ", lot 2"; otherwise nothing.</summary>
    public string OfLots(string tenderTitle) =>
        Title.StartsWith($"{tenderTitle}: lot", StringComparison.Ordinal) ? $", {Title[(tenderTitle.Length + 2)..]}" : "";

    /// <summary>Records what was published at that instant.</summary>
    public static Notice Publish(NoticeFacts facts, long? madeFrom)
    {
        Tender tender = facts.Tender;
        var notice = new Notice
        {
            ReleaseId = facts.Address.ReleaseId,
            Tender = tender.Id,
            TenderRef = tender.Ref,
            Buyer = tender.Buyer,
            Kind = facts.Kind,
            Title = facts.EndedLot is { } lot ? $"{tender.Title}: lot {lot.Number}" : facts.LotsInWords is { } lots ? Within($"{tender.Title}: {lots}") : tender.Title,
            Ocid = facts.Address.Ocid,
            PublishedAt = facts.At,
            ReleaseJson = OcdsJson.Write(NoticeRelease.Of(facts)),
            MadeFrom = madeFrom,
            SearchPounds = tender.NetValue is { } net ? (long)decimal.Truncate(net.Amount) : null,
            SearchWords = Shortened($"{tender.Title} {tender.Ref} {facts.Parties[tender.Buyer].Name} {tender.Description}"),
            SearchLots = Shortened(string.Join(' ', tender.Lots.Select(lot => $"{lot.Number} {lot.Title} {lot.ServiceType}"))),
            SearchCodes = Spaced(tender.AdditionalCpv.Prepend(tender.Cpv)),
            SearchPlaces = Spaced(tender.Lots.SelectMany(lot => lot.Regions)),
        };
        notice.Happened("notice.published", notice.Subject, new { notice.ReleaseId, notice.Ocid, kind = NoticeWords.Of(facts.Kind).Number, tender = tender.Ref, at = facts.At, sha256 = Sha256.Of(notice.ReleaseJson) });
        return notice;
    }

    /// <summary>The publisher took it; a national platform answers with its own number and ocid.</summary>
    public void ConfirmDelivery(NoticeReceipt receipt, DateTimeOffset now)
    {
        Delivery = receipt.Connected ? NoticeDelivery.Delivered : NoticeDelivery.NotConnected;
        DeliveredAt = now;
        NationalNumber = receipt.Number;
        NationalOcid = receipt.Ocid;
        Rejection = null;
        Happened("notice.delivered", Subject, new { ReleaseId, Delivery, NationalNumber, NationalOcid });
    }

    /// <summary>The platform looked at it and would not take it; trying again by itself would not help, so a person is told (B2-04).</summary>
    public void Reject(string why, DateTimeOffset now)
    {
        Delivery = NoticeDelivery.Rejected;
        Rejection = why.Length <= LongestRejection ? why : why[..LongestRejection];
        Happened("notice.rejected", Subject, new { ReleaseId, why = Rejection, at = now });
    }

    /// <summary>Whatever the platform disliked was settled with it: the same notice goes to it again.</summary>
    public void SendAgain(string reason, DateTimeOffset now)
    {
        if (Delivery is not NoticeDelivery.Rejected)
        {
            throw new RuleBroken("NOT_REJECTED", "Only a notice that the national platform rejected is sent again.", "B2-04");
        }

        string why = Tenders.Tender.Wanted(reason, 1000, "Reason", "what was settled with the platform");
        (Delivery, Rejection) = (NoticeDelivery.Waiting, null);
        Happened("notice.sentAgain", Subject, new { ReleaseId, why, at = now });
    }

    /// <summary>A person entered the notice on the national platform and records the number and the ocid that it got there (A3-10, B1-03, B1-04).</summary>
    public void RecordNationalNumber(string number, string? ocid, DateTimeOffset now)
    {
        if (NationalNumber is not null)
        {
            throw new RuleBroken("NUMBER_KNOWN", $"This notice has its national number, {NationalNumber}.", "B1-04", "Number");
        }

        if (!NationalNumberShape().IsMatch(number))
        {
            throw new RuleBroken("NUMBER_SHAPE", "A national notice number has six digits, a hyphen and the year, such as 032703-2026.", "B1-04", "Number");
        }

        if (ocid is not null && !OcidShape().IsMatch(ocid))
        {
            throw new RuleBroken("OCID_SHAPE", "A national ocid looks like ocds-h6vhtk-06f17d.", "B1-03", "Ocid");
        }

        Delivery = NoticeDelivery.Delivered;
        DeliveredAt = now;
        NationalNumber = number;
        NationalOcid = ocid;
        Rejection = null;
        Happened("notice.nationalNumberRecorded", Subject, new { ReleaseId, number, ocid });
    }

    private static string Within(string title) => title.Length <= LongestTitle ? title : $"{title[..(LongestTitle - 1)]}…";

    private static string Shortened(string text) => text.Length <= LongestSearch ? text : text[..LongestSearch];

    private static string Spaced(IEnumerable<string> codes) => $" {string.Join(' ', codes.Where(code => code.Length > 0).Distinct())} ";

    [GeneratedRegex(@"^[0-9]{6}-20[0-9]{2}\z")]
    private static partial Regex NationalNumberShape();

    [GeneratedRegex(@"^ocds-[a-z0-9]{6}-[0-9a-zA-Z-]{1,40}\z")]
    private static partial Regex OcidShape();

    private string Subject => $"notice/{ReleaseId}";
}

/// <summary>Where a notice is found: its contracting process and its own id.</summary>
public sealed record NoticeAddress(string Ocid, string ReleaseId);
