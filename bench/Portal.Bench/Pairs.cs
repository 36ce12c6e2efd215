using System.Diagnostics;
using System.Globalization;

namespace Portal.Bench;

/// <summary>Runs the limit and ours by turns (A B A B …), so that what else the machine does falls on both, and takes the median of the pairs' ratios.</summary>
internal static class Pairs
{
    public static async Task<double> Compare(string what, int pairs, Func<Task> limit, Func<Task> ours, string aim, TimeSpan warming = default)
    {
        // Arithmetic alone is over before the runtime has compiled it for good: both sides run until that is done.
        long began = Stopwatch.GetTimestamp();
        do
        {
            await limit();
            await ours();
        }
        while (Stopwatch.GetElapsedTime(began) < warming);
        List<(double Limit, double Ours)> times = [];
        for (int i = 0; i < pairs; i++)
        {
            times.Add((await Time(limit), await Time(ours)));
        }

        double ratio = Median(times.Select(t => t.Ours / t.Limit));
        Say($"{what}: limit {Median(times.Select(t => t.Limit)):0.000} ms, ours {Median(times.Select(t => t.Ours)):0.000} ms, ours / limit {ratio:0.00} (pairs from {times.Min(t => t.Ours / t.Limit):0.00} to {times.Max(t => t.Ours / t.Limit):0.00}); aim {aim}");
        return ratio;
    }

    public static async Task<double> Time(Func<Task> act)
    {
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    public static double Percentile(IReadOnlyList<double> values, double share) => values.Order().ElementAt((int)Math.Min(values.Count - 1, values.Count * share));

    public static void Say(FormattableString text) => Console.WriteLine("  " + text.ToString(CultureInfo.InvariantCulture));
}
