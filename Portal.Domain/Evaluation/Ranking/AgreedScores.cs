using System.Collections;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>A bid's consensus scores in the order of the methodology's quality criteria, as agreed; where all are whole numbers from 0 to 65,535 also as such, in a quarter of the room of doubles, so that adding many bids up reads little.</summary>
public sealed class AgreedScores : IReadOnlyList<decimal>, IEquatable<AgreedScores>
{
    private readonly decimal[] scores;
    private readonly ushort[]? whole;

    private AgreedScores(decimal[] scores)
    {
        this.scores = scores;
        whole = Array.TrueForAll(scores, IsNarrow) ? Array.ConvertAll(scores, decimal.ToUInt16) : null;
    }

    public int Count => scores.Length;

    /// <summary>One more than the greatest whole score that is held narrow.</summary>
    internal static int WholeBelow => ushort.MaxValue + 1;

    /// <summary>The scores as whole numbers; empty where one of them is not.</summary>
    internal ReadOnlySpan<ushort> Whole => whole;

    public decimal this[int index] => scores[index];

    public static AgreedScores Of(IReadOnlyList<decimal> scores) => scores as AgreedScores ?? new AgreedScores([.. scores]);

    public IEnumerator<decimal> GetEnumerator() => scores.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(AgreedScores? other) => other is not null && scores.AsSpan().SequenceEqual(other.scores);

    public override bool Equals(object? obj) => Equals(obj as AgreedScores);

    public override int GetHashCode() => scores.Aggregate(0, HashCode.Combine);

    private static bool IsNarrow(decimal score) => score is >= 0 and <= ushort.MaxValue && decimal.Truncate(score) == score;
}
