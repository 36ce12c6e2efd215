using Portal.Domain.Law;
using Portal.Tests.House;

namespace Portal.Tests.Law;

/// <summary>The last day for a claim.</summary>
public sealed class ClaimTimeTests
{
    [Theory]
    [InlineData("2027-01-11", "2027-02-09")]
    [InlineData("2027-06-01", "2027-06-30")]
    [InlineData("2028-02-01", "2028-03-01")]
    [Rule("A13-06")]
    public void The_thirty_days_begin_with_the_day_of_knowledge(string known, string last) =>
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), ClaimTime.LastDay(DateOnly.Parse(known, System.Globalization.CultureInfo.InvariantCulture)));
}
