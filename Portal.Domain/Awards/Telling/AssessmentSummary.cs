using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Telling;

/// <summary>An assessment summary's id.</summary>
public readonly record struct AssessmentSummaryId(Guid Value) : ITypedId<AssessmentSummaryId>
{
    public static AssessmentSummaryId From(Guid value) => new(value);
}

/// <summary>What one bidder is told of one lot: its own scores and reasons, the winner's, the totals, and why (s.50, reg. 31). Written from the locked records and never changed.</summary>
public sealed class AssessmentSummary : Aggregate
{
    private AssessmentSummary()
    {
    }

    public AssessmentSummaryId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    public string LotNumber { get; private set; } = "";

    public OrganisationId Bidder { get; private set; }

    /// <summary>1 for the first award; counts up when it was re-opened and everybody was told anew.</summary>
    public int Round { get; private set; }

    public SummaryContent Content { get; private set; } = new();

    public DateTimeOffset SentAt { get; private set; }

    /// <summary>When somebody of the bidder first opened it; starts the clock lawyers look at (A13-06).</summary>
    public DateTimeOffset? FirstReadAt { get; private set; }

    public static AssessmentSummary Send(Tender tender, string lotNumber, OrganisationId bidder, int round, SummaryContent content, DateTimeOffset now)
    {
        AssessmentSummary summary = new()
        {
            Id = Kernel.Id.New<AssessmentSummaryId>(),
            Tender = tender.Id,
            TenderRef = tender.Ref,
            LotNumber = lotNumber,
            Bidder = bidder,
            Round = round,
            Content = content,
            SentAt = now,
        };
        summary.Happened("award.summarySent", tender.SubjectOfPart(tender.LotNumbered(lotNumber).Part), new { summary.Id, lot = lotNumber, bidder, content.Assessed, at = now, sha256 = Sha256.Of(summary.Record()) });
        return summary;
    }

    /// <summary>What was told, as the record whose hash the log keeps (D2-11).</summary>
    public string Record() => JsonText.Write(Content);

    /// <param name="award">The award to which its lot belongs.</param>
    public void Read(AwardRef award, DateTimeOffset now)
    {
        if (FirstReadAt is null)
        {
            FirstReadAt = now;
            Happened("award.summaryRead", award.Subject, new { lot = LotNumber, Bidder, at = now });
        }
    }
}
