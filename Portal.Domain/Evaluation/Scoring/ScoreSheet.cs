using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Scoring;

/// <summary>A score sheet's id.</summary>
public readonly record struct ScoreSheetId(Guid Value) : ITypedId<ScoreSheetId>
{
    public static ScoreSheetId From(Guid value) => new(value);
}

/// <summary>Whether a sheet can still be written on.</summary>
public enum SheetStanding
{
    Open,
    Locked,
}

/// <summary>What one evaluator writes about one bid under one criterion; kept half-filled until the sheet is locked.</summary>
public sealed record ScoreEntry(int? Score, string Reason, string Citation)
{
    public bool IsComplete => Score is not null && Reason.Length > 0;
}

/// <summary>One evaluator's scores for a lot, written alone, blind to the others and to price (C2-04).</summary>
public sealed class ScoreSheet : Aggregate
{
    private readonly List<GivenScore> scores = [];

    private ScoreSheet()
    {
    }

    public ScoreSheetId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public LotId Lot { get; private set; }

    public PersonId Evaluator { get; private set; }

    public string EvaluatorName { get; private set; } = "";

    public SheetStanding Standing { get; private set; }

    public DateTimeOffset? LockedAt { get; private set; }

    public IReadOnlyList<GivenScore> Scores => scores;

    public static ScoreSheet Begin(Tender tender, Lot lot, Actor evaluator) => new()
    {
        Id = Kernel.Id.New<ScoreSheetId>(),
        Tender = tender.Id,
        Lot = lot.Id,
        Evaluator = evaluator.Person,
        EvaluatorName = evaluator.Name,
    };

    public GivenScore? ScoreOf(SubmissionId submission, string criterion) => scores.Find(s => s.Submission == submission && s.Criterion == criterion);

    /// <summary>Keeps what was written so far; before and after go to the log (D2-01, D2-02).</summary>
    public void Write(Tender tender, SubmissionId submission, Criterion criterion, ScoreEntry entry, DateTimeOffset now)
    {
        MustBeOpen(tender);
        if (entry.Score is { } score && (score < 0 || score > criterion.Scale))
        {
            throw new RuleBroken("SCORE_OFF_SCALE", $"Choose a score on the published scale of 0 to {criterion.Scale}.", "C2-01", "Score");
        }

        GivenScore? given = ScoreOf(submission, criterion.Code);
        if (given is null)
        {
            given = new GivenScore(Id, submission, criterion.Code);
            scores.Add(given);
        }

        int? before = given.Score;
        given.Write(entry, now);
        Happened("evaluation.scoreWritten", tender.Subject, new { sheet = Id, submission, criterion = criterion.Code, before, after = entry.Score, entry.Reason, entry.Citation });
    }

    /// <summary>What is still missing: a score or a reason for each bid under each quality criterion.</summary>
    public IReadOnlyList<(SubmissionId Submission, string Criterion)> Missing(Lot lot, IEnumerable<SubmissionId> bids) =>
        [.. MissingOf(lot, bids, scores.Where(s => s.IsComplete).Select(s => (s.Submission, s.Criterion)).ToHashSet())];

    private static IEnumerable<(SubmissionId Submission, string Criterion)> MissingOf(Lot lot, IEnumerable<SubmissionId> bids, HashSet<(SubmissionId Submission, string Criterion)> complete) =>
        from bid in bids from criterion in lot.QualityCriteria where !complete.Contains((bid, criterion.Code)) select (bid, criterion.Code);

    /// <summary>Closes the sheet. Raises <see cref="RuleBroken"/> while a score or a reason is missing.</summary>
    public void Lock(Tender tender, Lot lot, IReadOnlyCollection<SubmissionId> bids, DateTimeOffset now)
    {
        MustBeOpen(tender);
        if (Missing(lot, bids) is { Count: > 0 } missing)
        {
            throw new RuleBroken("SHEET_INCOMPLETE", $"{missing.Count} of {bids.Count * lot.QualityCriteria.Count()} scores have no score or no reason yet. A score without a reason cannot be explained later.", "D2-01");
        }

        (Standing, LockedAt) = (SheetStanding.Locked, now);
        Happened("evaluation.sheetLocked", tender.Subject, new { sheet = Id, lot = lot.Number, Evaluator, declaredAgainNoConflict = true });
    }

    /// <summary>Opens a locked sheet again: a recorded exception with its reason (D2-02).</summary>
    public void Reopen(Tender tender, string reason)
    {
        if (Standing != SheetStanding.Locked || tender.Stage != TenderStage.Scoring)
        {
            throw new RuleBroken("WRONG_STAGE", "A sheet can be reopened only while scoring lasts.", "C2-04");
        }

        string why = Tenders.Tender.Wanted(reason, 2000, "Reason", "why the sheet is reopened");
        (Standing, LockedAt) = (SheetStanding.Open, null);
        Happened("evaluation.sheetReopened", tender.Subject, new { sheet = Id, Evaluator, reason = why });
    }

    private void MustBeOpen(Tender tender)
    {
        if (tender.Stage != TenderStage.Scoring)
        {
            throw new RuleBroken("WRONG_STAGE", "Scores are written while scoring lasts, and at no other time.", "C2-03");
        }

        if (Standing == SheetStanding.Locked)
        {
            throw new RuleBroken("SHEET_LOCKED", "Your sheet is locked. Ask the moderator to reopen it if a score must change.", "C2-04");
        }
    }
}

/// <summary>One score with its reason and the passage of the bid it rests on.</summary>
public sealed class GivenScore
{
    private GivenScore()
    {
    }

    internal GivenScore(ScoreSheetId sheet, SubmissionId submission, string criterion) => (Sheet, Submission, Criterion) = (sheet, submission, criterion);

    public ScoreSheetId Sheet { get; private set; }

    public SubmissionId Submission { get; private set; }

    public string Criterion { get; private set; } = "";

    public int? Score { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The words of the bid that the reason points to.</summary>
    public string Citation { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    public bool IsComplete => Score is not null && Reason.Length > 0;

    internal void Write(ScoreEntry entry, DateTimeOffset now) => (Score, Reason, Citation, WrittenAt) = (entry.Score, entry.Reason.Trim(), entry.Citation.Trim(), now);
}
