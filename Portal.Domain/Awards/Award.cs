using Portal.Domain.Awards.Signing;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <summary>An award's id.</summary>
public readonly record struct AwardId(Guid Value) : ITypedId<AwardId>
{
    public static AwardId From(Guid value) => new(value);
}

/// <summary>The steps of an award in the order the law fixes (A10-01).</summary>
public enum AwardStage
{
    Recommended,
    Decided,
    SummariesSent,
    Noticed,
    Signed,
}

/// <summary>A bid, or one home of it, that is to be awarded a lot, with its prices as bid.</summary>
public sealed record AwardedBid(string LotNumber, SubmissionId Submission, OrganisationId Bidder, string BidderName, string HomeUrn, int Rank)
{
    public IReadOnlyDictionary<string, decimal> Prices { get; init; } = new Dictionary<string, decimal>();
}

/// <summary>A tender, or one home of it, that is not awarded its lot only because its supplier has reached the published limit, and the lots that the supplier is awarded (A4-13).</summary>
public sealed record PassedOver(string LotNumber, OrganisationId Bidder, string BidderName, string Label, string HomeUrn, int Rank, IReadOnlyList<string> AwardedLots);

/// <summary>Who recommended or decided, when, and why; with a recommendation, who was passed over by the limit on lots.</summary>
public sealed record AwardAct(PersonId By, string ByName, DateTimeOffset At, string Reason)
{
    public IReadOnlyList<PassedOver> PassedOver { get; init; } = [];
}

/// <summary>A signature of one party: in the portal, or on paper and recorded here.</summary>
public sealed record ContractSignature(OrganisationId Party, string PartyName, string Signatory, string Position, bool OnPaper, DateTimeOffset At, string DocumentSha256)
{
    /// <summary>The day on the paper and where it is kept; null of a signature in the portal.</summary>
    public PaperSignature? Paper { get; init; }

    /// <summary>The passkey with which the person confirmed it; empty where they have none.</summary>
    public string ConfirmedBy { get; init; } = "";

    /// <summary>Who was signed in: the signatory, or whoever recorded the paper.</summary>
    public string RecordedByName { get; init; } = "";
}

/// <summary>The award of a tender, or of some of its lots apart from the others: recommendation, decision, summaries, notice, signature, in that order and no other (A10-01).</summary>
public sealed partial class Award : Aggregate
{
    private static readonly Lifecycle<AwardStage> Moves = new(
        (AwardStage.Recommended, AwardStage.Decided),
        (AwardStage.Decided, AwardStage.SummariesSent),
        (AwardStage.Decided, AwardStage.Recommended),
        (AwardStage.SummariesSent, AwardStage.Recommended),
        (AwardStage.Noticed, AwardStage.Recommended),
        (AwardStage.SummariesSent, AwardStage.Noticed),
        (AwardStage.Noticed, AwardStage.Signed));

    // Without a competition there is nobody to send a summary to, and of a user-choice award no notice is published (A9-06).
    private static readonly Lifecycle<AwardStage> DirectMoves = new(
        (AwardStage.Recommended, AwardStage.Decided),
        (AwardStage.Decided, AwardStage.Noticed),
        (AwardStage.Decided, AwardStage.Signed),
        (AwardStage.Noticed, AwardStage.Signed));

    private Award()
    {
    }

    public AwardId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    public AwardStage Stage { get; private set; }

    public IReadOnlyList<AwardedBid> Winners { get; private set; } = [];

    public AwardAct Recommendation { get; private set; } = null!;

    public AwardAct? Decision { get; private set; }

    /// <summary>The one instant at which every summary was provided (A10-05).</summary>
    public DateTimeOffset? SummariesSentAt { get; private set; }

    /// <summary>When the award notice UK6 was published; its London day is day 1 of the standstill (A10-07).</summary>
    public DateTimeOffset? NoticePublishedAt { get; private set; }

    public IReadOnlyList<ContractSignature> Signatures { get; private set; } = [];

    public DateTimeOffset? SignedAt { get; private set; }

    public IEnumerable<OrganisationId> WinningBidders => Winners.Select(w => w.Bidder).Distinct();

    public static Award For(Tender tender, int part = 0) => new() { Id = Kernel.Id.New<AwardId>(), Tender = tender.Id, TenderRef = tender.Ref, Part = part, Own = part == 0 ? null : new OwnCourse() };

    /// <summary>The commissioner's recommendation on these rankings; may be replaced until the letters are sent, and a decision already taken then falls.</summary>
    public void Recommend(Tender tender, IReadOnlyList<AwardedBid> winners, IReadOnlyDictionary<string, int> rankings, string reason, Actor by, DateTimeOffset now, IReadOnlyList<PassedOver>? passedOver = null)
    {
        tender.MustBeCompeted();
        if (!tender.IsDeciding(Part) || Stage > AwardStage.Decided)
        {
            throw new RuleBroken("WRONG_STAGE", "An award is recommended when the lots are ranked and before the assessment summaries are sent.", "A10-01");
        }

        if (winners.Count == 0)
        {
            throw new RuleBroken("NO_WINNER", $"No bid can be awarded. End {(tender.HasLotsApart ? tender.PartInWords(Part) : "the procurement")} instead; that needs a UK12 notice.", "A11-11");
        }

        if (Stage == AwardStage.Decided)
        {
            Stage = Moves.Move(Stage, AwardStage.Recommended, $"The award of {TenderRef}");
            Decision = null;
        }

        (Winners, RestsOn) = (winners, rankings);
        Withheld = [.. Withheld.Where(p => winners.Any(w => w.LotNumber == p.LotNumber && w.Bidder == p.Winner))];
        Recommendation = new AwardAct(by.Person, by.Name, now, Substance.Wanted(reason, 8000, "Reason", "why these bids are the most advantageous")) { PassedOver = passedOver ?? [] };
        Happened("award.recommended", Subject, new { winners = winners.Select(w => new { w.LotNumber, w.Submission, w.Bidder, w.HomeUrn, w.Rank }), passedOver = Recommendation.PassedOver, limit = tender.LotLimit?.InWords, rankings, reason = Recommendation.Reason });
    }

    /// <summary>The decision, by a person with delegated authority who did not recommend it.</summary>
    public void Decide(Tender tender, string reason, Actor by, DateTimeOffset now)
    {
        if (by.Person == Recommendation.By)
        {
            throw new RuleBroken("OWN_RECOMMENDATION", "Who recommended the award cannot decide on it. Ask somebody else with delegated authority.", "A13-01");
        }

        if (Winners.Count == 0)
        {
            throw new RuleBroken("NOT_RECOMMENDED", "The award was re-opened and has not been recommended anew.", "A10-01");
        }

        Stage = MovesOf(tender).Move(Stage, AwardStage.Decided, $"The award of {TenderRef}");
        Decision = new AwardAct(by.Person, by.Name, now, Substance.Wanted(reason, 8000, "Reason", "the reason for the decision"));
        Happened("award.decided", Subject, new { reason = Decision.Reason, tender.MethodologySha256 });
    }

    /// <summary>Why the summaries cannot be written yet, or any more; empty when they can.</summary>
    public IReadOnlyList<Reason> WhatBlocksSummaries() => Stage switch
    {
        AwardStage.Decided => [],
        AwardStage.Recommended => [new Reason("NOT_DECIDED", "The award has not been decided.", "A10-01")],
        _ => [new Reason("SUMMARIES_SENT", "The summaries have been sent already, all at once.", "A10-05")],
    };

    /// <summary>All summaries are provided at one instant (A10-02, A10-05).</summary>
    public void SendSummaries(Tender tender, int summaries, int letters, DateTimeOffset now)
    {
        tender.MustBeCompeted();
        Stage = Moves.Move(Stage, AwardStage.SummariesSent, $"The award of {TenderRef}");
        SummariesSentAt = now;
        tender.NoteTold(Part, now);
        Happened("award.summariesSent", Subject, new { summaries, letters, at = now });
    }

    /// <summary>The award notice is published after the summaries and before signature (A10-01, A10-06).</summary>
    public void PublishNotice(Tender tender, DateTimeOffset now)
    {
        if (!tender.OwesNotices)
        {
            throw new RuleBroken("NO_NOTICE_OWED", "An award that follows the choice of the person cared for is not published: it would tell of that person’s arrangement.", "A9-06");
        }

        if (tender.Cancelled is not null)
        {
            throw new RuleBroken("PROCUREMENT_ENDED", "The procurement ended without award. Its termination notice (UK12) is the last that is published.", "A11-11");
        }

        Stage = MovesOf(tender).Move(Stage, AwardStage.Noticed, $"The award of {TenderRef}");
        NoticePublishedAt = now;
        tender.NoteAnnounced(Part, now);
        Happened("award.noticePublished", Subject, new { notice = "UK6", at = now, summariesSentAt = SummariesSentAt, decidedAt = Decision!.At });
    }

    private static Lifecycle<AwardStage> MovesOf(Tender tender) => tender.IsDirect ? DirectMoves : Moves;
}
