using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Cases;

/// <summary>A bid case's id.</summary>
public readonly record struct BidCaseId(Guid Value) : ITypedId<BidCaseId>
{
    public static BidCaseId From(Guid value) => new(value);
}

/// <summary>What a bidder is asked about after the opening.</summary>
public enum CaseKind
{
    /// <summary>To explain the bid, never to improve it (C2-08).</summary>
    Clarification,

    /// <summary>Whether the work can be done for so low a price (A4-04).</summary>
    AbnormallyLow,

    /// <summary>Representations about an exclusion ground (A6-03).</summary>
    Exclusion,

    /// <summary>A breach of a procedural requirement of the notice or the documents (A4-03).</summary>
    Disqualification,
}

/// <summary>Where a case stands: asked, answered, decided.</summary>
public enum CaseStage
{
    Asked,
    Answered,
    Decided,
}

/// <summary>What was decided.</summary>
public enum CaseOutcome
{
    /// <summary>The bid goes on as it is.</summary>
    GoesOn,

    /// <summary>The bid is disregarded, with the reason the bidder reads.</summary>
    Disregarded,
}

/// <summary>A matter about one bid put to the bidder: the question, a fair time to answer, the representations, the decision and its reason. Every step is told to the bidder and kept.</summary>
public sealed class BidCase : Aggregate
{
    private static readonly Lifecycle<CaseStage> Moves = new((CaseStage.Asked, CaseStage.Answered), (CaseStage.Asked, CaseStage.Decided), (CaseStage.Answered, CaseStage.Decided));

    private BidCase()
    {
    }

    public BidCaseId Id { get; private set; }

    public TenderId Tender { get; private set; }

    /// <summary>Number within the tender.</summary>
    public int Number { get; private set; }

    public CaseKind Kind { get; private set; }

    public CaseStage Stage { get; private set; }

    public LotId Lot { get; private set; }

    public string LotNumber { get; private set; } = "";

    public SubmissionId Submission { get; private set; }

    public OrganisationId Bidder { get; private set; }

    public string Alias { get; private set; } = "";

    public string Question { get; private set; } = "";

    public string AskedByName { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Until when the bidder may answer.</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    public string Answer { get; private set; } = "";

    public string AnsweredByName { get; private set; } = "";

    public DateTimeOffset? AnsweredAt { get; private set; }

    public CaseOutcome? Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    public string DecidedByName { get; private set; } = "";

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>An exclusion takes out every bid of the supplier; the others take out this bid.</summary>
    public bool TakesOut(OpenedBid bid) => Outcome == CaseOutcome.Disregarded && (Kind == CaseKind.Exclusion ? bid.Bidder == Bidder : bid.Id == Submission);

    /// <summary>Puts the question, with at least a day to answer (A4-04, A6-03: a reasonable opportunity).</summary>
    public static BidCase Ask(Tender tender, OpenedBid bid, CaseQuestion asked, int number, Actor by, DateTimeOffset now)
    {
        if (!tender.MayAskAbout(bid.Lot))
        {
            throw new RuleBroken("WRONG_STAGE", "Bidders are asked about their bids after the opening and before the result is published.", "C2-03");
        }

        if (asked.Kind != CaseKind.Exclusion && tender.Lots.FirstOrDefault(l => l.Id == bid.Lot) is { } lot)
        {
            tender.MustBeUntold(lot); // An exclusion takes the supplier out of the other lots too.
        }

        if (asked.Kind == CaseKind.AbnormallyLow && !tender.ShowsPrices)
        {
            throw new RuleBroken("PRICES_SEALED", "A price can be asked about only when prices have been opened.", "C2-03", "Kind");
        }

        if (asked.AnswerBy is not { } until || until < now.AddHours(24))
        {
            throw new RuleBroken("TIME_TOO_SHORT", "Give the bidder at least a day to answer.", asked.Kind == CaseKind.Exclusion ? "A6-03" : "A4-04", "AnswerBy");
        }

        BidCase made = new()
        {
            Id = Kernel.Id.New<BidCaseId>(),
            Tender = tender.Id,
            Number = number,
            Kind = asked.Kind,
            Lot = bid.Lot,
            LotNumber = bid.LotNumber,
            Submission = bid.Id,
            Bidder = bid.Bidder,
            Alias = bid.Alias,
            Question = Tenders.Tender.Wanted(asked.Question, 8000, "Question", "what the bidder is asked, and about which part of the bid"),
            AskedByName = by.Name,
            AskedAt = now,
            AnswerBy = until,
        };
        made.Happened("qualification.caseAsked", tender.Subject, new { number, made.Kind, submission = bid.Id, made.Question, made.AnswerBy });
        return made;
    }

    /// <summary>The bidder's own answer, once, in time.</summary>
    public void GiveAnswer(Tender tender, string answer, Actor by, DateTimeOffset now)
    {
        if (Stage == CaseStage.Asked && now > AnswerBy)
        {
            throw new RuleBroken("TOO_LATE", $"The time to answer ended {LondonTime.ForPeople(AnswerBy)}. Write to the buyer if you could not answer in time.", "C2-08");
        }

        string text = Tenders.Tender.Wanted(answer, 20000, "Answer", "your answer");
        Stage = Moves.Move(Stage, CaseStage.Answered, $"Case {Number}");
        (Answer, AnsweredByName, AnsweredAt) = (text, by.Name, now);
        Happened("qualification.caseAnswered", tender.Subject, new { Number, Submission, Answer, at = now });
    }

    /// <summary>Decides, once the bidder has answered or had the time to.</summary>
    public void Decide(Tender tender, CaseOutcome outcome, string reason, Actor by, DateTimeOffset now)
    {
        if (!tender.MayAskAbout(Lot))
        {
            throw new RuleBroken("WRONG_STAGE", "The result is published. A bid can no longer be taken out this way.", "C2-03");
        }

        if (Stage == CaseStage.Asked && now <= AnswerBy)
        {
            throw new RuleBroken("NOT_HEARD", $"The bidder may answer until {LondonTime.ForPeople(AnswerBy)}. Decide when it has answered or that time is over.", Kind == CaseKind.Exclusion ? "A6-03" : "A4-04");
        }

        if (Kind == CaseKind.Clarification && outcome != CaseOutcome.GoesOn)
        {
            throw new RuleBroken("ONLY_EXPLAINS", "A clarification explains a bid and takes none out. Open a case for the ground that applies.", "C2-08", "Outcome");
        }

        string why = Tenders.Tender.Wanted(reason, 8000, "Reason", "the reason for the decision, which the bidder reads");
        Stage = Moves.Move(Stage, CaseStage.Decided, $"Case {Number}");
        (Outcome, Reason, DecidedByName, DecidedAt) = (outcome, why, by.Name, now);
        Happened("qualification.caseDecided", tender.Subject, new { Number, Kind, Submission, outcome, reason = why });
    }
}

/// <summary>What is asked of a bidder and until when.</summary>
public sealed record CaseQuestion(CaseKind Kind, string Question, DateTimeOffset? AnswerBy);
