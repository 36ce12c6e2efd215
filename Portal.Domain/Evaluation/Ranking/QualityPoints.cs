using System.Numerics;
using Portal.Domain.Evaluation.Arithmetic;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>A lot's quality criteria made ready for adding: each weight ÷ top score over one common denominator, so that whole scores add up in whole numbers and a total is reduced once.</summary>
internal sealed class QualityPoints
{
    private readonly IReadOnlyList<QualityCriterion> criteria;
    private readonly int[] minima;
    private readonly long[] factors;
    private readonly long denominator;

    private QualityPoints(IReadOnlyList<QualityCriterion> criteria)
    {
        this.criteria = criteria;
        minima = [.. criteria.Index().Where(c => c.Item.Minimum is not null).Select(c => c.Index)];
        Ratio[] parts = [.. criteria.Select(c => c.Points(1))];
        BigInteger shared = Shared(parts);
        BigInteger[] whole = [.. parts.Select(p => p.Numerator * shared / p.Denominator)];
        // Where a sum of scores below 65,536 might not fit a machine word, every part is added as a fraction instead.
        bool fits = shared < long.MaxValue && whole.Aggregate(BigInteger.Zero, (sum, factor) => sum + factor) * AgreedScores.WholeBelow < long.MaxValue;
        denominator = fits ? (long)shared : 0;
        factors = fits ? Array.ConvertAll(whole, factor => (long)factor) : [];
        Steps = [.. criteria.Select(c => c.Points(c.Step))];
    }

    /// <summary>What one step of each criterion is worth.</summary>
    public IReadOnlyList<Ratio> Steps { get; }

    public IReadOnlyList<int> Minima => minima;

    public static QualityPoints Of(LotMethodology methodology) => new(methodology.Quality);

    public Ratio Total(AgreedScores scores) => Points(scores).Exact;

    /// <summary>The total, not brought to lowest terms.</summary>
    public Unreduced Points(AgreedScores scores) =>
        Whole(scores, out long sum) ? Unreduced.Of(sum, denominator) : Unreduced.Of(Ratio.Sum(criteria.Zip(scores, (c, s) => c.Points(s))));

    public int FailedMinima(AgreedScores scores)
    {
        int failed = 0;
        foreach (int place in minima)
        {
            failed += criteria[place].Fails(scores[place]) ? 1 : 0;
        }

        return failed;
    }

    private bool Whole(AgreedScores scores, out long sum)
    {
        sum = 0;
        ReadOnlySpan<ushort> whole = scores.Whole;
        ReadOnlySpan<long> each = factors;
        if (each.Length == 0 || each.Length != whole.Length)
        {
            return false;
        }

        for (int i = 0; i < each.Length; i++)
        {
            sum += each[i] * whole[i];
        }

        return true;
    }

    private static BigInteger Shared(Ratio[] parts) =>
        parts.Aggregate(BigInteger.One, (shared, part) => shared * part.Denominator / BigInteger.GreatestCommonDivisor(shared, part.Denominator));
}
