using Portal.Domain.Tenders;

namespace Portal.Web.Tenders.Drafting.Sheets;

/// <summary>What a sheet changed in a lot's criteria, in a sentence.</summary>
internal static class CriteriaChanges
{
    public static string InWords(IReadOnlyList<Criterion> before, IReadOnlyList<Criterion> after)
    {
        string[] added = [.. after.Where(a => before.All(b => b.Code != a.Code)).Select(a => a.Code)];
        string[] removed = [.. before.Where(b => after.All(a => a.Code != b.Code)).Select(b => b.Code)];
        string[] changed = [.. after.Where(a => before.FirstOrDefault(b => b.Code == a.Code) is { } b && !Same(a, b)).Select(a => a.Code)];
        string[] parts = [.. new[] { Part("new", added), Part("changed", changed), Part("removed", removed) }.Where(p => p.Length > 0)];
        return parts.Length == 0 ? "The sheet says what the draft says already; nothing was changed." : $"The criteria were taken from the sheet. {string.Join("; ", parts)}.";
    }

    private static string Part(string what, string[] codes) => codes.Length == 0 ? "" : $"{char.ToUpperInvariant(what[0])}{what[1..]}: {string.Join(", ", codes)}";

    // A form sends a line break as two characters, a sheet as one.
    private static Criterion Plain(Criterion criterion) => criterion with { Description = criterion.Description.ReplaceLineEndings("\n") };

    private static bool Same(Criterion left, Criterion right) =>
        Plain(left) with { Descriptors = right.Descriptors } == Plain(right) && left.Descriptors.SequenceEqual(right.Descriptors);
}
