using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Api;

namespace Portal.Tests.Api;

public class ConventionTests
{
    private sealed record Asked(decimal Price, Regime Regime, DateTimeOffset At, Money? Fee);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("6100", "6100")]
    [InlineData("6100.50", "6100.50")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("123456789012345", "123456789012345")]
    public void A_decimal_is_read_from_its_digits(string text, string value) =>
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), DecimalText.Read(text, 4).Number);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("1\n")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("NaN")]
    [InlineData("٣")]
    [InlineData("1.00000")]
    [InlineData("1234567890123456")]
    public void What_is_no_plain_decimal_is_refused_with_words(string? text)
    {
        (decimal? number, string? fault) = DecimalText.Read(text, 4);

        Assert.Null(number);
        Assert.NotNull(fault);
    }

    [Theory]
    [InlineData("2026-11-23T12:00:00Z", true)]
    [InlineData("2026-07-01T12:00:00+01:00", true)]
    [InlineData("2026-11-23T12:00Z", true)]
    [InlineData("2026-11-23T12:00:00", false)]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-02-30T12:00:00Z", false)]
    [InlineData("2026-11-23T25:00:00Z", false)]
    [InlineData("2026-11-23 12:00:00Z", false)]
    public void An_instant_needs_its_offset_and_a_real_day(string text, bool taken) => Assert.Equal(taken, DateText.Instant(text) is not null);

    [Fact]
    public void Numbers_may_come_as_strings_or_as_JSON_numbers_and_keep_every_digit()
    {
        Asked asked = Read("""{"price":0.1234567890,"regime":"lightTouch","at":"2026-07-01T12:00:00+01:00","fee":"6100.5"}""");

        Assert.Equal(0.1234567890m, asked.Price);
        Assert.Equal(Regime.LightTouch, asked.Regime);
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 11, 0, 0, TimeSpan.Zero), asked.At);
        Assert.Equal(new Money(6100.5m), asked.Fee);
    }

    [Theory]
    [InlineData("""{"price":1e9999,"regime":"full","at":"2026-07-01T12:00:00Z"}""", "price")]
    [InlineData("""{"price":"1","regime":"Full","at":"2026-07-01T12:00:00Z"}""", "regime")]
    [InlineData("""{"price":"1","regime":1,"at":"2026-07-01T12:00:00Z"}""", "regime")]
    [InlineData("""{"price":"1","regime":"full","at":"2026-07-01T12:00:00"}""", "at")]
    [InlineData("""{"price":"1","regime":"full","at":"2026-07-01T12:00:00Z","fee":"1.005"}""", "fee")]
    [InlineData("""{"price":"1","price":"2","regime":"full","at":"2026-07-01T12:00:00Z"}""", "price")]
    [InlineData("""{"price":"1","regime":"\ud800","at":"2026-07-01T12:00:00Z"}""", "regime")]
    [InlineData("""[]""", "body")]
    [InlineData("""null""", "body")]
    public void A_value_of_the_wrong_kind_is_refused_by_the_name_of_its_field(string json, string field) =>
        Assert.Equal(field, Assert.Throws<InputRefused>(() => Read(json)).Errors.Keys.Single());

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"price\":01}")]
    [InlineData("{'price':1}")]
    public void What_is_not_JSON_cannot_be_read_at_all(string text) =>
        Assert.Equal(StatusCodes.Status400BadRequest, Assert.Throws<UnreadableBody>(() => Read(text)).Status);

    [Fact]
    public void Answers_write_money_with_two_decimals_and_other_decimals_exactly() => Assert.Equal(
        """{"price":"0.1","regime":"below","at":"2026-11-23T12:00:00Z","fee":"6100.00"}""".Replace("below", "belowThreshold", StringComparison.Ordinal),
        JsonSerializer.Serialize(new Asked(0.10m, Regime.BelowThreshold, new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), new Money(6100m)), ApiJson.Options));

    private static Asked Read(string json) => ApiJson.Read<Asked>(Encoding.UTF8.GetBytes(json));
}
