using FsCheck.Fluent;
using Portal.Domain.Evaluation.Arithmetic;
using Check = FsCheck.Check;

namespace Portal.Tests.Evaluation;

public sealed class RatioTests
{
    [Theory]
    [InlineData("0.005", 2, "0.01")]
    [InlineData("0.0049", 2, "0.00")]
    [InlineData("-0.005", 2, "-0.01")]
    [InlineData("-0.004", 2, "0.00")]
    [InlineData("2.5", 0, "3")]
    [InlineData("40", 4, "40.0000")]
    [InlineData("0", 2, "0.00")]
    [InlineData("0.05", 2, "0.05")]
    public void Halves_round_up_and_all_decimals_are_written(string value, int decimals, string written) =>
        Assert.Equal(written, Ratio.FromDecimal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToFixed(decimals));

    [Fact]
    public void A_fraction_is_written_in_lowest_terms_with_its_sign_on_top()
    {
        Assert.Equal("349/4", Ratio.FromDecimal(87.25m).ToString());
        Assert.Equal("-1/2", ((Ratio)1 / -2).ToString());
        Assert.Equal("0/1", default(Ratio).ToString());
        Assert.Equal("80/1", ((Ratio)160 / 2).ToString());
    }

    [Fact]
    public void A_third_three_times_is_one()
    {
        Ratio third = (Ratio)1 / 3;
        Assert.Equal(Ratio.One, third + third + third);
    }

    [Fact]
    public void Rounding_moves_a_value_by_at_most_half_a_unit() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int, int>((n, d) =>
        {
            Ratio value = (Ratio)n / (d == 0 ? 1 : d);
            Ratio moved = value.Rounded(3) - value;
            return moved <= 0.0005m && moved >= -0.0005m;
        }));

    [Fact]
    public void Adding_and_taking_away_the_same_changes_nothing() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int, int, int>((a, b, c) =>
        {
            Ratio left = (Ratio)a / ((b * b) + 1L > int.MaxValue ? 7 : (b * b % 1000) + 1);
            return left + c - c == left && (c == 0 || left * c / c == left);
        }));
}
