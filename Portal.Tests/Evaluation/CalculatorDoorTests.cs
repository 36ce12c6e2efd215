using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Portal.Tests.Api;

namespace Portal.Tests.Evaluation;

/// <summary>Both public calculators through HTTP, as a bid tool would call them.</summary>
public sealed class CalculatorDoorTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string Preview = "/api/v1/evaluation/price-preview";
    private const string Simulations = "/api/v1/evaluation/simulations";

    private const string Lot = """
        {"lots":[{"lot":"1","criteria":[{"id":"Q1","weight":"30","scale":5,"minimum":3},{"id":"Q2","weight":20,"scale":5,"minimum":2},{"id":"SV","weight":"10","scale":5},{"id":"P","weight":"40","price":{"method":"lowestPrice"}}],
        "bids":[{"bid":"A","scores":{"Q1":4,"Q2":3,"SV":"2"},"price":"5200"},{"bid":"B","scores":{"Q1":5,"Q2":4,"SV":3},"price":5900},{"bid":"C","scores":{"Q1":2,"Q2":5,"SV":5},"price":"4500.00"}],
        "rounding":{"decimals":2},"tieLadder":["higherQualityTotal","refer"],"abnormallyLow":{"belowPercentOfMeanOfOthers":"80"}}]}
        """;

    private static string Prices(string method, string prices, string more = "") =>
        "{" + string.Create(CultureInfo.InvariantCulture, $"\"method\":\"{method}\",\"weight\":\"40\",\"prices\":[{prices}]{more}") + "}";

    private async Task<(HttpStatusCode Status, JsonElement Body)> Ask(string address, string body)
    {
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await host.Client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonDocument.Parse(text).RootElement);
    }

    [Fact]
    public async Task The_example_of_the_contract_answers_with_all_decimals()
    {
        (HttpStatusCode status, JsonElement body) = await Ask(Preview, """
            {"method":"lowestPrice","weight":"40","prices":[{"bid":"A","price":"100"},{"bid":"B","price":"105"}],
             "ceiling":null,"floor":null,"benchmark":null,"rejectAboveCeiling":true,"decimals":4}
            """);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            """{"method":"lowestPrice","scores":[{"bid":"A","score":"40.0000","rank":1,"rejected":false,"reason":null},{"bid":"B","score":"38.0952","rank":2,"rejected":false,"reason":null}],"warnings":[]}""",
            body.GetRawText());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"0.0000\"")]
    [InlineData("-1")]
    public async Task A_step_of_nothing_is_refused_as_input(string step)
    {
        (HttpStatusCode status, JsonElement problem) = await Ask(Simulations, Lot.Replace("\"minimum\":3", $"\"minimum\":3,\"step\":{step}", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("step", problem.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_bid_that_fails_a_minimum_and_the_ceiling_is_told_both()
    {
        string lot = Lot.Replace("\"lowestPrice\"}", "\"lowestPrice\",\"ceiling\":\"4400\",\"rejectAboveCeiling\":true}", StringComparison.Ordinal)
            .Replace("\"5200\"", "\"4100\"", StringComparison.Ordinal);

        (HttpStatusCode status, JsonElement body) = await Ask(Simulations, lot);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["B P", "C Q1", "C P"], body.GetProperty("lots")[0].GetProperty("disqualified").EnumerateArray().Select(d => $"{d.GetProperty("bid")} {d.GetProperty("criterion")}"));
    }

    [Fact]
    public async Task A_whole_evaluation_answers_in_the_contracts_shape()
    {
        (HttpStatusCode status, JsonElement body) = await Ask(Simulations, Lot);
        Assert.Equal(HttpStatusCode.OK, status);
        JsonElement lot = body.GetProperty("lots")[0];
        Assert.Equal("B", lot.GetProperty("winner").GetString());
        JsonElement first = lot.GetProperty("ranking")[0];
        Assert.Equal("87.25", first.GetProperty("total").GetString());
        Assert.Equal("5148/59", first.GetProperty("exactTotal").GetString());
        Assert.Equal("35.25", first.GetProperty("parts").GetProperty("P").GetString());
        Assert.Equal("7.25", lot.GetProperty("sensitivity").GetProperty("margin").GetString());
        Assert.Contains("{\"criterion\":\"Q1\",\"bid\":\"C\",\"from\":2,\"to\":3,\"winner\":\"C\"}", lot.GetProperty("sensitivity").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, lot.GetProperty("tie").ValueKind);
        Assert.Equal("Q1", lot.GetProperty("disqualified")[0].GetProperty("criterion").GetString());
    }

    [Theory]
    [InlineData("prices[0].price", "lowestPrice", """{"bid":"A","price":"-1"}""")]
    [InlineData("prices[0].price", "lowestPrice", """{"bid":"A","price":"1234567890123456"}""")]
    [InlineData("prices[0].price", "lowestPrice", """{"bid":"A","price":"1.00001"}""")]
    [InlineData("prices[0].price", "lowestPrice", """{"bid":"A","price":"NaN"}""")]
    [InlineData("prices[0].price", "lowestPrice", """{"bid":"A","price":true}""")]
    [InlineData("prices[0].price", "lowestPrice", """{"bid":"A"}""")]
    [InlineData("prices[0].bid", "lowestPrice", """{"bid":7,"price":"1"}""")]
    [InlineData("prices[1].bid", "lowestPrice", """{"bid":"A","price":"1"},{"bid":"A","price":"2"}""")]
    [InlineData("prices[0].quality", "pricePerQualityPoint", """{"bid":"A","price":"1"}""")]
    [InlineData("prices", "pricePerQualityPoint", """{"bid":"A","price":"1","quality":0}""")]
    [InlineData("prices", "lowestPrice", "")]
    [InlineData("prices", "lowestPrice", """{"bid":"A","price":"0"}""")]
    [InlineData("prices", "linear", """{"bid":"A","price":"5"},{"bid":"B","price":"5.00"}""")]
    [InlineData("method", "cheapest", """{"bid":"A","price":"5"}""")]
    [InlineData("ceiling", "ceilingFloor", """{"bid":"A","price":"5"}""")]
    [InlineData("benchmark", "benchmark", """{"bid":"A","price":"5"}""")]
    public async Task Wrong_input_is_named_by_field(string field, string method, string prices)
    {
        (HttpStatusCode status, JsonElement body) = await Ask(Preview, Prices(method, prices));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.True(body.GetProperty("errors").TryGetProperty(field, out _), body.GetRawText());
    }

    [Theory]
    [InlineData("ceiling", ""","ceiling":"4","floor":"4" """)]
    [InlineData("decimals", ""","decimals":2.5""")]
    [InlineData("decimals", ""","decimals":"2" """)]
    [InlineData("rejectAboveCeiling", ""","rejectAboveCeiling":"yes" """)]
    [InlineData("singleBidRule", ""","singleBidRule":"half" """)]
    public async Task Wrong_settings_are_named_by_field(string field, string more)
    {
        (HttpStatusCode status, JsonElement body) = await Ask(Preview, Prices("lowestPrice", """{"bid":"A","price":"5"}""", more));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.True(body.GetProperty("errors").TryGetProperty(field, out _), body.GetRawText());
    }

    [Theory]
    [InlineData("\"weight\":\"30\"", "\"weight\":\"29.99\"", "lots[0].criteria")]
    [InlineData("\"Q1\":4", "\"Q1\":4.5", "lots[0].bids[0].scores.Q1")]
    [InlineData("\"Q1\":4", "\"Q1\":6", "lots[0].bids[0].scores.Q1")]
    [InlineData("\"Q1\":4,", "", "lots[0].bids[0].scores.Q1")]
    [InlineData("\"Q1\":4", "\"Q9\":4", "lots[0].bids[0].scores.Q9")]
    [InlineData("\"scale\":5,\"minimum\":3", "\"scale\":0,\"minimum\":3", "lots[0].criteria")]
    [InlineData("\"bid\":\"B\"", "\"bid\":\"A\"", "lots[0].bids[1].bid")]
    [InlineData("\"id\":\"Q2\"", "\"id\":\"Q1\"", "lots[0].criteria[1].id")]
    [InlineData("\"price\":\"5200\"", "\"price\":null", "lots[0].bids[0].price")]
    [InlineData("\"refer\"", "\"coin\"", "lots[0].tieLadder")]
    [InlineData("\"price\":\"5200\"", "\"price\":\"0\"", "lots[0].prices")]
    public async Task A_wrong_simulation_is_named_by_field(string right, string wrong, string field)
    {
        (HttpStatusCode status, JsonElement body) = await Ask(Simulations, Lot.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.True(body.GetProperty("errors").TryGetProperty(field, out _), body.GetRawText());
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{\"method\":\"linear\",\"method\":\"mean\"}")]
    [InlineData("{\"method\":\"\\ud800\"}")]
    public async Task What_is_not_json_is_refused_as_such(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await Ask(Preview, body)).Status);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"lots\":null}")]
    [InlineData("{\"lots\":[]}")]
    [InlineData("{\"lots\":[7]}")]
    [InlineData("{\"lots\":[{\"lot\":\"1\",\"criteria\":null,\"bids\":null}]}")]
    public async Task Json_of_another_shape_is_refused_with_the_fields(string body) => Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Ask(Simulations, body)).Status);

    [Fact]
    public async Task A_single_bid_gets_full_marks_and_a_warning()
    {
        (_, JsonElement body) = await Ask(Preview, Prices("lowestPrice", """{"bid":"A","price":5}"""));
        Assert.Equal("SINGLE_BID", body.GetProperty("warnings")[0].GetProperty("code").GetString());
        Assert.Equal("40.0000", body.GetProperty("scores")[0].GetProperty("score").GetString());
    }
}
