using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>What a published notice (an OCDS 1.1 release) tells about a tender, read but not yet made into one; with what was understood and what could not be carried.</summary>
public sealed record NoticeDraft
{
    public required NoticeSource Source { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? LocalReference { get; init; }

    public NoticeBuyer? Buyer { get; init; }

    public NoticeCpv? MainCpv { get; init; }

    public IReadOnlyList<NoticeCpv> AdditionalCpv { get; init; } = [];

    public NoticeValue? Value { get; init; }

    public IReadOnlyList<NoticeLot> Lots { get; init; } = [];

    /// <summary>Criteria stated for the whole tender; a lot without its own takes these.</summary>
    public NoticeCriteria Criteria { get; init; } = NoticeCriteria.None;

    public NoticeDates Dates { get; init; } = new();

    public NoticeProcedure Procedure { get; init; } = new();

    public NoticeFramework? Framework { get; init; }

    /// <summary>Conditions of participation as the notice words them (OCDS selectionCriteria, B1-21).</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    public string? KnownRisks { get; init; }

    public IReadOnlyList<NoticeDocument> Documents { get; init; } = [];

    /// <summary>How the file was understood: which release was taken, what was repaired or assumed.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Everything the file says that this draft does not.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];
}

/// <summary>Where a draft was read from: the contracting process, the release in it, and the exact file.</summary>
public sealed record NoticeSource(string? Ocid, string? ReleaseId, string? NoticeType, DateTimeOffset? Published, string Sha256, long Bytes);

/// <summary>The authority that the notice names as buyer, with its identifier as written (GB-PPON-…, GB-CFS-…).</summary>
public sealed record NoticeBuyer(string? Name, string? Id);

/// <summary>A code of the Common Procurement Vocabulary: eight digits and its title where given.</summary>
public sealed record NoticeCpv(string Code, string? Title);

/// <summary>An estimated value before and with VAT (B1-07: OCDS amount and the UK's amountGross).</summary>
public sealed record NoticeValue(Money? Net, Money? Gross);

/// <summary>An instant with the offset it was written with, and the very words of the file.</summary>
public sealed record NoticeInstant(DateTimeOffset At, string AsWritten);

/// <summary>A day in England, and the very words of the file.</summary>
public sealed record NoticeDay(DateOnly Day, string AsWritten);

/// <summary>A contract period in days, and how far extensions may carry it.</summary>
public sealed record NoticePeriod(NoticeDay? Start, NoticeDay? End, NoticeDay? LatestEnd);

/// <summary>The tender's own dates.</summary>
public sealed record NoticeDates
{
    public NoticeInstant? TenderDeadline { get; init; }

    public NoticeInstant? EnquiryDeadline { get; init; }

    public NoticeInstant? ExpressionOfInterestDeadline { get; init; }

    public NoticeInstant? Opening { get; init; }

    public NoticeDay? AwardFrom { get; init; }

    public NoticeDay? AwardBy { get; init; }

    public NoticeDay? FutureNotice { get; init; }

    public NoticePeriod? Contract { get; init; }
}

/// <summary>How the notice says the contract will be awarded. LightTouch is the UK extension's specialRegime mark (B1-08).</summary>
public sealed record NoticeProcedure
{
    public string? Method { get; init; }

    public string? Details { get; init; }

    public string? MainCategory { get; init; }

    public string? LegalBasis { get; init; }

    public bool LightTouch { get; init; }

    public bool? AboveThreshold { get; init; }

    public bool? SuitsSmallFirms { get; init; }

    public bool? SuitsVoluntarySector { get; init; }
}

/// <summary>A framework as the notice sets it out (B1-12).</summary>
public sealed record NoticeFramework
{
    public bool IsOpenFramework { get; init; }

    public NoticeDay? OpenFrameworkEnds { get; init; }

    public string? Kind { get; init; }

    public string? CallOffMethod { get; init; }

    public int? MostSuppliers { get; init; }

    public string? Description { get; init; }

    public string? TermReason { get; init; }

    public IReadOnlyList<string> WhoMayUse { get; init; } = [];
}

/// <summary>A part of the procurement that can be won by itself.</summary>
public sealed record NoticeLot
{
    public required string Number { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public NoticeValue? Value { get; init; }

    public NoticePeriod? Contract { get; init; }

    public NoticeCriteria Criteria { get; init; } = NoticeCriteria.None;

    public IReadOnlyList<NoticeCpv> Cpv { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public string? Extensions { get; init; }

    public IReadOnlyList<string> Conditions { get; init; } = [];
}

/// <summary>Award criteria in the order written, and the words that go with them.</summary>
public sealed record NoticeCriteria(IReadOnlyList<NoticeCriterion> Listed, string? Words)
{
    public static NoticeCriteria None { get; } = new([], null);
}

/// <summary>One award criterion; Weight is a percentage where the notice gives one.</summary>
public sealed record NoticeCriterion(string Name, string? Description, bool IsPrice, decimal? Weight);

/// <summary>A document that the notice links to. The portal keeps the link and does not fetch it.</summary>
public sealed record NoticeDocument(string? Id, string? Title, string? Kind, Uri Link, string? Format);

/// <summary>A part of the file that did not become part of the draft: where it stands, what it says (shortened), how many values it holds and why it was left.</summary>
public sealed record NotCarried(string Path, string Says, int Values, string Why)
{
    /// <summary>Tells about the published file and not about the procurement, so it needs nobody's attention.</summary>
    public bool IsAboutTheFile => Why == WhyLeft.Envelope;
}
