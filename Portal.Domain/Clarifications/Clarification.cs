using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Clarifications;

/// <summary>A clarification question's id.</summary>
public readonly record struct ClarificationId(Guid Value) : ITypedId<ClarificationId>
{
    public static ClarificationId From(Guid value) => new(value);
}

/// <summary>Where a question stands.</summary>
public enum ClarificationStage
{
    Asked,
    Answered,

    /// <summary>Joined with another that asks the same.</summary>
    Merged,
}

/// <summary>A provider's question about a running tender and the buyer's answer. The answer goes to everybody at once and never says who asked (A2-06, D1-04); one that would give away the asker's trade secrets may be answered to the asker alone, with the reason on record.</summary>
public sealed class Clarification : Aggregate
{
    private static readonly Lifecycle<ClarificationStage> Moves = new((ClarificationStage.Asked, ClarificationStage.Answered), (ClarificationStage.Asked, ClarificationStage.Merged));

    private Clarification()
    {
    }

    public ClarificationId Id { get; private set; }

    public TenderId Tender { get; private set; }

    /// <summary>Number within the tender, in the order asked; all that the public sees of the asking.</summary>
    public int Number { get; private set; }

    public string? LotNumber { get; private set; }

    public string Question { get; private set; } = "";

    public OrganisationId AskedBy { get; private set; }

    public PersonId AskedByPerson { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Why the asker wants the answer kept from others; the buyer decides.</summary>
    public string? ConfidentialWish { get; private set; }

    public ClarificationStage Stage { get; private set; }

    /// <summary>The question with which this one was joined.</summary>
    public int? MergedInto { get; private set; }

    /// <summary>Came by e-mail and was put on record by the buyer: nobody in the portal is its asker.</summary>
    public bool CameByEmail { get; private set; }

    /// <summary>The question as everybody reads it: the buyer may take out what names the asker.</summary>
    public string? PublishedQuestion { get; private set; }

    public string? Answer { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    /// <summary>What whoever answered says the answer does; null of answers older than the question.</summary>
    public AnswerEffect? Effect { get; private set; }

    /// <summary>Written, and waiting until the change of the documents that it tells of is published (A7-04).</summary>
    public HeldAnswer? Held { get; private set; }

    /// <summary>The number of the published change that carries what the answer tells of.</summary>
    public int? ByChange { get; private set; }

    /// <summary>Set when the answer went to the asker alone; legal sees it.</summary>
    public string? ConfidentialReason { get; private set; }

    public bool IsPublic => Stage == ClarificationStage.Answered && ConfidentialReason is null;

    /// <summary>Asks before the questions' deadline (D1-12).</summary>
    public static Clarification Ask(Tender tender, int number, AskedQuestion asked, Actor by, DateTimeOffset now)
    {
        if (!tender.TakesQuestions(now))
        {
            string until = tender.QuestionsCloseAt is { } closed ? $" They closed on {Law.LondonTime.ForPeople(closed)}." : "";
            throw new RuleBroken("QUESTIONS_CLOSED", $"Questions about tender {tender.Ref} are closed.{until}", "D1-12", "Question");
        }

        string? lot = string.IsNullOrWhiteSpace(asked.Lot) ? null : tender.LotNumbered(asked.Lot).Number;
        var clarification = new Clarification
        {
            Id = Kernel.Id.New<ClarificationId>(),
            Tender = tender.Id,
            Number = number,
            LotNumber = lot,
            Question = Wanted(asked.Question, "Question", "your question"),
            ConfidentialWish = string.IsNullOrWhiteSpace(asked.ConfidentialWish) ? null : asked.ConfidentialWish.Trim(),
            AskedBy = by.Organisation,
            AskedByPerson = by.Person,
            AskedAt = now,
        };
        clarification.Happened("clarification.asked", tender.Subject, new { clarification.Id, number, lot, confidentialWish = clarification.ConfidentialWish is not null });
        return clarification;
    }

    /// <summary>Makes a question of an e-mail; whoever wrote it is named in the e-mail's record only.</summary>
    public static Clarification FromEmail(Tender tender, int number, string question, DateTimeOffset now)
    {
        if (!tender.TakesAnswers(now))
        {
            throw new RuleBroken("DEADLINE_PASSED", "The deadline for tenders has passed, so an answer would help nobody equally. Put the e-mail on record without a question.", "A2-06", "Question");
        }

        var clarification = new Clarification
        {
            Id = Kernel.Id.New<ClarificationId>(),
            Tender = tender.Id,
            Number = number,
            Question = Wanted(question, "Question", "what it asks"),
            AskedAt = now,
            CameByEmail = true,
        };
        clarification.Happened("clarification.asked", tender.Subject, new { clarification.Id, number, byEmail = true });
        return clarification;
    }

    /// <summary>Joins this question with another that asks the same and is, or will be, answered to everybody.</summary>
    public void MergeInto(Clarification kept, Tender tender, DateTimeOffset now)
    {
        if (kept.Number == Number || kept.Stage == ClarificationStage.Merged || kept.ConfidentialReason is not null)
        {
            throw new RuleBroken("MERGE", "Choose another question that is, or will be, answered to everybody.", "A2-06", "Into");
        }

        Stage = Moves.Move(Stage, ClarificationStage.Merged, $"Question {Number}");
        MergedInto = kept.Number;
        Happened("clarification.merged", tender.Subject, new { Id, Number, into = kept.Number, at = now });
    }

    /// <summary>Answers to everybody. An answer that changes the documents is published with or after the change itself, never instead of it (A7-04).</summary>
    public void AnswerToAll(Tender tender, BuyersAnswer said, Actor by, DateTimeOffset now)
    {
        int? change = said.Effect == AnswerEffect.ChangesDocuments ? ChangeSince(tender) : null;
        if (said.Effect == AnswerEffect.ChangesDocuments && change is null)
        {
            throw new RuleBroken("CHANGE_FIRST", $"No change of tender {tender.Ref} has been published since question {Number} was asked. Publish the change; the answer goes out with it.", "A7-04", "Effect");
        }

        Settle(tender, said.Answer, by, now);
        PublishedQuestion = Wanted(said.PublishedQuestion, "PublishedQuestion", "the question as everybody will read it");
        (Effect, ByChange, Held) = (said.Effect, change, null);
        Happened("clarification.answered", tender.Subject, new { Id, Number, question = PublishedQuestion, answer = Answer, effect = said.Effect.ToString(), change });
    }

    /// <summary>Keeps an answer that changes the documents until the change is published; nobody outside the buyer reads it before.</summary>
    public void Hold(Tender tender, BuyersAnswer said, Actor by, DateTimeOffset now)
    {
        if (Stage != ClarificationStage.Asked)
        {
            throw new RuleBroken("ANSWERED_ALREADY", $"Question {Number} is answered, or joined with another.", "A2-06", "Answer");
        }

        MustStillHelp(tender, now);
        Held = new HeldAnswer(Wanted(said.PublishedQuestion, "PublishedQuestion", "the question as everybody will read it"), Wanted(said.Answer, "Answer", "the answer"), by.Name, now);
        Effect = AnswerEffect.ChangesDocuments;
        Happened("clarification.answerHeld", tender.Subject, new { Id, Number, why = "It changes the documents, so it waits for the change." });
    }

    /// <summary>The latest change published since the question was asked; null while there is none.</summary>
    public int? ChangeSince(Tender tender) => tender.Amendments.Count > 0 && tender.Amendments[^1].At >= AskedAt ? tender.Amendments.Count : null;

    /// <summary>Answers to the asker alone, which needs a reason that legal can read.</summary>
    public void AnswerInConfidence(Tender tender, BuyersAnswer said, Actor by, DateTimeOffset now)
    {
        if (CameByEmail)
        {
            throw new RuleBroken("NO_ASKER", "Nobody in the portal asked this question, so there is nobody to answer alone. Answer it to everybody.", "A2-06", "ConfidentialReason");
        }

        if (said.Effect == AnswerEffect.ChangesDocuments)
        {
            throw new RuleBroken("CHANGE_IN_CONFIDENCE", "What changes the documents is told to everybody, never to one supplier alone. Answer to all, or explain only.", "A2-06", "Effect");
        }

        string why = Wanted(said.ConfidentialReason, "ConfidentialReason", "why others may not see the answer");
        Settle(tender, said.Answer, by, now);
        (ConfidentialReason, Effect, Held) = (why, said.Effect, null);
        Happened("clarification.answeredInConfidence", tender.Subject, new { Id, Number, reason = why });
    }

    private void Settle(Tender tender, string answer, Actor by, DateTimeOffset now)
    {
        MustStillHelp(tender, now);
        string text = Wanted(answer, "Answer", "the answer");
        Stage = Moves.Move(Stage, ClarificationStage.Answered, $"Question {Number}");
        Answer = text;
        AnsweredAt = now;
        AnsweredBy = by.Person;
    }

    private static void MustStillHelp(Tender tender, DateTimeOffset now)
    {
        if (!tender.TakesAnswers(now))
        {
            throw new RuleBroken("DEADLINE_PASSED", "The deadline for tenders has passed, so an answer would help nobody equally. Extend the deadline before it passes if answers are outstanding.", "A2-06", "Answer");
        }
    }

    internal static string Wanted(string? text, string field, string what) => text?.Trim() switch
    {
        null or "" => throw new RuleBroken("MISSING", $"Enter {what}.", field: field),
        { Length: > 8000 } => throw new RuleBroken("TOO_LONG", "At most 8,000 characters.", field: field),
        var trimmed => trimmed,
    };
}

/// <summary>What an asker writes.</summary>
public sealed record AskedQuestion(string Question, string? Lot = null, string? ConfidentialWish = null);
