using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Moderating;

/// <summary>A moderation's id.</summary>
public readonly record struct ModerationId(Guid Value) : ITypedId<ModerationId>
{
    public static ModerationId From(Guid value) => new(value);
}

/// <summary>The moderation of a lot: who attended, and one agreed score with its agreed reason per bid and criterion (C2-05). The chair does not score.</summary>
public sealed class Moderation : Aggregate
{
    private readonly List<ConsensusScore> consensus = [];

    // Sixty criteria of a thousand bids are asked for one by one.
    private Dictionary<(SubmissionId Submission, string Criterion), ConsensusScore> found = [];

    private Moderation()
    {
    }

    public ModerationId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public LotId Lot { get; private set; }

    /// <summary>Who was at the meeting, and when it was held.</summary>
    public string Attendance { get; private set; } = "";

    public DateTimeOffset? FrozenAt { get; private set; }

    public IReadOnlyList<ConsensusScore> Consensus => consensus;

    /// <summary>What was corrected after the ranking, oldest first.</summary>
    public IReadOnlyList<ScoreCorrection> Corrections { get; private set; } = [];

    public static Moderation Of(Tender tender, Lot lot) => new() { Id = Kernel.Id.New<ModerationId>(), Tender = tender.Id, Lot = lot.Id };

    public ConsensusScore? ScoreOf(SubmissionId submission, string criterion)
    {
        found = found.Count == consensus.Count ? found : consensus.ToDictionary(c => (c.Submission, c.Criterion));
        return found.GetValueOrDefault((submission, criterion));
    }

    /// <summary>Who of the panel met, and when: a moderator alone is no panel (C2-05).</summary>
    public void RecordAttendance(Tender tender, IReadOnlyCollection<PersonId> present, string when)
    {
        MustBeOpen(tender);
        string held = Tenders.Tender.Wanted(when, 1000, "Attendance", "when the meeting was held, and how");
        TeamMember[] panel = [.. tender.Team.Where(m => m.Part is TeamPart.Evaluator or TeamPart.Moderator)];
        TeamMember[] met = [.. panel.Where(m => present.Contains(m.Person)).DistinctBy(m => m.Person)];
        int needed = Math.Min(2, panel.Where(m => m.Part == TeamPart.Evaluator).Select(m => m.Person).Distinct().Count());
        if (met.Count(m => m.Part == TeamPart.Evaluator) < needed)
        {
            throw new RuleBroken("NO_PANEL", $"Choose who met: at least {needed} of the evaluators. A moderator alone agrees nothing.", "C2-05", "Present");
        }

        Attendance = $"{string.Join(", ", met.Select(m => m.Name))}. {held}";
        Happened("evaluation.attendanceRecorded", tender.Subject, new { lot = Lot, present = met.Select(m => m.Person), Attendance });
    }

    /// <summary>Records what the panel agreed: a step of the published scale and its reason, never an average (C2-05, C2-06). A change keeps before, after and why.</summary>
    public void Agree(Tender tender, SubmissionId submission, Criterion criterion, AgreedScore agreed, Actor by, DateTimeOffset now)
    {
        MustBeOpen(tender);
        if (Attendance.Length == 0)
        {
            throw new RuleBroken("ATTENDANCE_MISSING", "First record who attended the moderation meeting.", "C2-05", "Attendance");
        }

        MustBeOnScale(criterion, agreed.Score);
        string reason = Substance.Wanted(agreed.Reason, 8000, "Reason", "the reason the panel agreed on, by reference to the bid");
        MustExplainOutside(agreed);
        ConsensusScore? score = ScoreOf(submission, criterion.Code);
        MustBeNewest(agreed, score);
        if (score is null)
        {
            score = new ConsensusScore(Id, submission, criterion.Code);
            consensus.Add(score);
        }
        else if (score.Score != agreed.Score && string.IsNullOrWhiteSpace(agreed.WhyChanged))
        {
            throw new RuleBroken("CHANGE_UNEXPLAINED", $"This score was agreed as {score.Score}. Say why it changes.", "D2-02", "WhyChanged");
        }

        int? before = score.Times == 0 ? null : score.Score;
        score.Agree((int)agreed.Score, reason, by, now, agreed.IsOutside ? agreed.WhyOutside!.Trim() : "");
        Happened("evaluation.consensusAgreed", tender.Subject, new { submission, criterion = criterion.Code, before, after = score.Score, reason, agreed.WhyChanged, evaluators = agreed.Given, score.WhyOutside });
    }

    // Two moderators at once: the second is shown what the first kept, and neither is lost (R7).
    private static void MustBeNewest(AgreedScore agreed, ConsensusScore? score)
    {
        if (agreed.Seen is { } seen && score is not null && seen != score.Times)
        {
            throw new RuleBroken("AGREED_MEANWHILE", $"{score.AgreedByName} has kept {score.Score} for this since your page was shown, with the reason: “{score.Reason}” What you typed is not kept yet. Compare the two; if yours is what the panel agreed, say why it changes and keep it.", "C2-05", "Reason");
        }
    }

    public IReadOnlyList<(SubmissionId Submission, string Criterion)> Missing(Lot lot, IEnumerable<SubmissionId> bids) =>
        [.. from bid in bids from criterion in lot.QualityCriteria where ScoreOf(bid, criterion.Code) is null select (bid, criterion.Code)];

    /// <summary>Freezes the consensus, and with it the set of compliant bids, before any price is opened (C1-10, C2-03).</summary>
    public void Freeze(Tender tender, Lot lot, IReadOnlyCollection<SubmissionId> bids, DateTimeOffset now)
    {
        MustBeOpen(tender);
        if (Missing(lot, bids) is { Count: > 0 } missing)
        {
            throw new RuleBroken("CONSENSUS_INCOMPLETE", $"Lot {lot.Number}: {missing.Count} scores are not agreed yet.", "C2-05");
        }

        FrozenAt = now;
        Happened("evaluation.consensusFrozen", tender.Subject, new { lot = lot.Number, scores = consensus.Select(c => new { c.Submission, c.Criterion, c.Score }) });
    }

    /// <summary>Corrects a frozen score after the ranking: before, after, who and why are kept beside it for ever (D2-02).</summary>
    public void Correct(Tender tender, SubmissionId submission, Criterion criterion, AgreedScore agreed, Actor by, DateTimeOffset now)
    {
        Lot of = tender.Lots.First(l => l.Id == Lot);
        tender.MustBeUntold(of);
        if (!tender.IsDeciding(of) || ScoreOf(submission, criterion.Code) is not { } score)
        {
            throw new RuleBroken("WRONG_STAGE", "An agreed score is corrected after the ranking and before the result is published.", "D2-02");
        }

        MustBeOnScale(criterion, agreed.Score);
        string reason = Substance.Wanted(agreed.Reason, 8000, "Reason", "the reason the panel agreed on, by reference to the bid");
        string why = Substance.Wanted(agreed.WhyChanged, 4000, "WhyChanged", "what was wrong, and how it came to light");
        ScoreCorrection correction = new(submission.Value, criterion.Code, score.Score, (int)agreed.Score, score.Reason, reason, why, by.Name, now);
        Corrections = [.. Corrections, correction];
        score.Agree(correction.After, reason, by, now, why);
        Happened("evaluation.consensusCorrected", tender.Subject, new { submission, criterion = criterion.Code, before = correction.Before, after = correction.After, correction.ReasonBefore, reason, why });
    }

    private static void MustBeOnScale(Criterion criterion, decimal score)
    {
        if (score < 0 || score > criterion.Scale || score != decimal.Truncate(score))
        {
            throw new RuleBroken("SCORE_OFF_SCALE", $"The agreed score must be a step of the published scale: a whole number from 0 to {criterion.Scale}. An average is not an agreement.", "C2-06", "Score");
        }
    }

    // The panel may see what no evaluator saw alone, but it must say what (C2-05, D2-01).
    private static void MustExplainOutside(AgreedScore agreed)
    {
        if (agreed.IsOutside)
        {
            _ = Substance.Wanted(agreed.WhyOutside, 4000, "WhyOutside", $"why the panel agreed {agreed.Score}, when the evaluators gave {agreed.Given}");
        }
    }

    private void MustBeOpen(Tender tender)
    {
        if (tender.Stage != TenderStage.Moderating || FrozenAt is not null)
        {
            throw new RuleBroken("WRONG_STAGE", "Scores are agreed during moderation, before prices are opened, and at no other time.", "C2-03");
        }
    }
}

/// <summary>What the panel agreed on one bid under one criterion.</summary>
/// <param name="WhyChanged">Needed when an agreed score is replaced by another.</param>
/// <param name="WhyOutside">Needed when it lies outside what the evaluators gave.</param>
public sealed record AgreedScore(decimal Score, string Reason, string? WhyChanged = null, string? WhyOutside = null)
{
    /// <summary>How often this score had been agreed when the form was shown; null where nobody looked at a form.</summary>
    public int? Seen { get; init; }

    /// <summary>What the evaluators gave alone; null where nobody did.</summary>
    public GivenRange? Given { get; init; }

    public bool IsOutside => Given is { } range && (Score < range.Lowest || Score > range.Highest);
}

/// <summary>The lowest and the highest score that evaluators gave alone.</summary>
public sealed record GivenRange(int Lowest, int Highest)
{
    /// <summary>"3 to 4", or "5" where all gave the same.</summary>
    public override string ToString() => Lowest == Highest ? $"{Lowest}" : $"{Lowest} to {Highest}";
}

/// <summary>A corrected score with all that a court asks: before, after, both reasons, why, who and when (D2-02).</summary>
public sealed record ScoreCorrection(Guid Submission, string Criterion, int Before, int After, string ReasonBefore, string ReasonAfter, string Why, string ByName, DateTimeOffset At);

/// <summary>The agreed score that counts, with the reason the bidder will read.</summary>
public sealed class ConsensusScore
{
    private ConsensusScore()
    {
    }

    internal ConsensusScore(ModerationId moderation, SubmissionId submission, string criterion) => (Moderation, Submission, Criterion) = (moderation, submission, criterion);

    public ModerationId Moderation { get; private set; }

    public SubmissionId Submission { get; private set; }

    public string Criterion { get; private set; } = "";

    public int Score { get; private set; }

    public string Reason { get; private set; } = "";

    public string AgreedByName { get; private set; } = "";

    public DateTimeOffset AgreedAt { get; private set; }

    public int Times { get; private set; }

    /// <summary>Why it lies outside what the evaluators gave; empty where it does not.</summary>
    public string WhyOutside { get; private set; } = "";

    internal void Agree(int score, string reason, Actor by, DateTimeOffset now, string whyOutside)
    {
        (Score, Reason, AgreedByName, AgreedAt, WhyOutside) = (score, reason, by.Name, now, whyOutside);
        Times++;
    }
}
