using System.Globalization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Law;

/// <summary>The value, VAT included, from which a purchase is a public contract (A1-03, A1-04; Schedule 1, s.123(2)); chosen by the day the procurement commences (A1-05).</summary>
public sealed record Threshold(DateOnly From, DateOnly To, AuthorityKind Authority, PurchaseKind Kind, Money Amount, string Rule)
{
    /// <summary>Every row held. The last rows end on 31 December 2027: the figures are re-set every two years (A1-06) and the next are not known.</summary>
    public static IReadOnlyList<Threshold> Held { get; } =
    [
        .. HeldTable.Read("thresholds.csv").Select(row => new Threshold(
            row.Date("from"),
            row.Date("to"),
            row.Word<AuthorityKind>("authority"),
            row.Word<PurchaseKind>("kind"),
            new Money(decimal.Parse(row["amount"], CultureInfo.InvariantCulture)),
            row["source"])),
    ];

    /// <summary>The threshold for a procurement that commenced on that day, or <see cref="RuleBroken"/> (THRESHOLD_RANGE) when none is held for it.</summary>
    public static Threshold On(DateOnly commenced, AuthorityKind authority, PurchaseKind kind) =>
        Held.FirstOrDefault(row => row.From <= commenced && commenced <= row.To && row.Authority == authority && row.Kind == kind)
        ?? throw new RuleBroken(
            "THRESHOLD_RANGE",
            $"Thresholds are held for procurements commenced from {LondonTime.Day(Held.Min(row => row.From))} to {LondonTime.Day(Held.Max(row => row.To))}.",
            "A1-05",
            "commenced");

    /// <summary>Whether an estimate reaches the threshold; one that cannot be made counts as reaching it (A1-09, Schedule 3 paragraph 5).</summary>
    public bool IsReachedBy(Money? estimateWithVat) => estimateWithVat is not { } estimate || estimate >= Amount;
}
