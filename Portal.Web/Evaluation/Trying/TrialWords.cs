using System.Globalization;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Trying;
using Portal.Domain.Kernel;

namespace Portal.Web.Evaluation.Trying;

/// <summary>What a trial found, as sentences.</summary>
public static class TrialWords
{
    /// <summary>The title of the plot: what the method does with price, between the cheapest and the dearest price plotted.</summary>
    public static string OfCurve(MethodTrial trial)
    {
        CurvePoint[] scored = [.. trial.Curve.Points.Where(p => p.Score is not null)];
        if (scored.Length < 2)
        {
            return "This method gives no score for a price.";
        }

        (CurvePoint cheap, CurvePoint dear) = (scored[0], scored[^1]);
        string range = $"From {Pounds(cheap.Price)} to {Pounds(dear.Price)}";
        if (trial.Methodology.LowestWins)
        {
            return $"{range} the price for each quality point rises from {cheap.Score!.Value.ToFixed(2)} to {dear.Score!.Value.ToFixed(2)}";
        }

        string fall = $"{range} a price falls from {cheap.Score!.Value.ToFixed(2)} to {dear.Score!.Value.ToFixed(2)} points";
        return scored.Count(p => p.Score == dear.Score) > 1 && dear.Score.Value.IsZero
            ? $"{fall}; every price from {Pounds(scored.First(p => p.Score!.Value.IsZero).Price)} scores nothing"
            : fall;
    }

    public static string OfReversals(MethodTrial trial) => trial.Reversals.Count switch
    {
        0 => "No losing bid decides who wins among these bids.",
        1 => "A losing bid decides who wins among these bids.",
        int count => $"{count.ToString(CultureInfo.InvariantCulture)} losing bids each decide who wins among these bids.",
    };

    public static string OfDummies(MethodTrial trial)
    {
        if (trial.Dummies.FirstOrDefault(d => d.ChangesTheWinner) is { } worst)
        {
            return $"A dummy bid of {Pounds(worst.Price)} that cannot win moves the award from {worst.WinnerBefore} to {worst.WinnerAfter ?? "a tie"}.";
        }

        Ratio most = trial.Dummies.Select(d => d.Shift).DefaultIfEmpty(Ratio.Zero).Max();
        return most.IsZero
            ? "A dummy bid, however dear or cheap, moves nobody’s price score: this method cannot be gamed that way."
            : $"A dummy bid moves another’s price score by up to {most.ToFixed(2)}, but does not change who wins here.";
    }

    public static string OfRoundings(MethodTrial trial)
    {
        RoundedResult[] other = [.. trial.Roundings.Skip(1).Where(r => r.First != trial.Roundings[0].First)];
        return other.Length == 0
            ? "However the totals are rounded, the same bid is first."
            : $"Rounding decides: {other[0].How.ToLowerInvariant()}, {other[0].First ?? "nobody alone"} is first instead of {trial.Roundings[0].First ?? "nobody alone"}.";
    }

    private static string Pounds(Money money) => "£" + money.Amount.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
