using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;

namespace Portal.Tests.Bids;

/// <summary>A lot that is bid for home by home, through the provider API: quality once, and each home stands or falls by itself.</summary>
public sealed class PerHomeApiTests
{
    [Fact]
    public async Task A_home_with_a_fault_sinks_no_other_home_and_is_named_beside_the_receipt()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("1", """{"answers":{"Q1":"a","Q2":"b"},"declarations":{"D1":true},"homes":[{"urn":"1111111","prices":{"core":"5000"}},{"urn":"2222222","prices":{}}]}""");

        JsonObject answer = await BidTool.Json(await tool.Submit("1", "key-1"), HttpStatusCode.Created);
        JsonObject again = await BidTool.Json(await tool.Submit("1", "key-1"), HttpStatusCode.Created);

        JsonObject left = (JsonObject)Assert.Single(answer["homesLeftOut"]!.AsArray())!;
        Assert.Equal(("2222222", "homes[1].prices.core"), (Text(left, "urn"), Text((JsonObject)left["missing"]![0]!, "field")));
        Assert.Equal(answer.ToJsonString(), again.ToJsonString());
        await scene.Open();
        OpenedBid bid = await scene.App.WithDb(db => db.OpenedBids.AsNoTracking().SingleAsync(BidScene.Token));
        OpenedContent opened = await scene.App.Do((ReadOpenedBid read) => read.Execute(scene.Commissioner, bid.Id, BidScene.Token));
        Assert.Equal(["1111111"], opened.Content.Homes.Select(h => h.Urn));
    }

    [Theory]
    [InlineData("""[{"urn":"1111111","prices":{}},{"urn":"2222222","prices":{}}]""", "b")]
    [InlineData("""[{"urn":"1111111","prices":{"core":"5000"}},{"urn":"2222222","prices":{}}]""", "")]
    public async Task Where_no_home_is_whole_or_the_provider_lacks_an_answer_nothing_is_submitted(string homes, string second)
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("1", $$"""{"answers":{"Q1":"a","Q2":"{{second}}"},"declarations":{"D1":true},"homes":{{homes}}}""");

        JsonObject problem = await BidTool.Json(await tool.Submit("1", "key-1"), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("homes[1].prices.core", problem["missing"]!.AsArray().Select(m => Text((JsonObject)m!, "field")));
    }

    private static string Text(JsonObject from, string name) => from[name]!.GetValue<string>();
}
