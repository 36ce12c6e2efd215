using System.Globalization;

namespace Portal.Tests.Durability;

/// <summary>How often a durability test repeats itself: a few times in the ordinary suite, as often as PORTAL_ROUNDS says in a long run (bench/durability).</summary>
internal static class Rounds
{
    public static int Of(int few) => int.TryParse(Environment.GetEnvironmentVariable("PORTAL_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : few;

    /// <summary>The seed that a failed run printed, or always the same.</summary>
    public static Random Chance(int round = 0) => new(Of("PORTAL_SEED", 20261122) + round);

    private static int Of(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int given) ? given : otherwise;
}
