using Portal.Domain.CallOffs.Pricing;

namespace Portal.Tests.CallOffs;

/// <summary>To which day an ended placement is paid: notice after leaving, never beyond the expected end.</summary>
public sealed class PlacementValueTests
{
    private static readonly DateOnly From = new(2026, 11, 24);

    [Theory]
    [InlineData("26", "2026-12-02", 28, "2026-12-30")] // long before the end: the whole notice
    [InlineData("2", "2026-12-02", 28, "2026-12-08")] // notice only to the expected end
    [InlineData("2", "2026-12-08", 28, "2026-12-08")] // left when expected
    [InlineData("2", "2026-12-20", 28, "2026-12-20")] // stayed longer: no notice after
    [InlineData("0.5", "2026-11-25", 7, "2026-11-28")] // half a week: the fourth day counts whole
    [InlineData(null, "2026-12-02", 7, "2026-12-09")] // no length said: the whole notice
    [InlineData("26", "2026-12-02", 0, "2026-12-02")]
    [InlineData("26", "2026-11-24", 7, "2026-12-01")] // left on the day of arrival
    public void Notice_is_paid_after_leaving_but_not_beyond_the_expected_end(string? weeks, string left, int notice, string paidTo) => Assert.Equal(
        DateOnly.ParseExact(paidTo, "yyyy-MM-dd"),
        PlacementValue.PaidTo(From, weeks is null ? null : decimal.Parse(weeks, System.Globalization.CultureInfo.InvariantCulture), DateOnly.ParseExact(left, "yyyy-MM-dd"), notice));
}
