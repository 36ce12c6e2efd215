using Portal.Domain.Bids;
using Portal.Domain.Evaluation.Scoring;

namespace Portal.Domain.Evaluation.Moderating;

/// <summary>How far the evaluators are apart on one bid under one criterion: the meeting takes the widest first (C2-05).</summary>
public sealed record Divergence(SubmissionId Submission, string Criterion, IReadOnlyList<(string Evaluator, GivenScore Given)> Scores)
{
    public int Lowest => Scores.Min(s => s.Given.Score ?? 0);

    public int Highest => Scores.Max(s => s.Given.Score ?? 0);

    public GivenRange Range => new(Lowest, Highest);

    public int Spread => Highest - Lowest;

    /// <summary>Every pair of bid and criterion, the widest spread first.</summary>
    public static IReadOnlyList<Divergence> Of(IEnumerable<ScoreSheet> sheets) =>
    [
        .. from sheet in sheets
           from given in sheet.Scores
           where given.Score is not null
           group (sheet.EvaluatorName, given) by (given.Submission, given.Criterion) into scores
           let divergence = new Divergence(scores.Key.Submission, scores.Key.Criterion, [.. scores.OrderBy(s => s.EvaluatorName, StringComparer.Ordinal)])
           orderby divergence.Spread descending, divergence.Criterion, divergence.Submission.Value
           select divergence,
    ];

    /// <summary>A sign that the panel averaged instead of agreeing: where evaluators differed, every agreed score is the rounded mean (C2-06, Bromcom).</summary>
    public static bool LooksAveraged(IEnumerable<Divergence> divergences, Moderation moderation)
    {
        (Divergence Divergence, ConsensusScore? Agreed)[] contested = [.. divergences.Where(d => d.Spread > 0).Select(d => (d, moderation.ScoreOf(d.Submission, d.Criterion)))];
        return contested.Length >= 3 && contested.All(c => c.Agreed is { } agreed && agreed.Score == RoundedMean(c.Divergence));
    }

    private static decimal RoundedMean(Divergence divergence) =>
        Math.Round(divergence.Scores.Average(s => (decimal)s.Given.Score!), 0, MidpointRounding.AwayFromZero);
}
