using System.Net;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>Two officers press publish in the same moment.</summary>
public sealed class PublishingRaceTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task A_tender_is_published_once_and_the_second_officer_learns_that_it_is()
    {
        int told = 0;
        for (int round = 0; round < 10; round++)
        {
            (Actor first, string reference) = await app.ReadyTender();
            using HttpClient one = await app.SignedInAs(first);
            using HttpClient two = await app.SignedInAs(Role.Commissioner, first.Organisation);
            string page = $"/tenders/{reference}/publish";
            (string ofOne, string ofTwo) = (await one.Token(page), await two.Token(page));
            HttpResponseMessage[] answers = await Task.WhenAll(Task.Run(() => Press(one, page, ofOne)), Task.Run(() => Press(two, page, ofTwo)));

            Assert.All(answers, a => Assert.Equal((HttpStatusCode.Redirect, $"/tenders/{reference}"), (a.StatusCode, a.Headers.Location?.OriginalString)));
            Assert.Single(await app.Log(reference), action => action == "tender.published");
            Assert.Equal(TenderStage.Open, (await app.Tender(reference)).Stage);
            string[] shown = [await one.Page($"/tenders/{reference}"), await two.Page($"/tenders/{reference}")];
            told += shown.Count(s => s.Contains("the button was pressed a moment before", StringComparison.Ordinal));
            Assert.Contains(shown, s => s.Contains("Providers can see it, ask questions and bid", StringComparison.Ordinal));
        }

        Assert.Equal(10, told);
    }

    private static async Task<HttpResponseMessage> Press(HttpClient officer, string page, string token)
    {
        using FormUrlEncodedContent content = new([KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await officer.PostAsync(new Uri(page, UriKind.Relative), content);
    }
}
