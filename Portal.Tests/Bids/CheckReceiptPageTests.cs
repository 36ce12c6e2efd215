using System.Net;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>The page where anybody checks a receipt.</summary>
public sealed class CheckReceiptPageTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("not json")]
    [InlineData("[1,2]")]
    [InlineData("{\"submission\":\"x\"}")]
    public async Task What_is_no_receipt_is_refused_in_words(string pasted)
    {
        HttpResponseMessage answer = await app.Public().PostForm("/receipts/check", ("Form.Receipt", pasted));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("href=\"#Form-Receipt\"", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_invented_receipt_does_not_hold()
    {
        const string Invented = """{"tender":"WM-2026-0001","lot":"1","bidder":"P-100","submission":"01900000-0000-7000-8000-000000000000","receivedAt":"2026-11-23T09:00:00Z","logIndex":3,"manifestSha256":"00","signature":"AAAA"}""";

        HttpResponseMessage answer = await app.Public().PostForm("/receipts/check", ("Form.Receipt", Invented));

        string words = PostForms.Words(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("This receipt does not hold", words);
    }
}
