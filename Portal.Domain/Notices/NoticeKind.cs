namespace Portal.Domain.Notices;

/// <summary>The statutory notices of a procurement and its contract (A14), in the order in which they may follow one another.</summary>
public enum NoticeKind
{
    /// <summary>UK1 (A3-01, s.93).</summary>
    Pipeline,

    /// <summary>UK2 (A3-03, s.17).</summary>
    MarketEngagement,

    /// <summary>UK3 (A3-04, s.15).</summary>
    PlannedProcurement,

    /// <summary>UK4, and its revisions (A4-05, s.21; A7-04, s.31).</summary>
    Tender,

    /// <summary>UK5 (A9-07, s.44).</summary>
    Transparency,

    /// <summary>UK6 (A10-06, s.50).</summary>
    ContractAward,

    /// <summary>UK7 (A11-01, s.53).</summary>
    ContractDetails,

    /// <summary>UK7 again, with the redacted copy of the contract (A11-02, s.53(3)).</summary>
    ContractCopy,

    /// <summary>UK9 (A11-05, s.71).</summary>
    ContractPerformance,

    /// <summary>UK10 (A11-08, s.75).</summary>
    ContractChange,

    /// <summary>UK11 (A11-10, s.80).</summary>
    ContractTermination,

    /// <summary>UK12 (A11-11, s.55).</summary>
    ProcurementTermination,

    /// <summary>UK13 (A8-13, s.39(2)).</summary>
    MarketIntention,

    /// <summary>UK14 (A8-13, s.39(3)).</summary>
    MarketEstablishment,

    /// <summary>UK15 (A8-13, s.39(4)).</summary>
    MarketModification,

    /// <summary>UK16 (A8-13, s.39(6)).</summary>
    MarketCessation,
}

/// <summary>What a kind of notice is called by the Regulations and by OCDS, and why it is published.</summary>
/// <param name="Number">UK4 …</param>
/// <param name="DocumentType">OCDS documentType of the notice itself (A14).</param>
/// <param name="Code">Its word in addresses.</param>
public sealed record NoticeWords(string Number, string Title, string Section, string Rule, string DocumentType, string Code, string Why)
{
    public static NoticeWords Of(NoticeKind kind) => kind switch
    {
        NoticeKind.Pipeline => new("UK1", "Pipeline notice", "s.93", "A3-01", "plannedProcurementNotice", "pipeline", "An authority that expects to pay more than £100 million in a financial year says by 26 May which contracts above £2 million it will tender in the next 18 months."),
        NoticeKind.MarketEngagement => new("UK2", "Preliminary market engagement notice", "s.17", "A3-03", "marketEngagementNotice", "market-engagement", "Where suppliers are spoken to before the tender, everybody learns of it before the tender notice, or the tender notice gives the reason why not."),
        NoticeKind.PlannedProcurement => new("UK3", "Planned procurement notice", "s.15", "A3-04", "plannedProcurementNotice", "planned-procurement", "Optional. Between 40 days and 12 months before the tender notice it lets the tendering period drop to 10 days; light touch has no minimum, so there it is information only."),
        NoticeKind.Tender => new("UK4", "Tender notice", "s.21", "A4-05", "tenderNotice", "tender", "A competitive procurement begins with it, and every change of it is published again."),
        NoticeKind.Transparency => new("UK5", "Transparency notice", "s.44", "A9-07", "awardNotice", "transparency", "Before a contract is awarded directly, everybody learns to whom and on which ground; only a user-choice award for one person has none."),
        NoticeKind.ContractAward => new("UK6", "Contract award notice", "s.50", "A10-06", "awardNotice", "contract-award", "After the assessment summaries and before the contract is entered into; the standstill begins with it."),
        NoticeKind.ContractDetails => new("UK7", "Contract details notice", "s.53", "A11-01", "contractNotice", "contract-details", "The contract was entered into: 30 days to publish, light touch 120."),
        NoticeKind.ContractCopy => new("UK7", "Contract details notice with the copy of the contract", "s.53(3)", "A11-02", "contractNotice", "contract-copy", "Of a contract above £5 million a redacted copy is published: within 90 days, light touch 180."),
        NoticeKind.ContractPerformance => new("UK9", "Contract performance notice", "s.71", "A11-05", "implementationNotice", "contract-performance", "At least every 12 months for a contract above £5 million with performance indicators; frameworks and light touch contracts have no such duty."),
        NoticeKind.ContractChange => new("UK10", "Contract change notice", "s.75", "A11-08", "contractNotice", "contract-change", "Before a contract is changed; not required for light touch contracts."),
        NoticeKind.ContractTermination => new("UK11", "Contract termination notice", "s.80", "A11-10", "contractTerminationNotice", "contract-termination", "Within 30 days of the end of a contract, its ordinary end included, light touch too."),
        NoticeKind.ProcurementTermination => new("UK12", "Procurement termination notice", "s.55", "A11-11", "tenderCancellationNotice", "procurement-termination", "As soon as reasonably practicable after deciding to award nothing, once a tender or transparency notice was published."),
        NoticeKind.MarketIntention => new("UK13", "Dynamic market intention notice", "s.39(2)", "A8-13", "plannedProcurementNotice", "market-intention", "Before a dynamic market is established, everybody learns that it will be and how to join."),
        NoticeKind.MarketEstablishment => new("UK14", "Dynamic market establishment notice", "s.39(3)", "A8-13", "tenderNotice", "market-establishment", "As soon as reasonably practicable after a dynamic market is established. Suppliers may join at any time."),
        NoticeKind.MarketModification => new("UK15", "Dynamic market modification notice", "s.39(4)", "A8-13", "awardNotice", "market-modification", "As soon as reasonably practicable after a dynamic market has changed; its conditions for membership may not change."),
        NoticeKind.MarketCessation => new("UK16", "Dynamic market cessation notice", "s.39(6)", "A8-13", "awardNotice", "market-cessation", "As soon as reasonably practicable after a dynamic market has ended."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such notice."),
    };

    /// <summary>The kind with this word in its address, or null.</summary>
    public static NoticeKind? Coded(string code)
    {
        foreach (NoticeKind kind in Enum.GetValues<NoticeKind>())
        {
            if (Of(kind).Code == code)
            {
                return kind;
            }
        }

        return null;
    }
}

/// <summary>Which happening of a tender owes which notice.</summary>
public static class NoticeDuty
{
    private static readonly Dictionary<string, NoticeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["tender.published"] = NoticeKind.Tender,
        ["tender.requestsInvited"] = NoticeKind.Tender,
        ["tender.amended"] = NoticeKind.Tender,
        ["award.noticePublished"] = NoticeKind.ContractAward,
        ["tender.signed"] = NoticeKind.ContractDetails,
        ["award.signed"] = NoticeKind.ContractDetails,
        ["tender.cancelled"] = NoticeKind.ProcurementTermination,
        ["tender.lotEnded"] = NoticeKind.ProcurementTermination,
    };

    /// <summary>Every happening that owes a notice.</summary>
    public static IReadOnlyCollection<string> Happenings => Kinds.Keys;

    /// <summary>The notice that a happening owes, or null.</summary>
    public static NoticeKind? Of(string happening) => Kinds.TryGetValue(happening, out NoticeKind kind) ? kind : null;

    /// <summary>Whether the portal makes it by itself; the others are prepared by a person.</summary>
    public static bool MakesItself(NoticeKind kind) => Kinds.ContainsValue(kind);
}
