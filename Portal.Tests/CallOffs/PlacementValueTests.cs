using System.Globalization;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Pricing;

namespace Portal.Tests.CallOffs;

/// <summary>To which day an ended placement is paid: notice counts from the day it was given, else from the day of leaving.</summary>
public sealed class PlacementValueTests
{
    [Theory]
    [InlineData("2026-12-02", null, 28, "2026-12-30")] // none given before: the whole notice after leaving
    [InlineData("2026-12-02", "2026-12-02", 28, "2026-12-30")] // given on the day of leaving: the same
    [InlineData("2026-12-02", "2026-11-24", 28, "2026-12-22")] // given before: what is left of it
    [InlineData("2026-12-21", "2026-11-24", 28, "2026-12-22")] // one day is left
    [InlineData("2026-12-22", "2026-11-24", 28, "2026-12-22")] // runs out on the day of leaving
    [InlineData("2027-01-15", "2026-11-24", 28, "2027-01-15")] // had run out long before
    [InlineData("2026-12-02", null, 0, "2026-12-02")] // the agreement gives none
    [InlineData("2026-12-02", "2026-11-24", 0, "2026-12-02")]
    public void A_placement_is_paid_to_the_later_of_leaving_and_the_end_of_its_notice(string left, string? given, int notice, string paidTo) => Assert.Equal(
        Day(paidTo), PlacementValue.PaidTo(new Leaving(Day(left), "Moved home.", given is null ? null : Day(given)), notice));

    [Theory]
    [InlineData(28, 7, "2026-12-21", 7)] // the 28th day
    [InlineData(28, 7, "2026-12-22", 28)]
    [InlineData(28, 7, "2026-11-23", 7)] // given before the child came
    [InlineData(28, null, "2026-11-25", 28)] // no shorter notice in the agreement
    [InlineData(14, null, "2026-11-25", 14)]
    public void The_shorter_notice_of_the_first_28_days_counts_only_where_the_agreement_names_it(int days, int? early, string from, int counted) =>
        Assert.Equal(counted, new AgreedNotice(days, early).CountedFrom(Day(from), Day("2026-11-24")));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
