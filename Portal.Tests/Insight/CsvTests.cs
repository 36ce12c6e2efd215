using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Tests.Insight;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+44", "'+44")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("Primrose House", "Primrose House")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Text_is_quoted_and_never_a_formula(string text, string cell) => Assert.Equal($"h\r\n{cell}\r\n", Csv.Text(["h"], [[text]]));

    [Fact]
    public void Figures_stay_figures() =>
        Assert.Equal("a,b,c,d\r\n-1,6100.00,2026-11-23,\r\n", Csv.Text(["a", "b", "c", "d"], [[-1, new Money(6100m), new DateOnly(2026, 11, 23), null]]));
}
