namespace Portal.Domain.Notices;

/// <summary>The statutory notices that the portal makes by itself from what happens to a tender (A14).</summary>
public enum NoticeKind
{
    /// <summary>UK4, and its revisions (A4-05, s.21).</summary>
    Tender,

    /// <summary>UK6 (A10-06, s.50).</summary>
    ContractAward,

    /// <summary>UK7 (A11-01, s.53).</summary>
    ContractDetails,

    /// <summary>UK12 (A11-11, s.55).</summary>
    ProcurementTermination,
}

/// <summary>What a kind of notice is called by the Regulations and by OCDS.</summary>
/// <param name="Number">UK4 …</param>
/// <param name="DocumentType">OCDS documentType of the notice itself (A14).</param>
public sealed record NoticeWords(string Number, string Title, string Section, string Rule, string DocumentType)
{
    public static NoticeWords Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Tender => new("UK4", "Tender notice", "s.21", "A4-05", "tenderNotice"),
        NoticeKind.ContractAward => new("UK6", "Contract award notice", "s.50", "A10-06", "awardNotice"),
        NoticeKind.ContractDetails => new("UK7", "Contract details notice", "s.53", "A11-01", "contractNotice"),
        NoticeKind.ProcurementTermination => new("UK12", "Procurement termination notice", "s.55", "A11-11", "tenderCancellationNotice"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such notice."),
    };
}

/// <summary>Which happening of a tender owes which notice.</summary>
public static class NoticeDuty
{
    private static readonly Dictionary<string, NoticeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["tender.published"] = NoticeKind.Tender,
        ["tender.amended"] = NoticeKind.Tender,
        ["award.noticePublished"] = NoticeKind.ContractAward,
        ["tender.signed"] = NoticeKind.ContractDetails,
        ["tender.cancelled"] = NoticeKind.ProcurementTermination,
    };

    /// <summary>Every happening that owes a notice.</summary>
    public static IReadOnlyCollection<string> Happenings => Kinds.Keys;

    /// <summary>The notice that a happening owes, or null.</summary>
    public static NoticeKind? Of(string happening) => Kinds.TryGetValue(happening, out NoticeKind kind) ? kind : null;
}
