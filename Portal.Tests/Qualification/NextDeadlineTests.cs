using System.Net;
using Portal.Domain.Law;
using Portal.Tests.Tenders;

namespace Portal.Tests.Qualification;

/// <summary>Where suppliers must first ask to take part, every list of open tenders names that deadline, not the later one of tenders.</summary>
public sealed class NextDeadlineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", "Requests to take part close")]
    [InlineData("/tenders", "Requests to take part until")]
    public async Task Lists_name_the_deadline_of_requests_while_it_is_ahead(string list, string words)
    {
        await using FlexibleScene scene = await FlexibleScene.Published();
        using HttpClient anybody = scene.App.CreateClient();
        string page = WebUtility.HtmlDecode(await anybody.GetStringAsync(new Uri(list, UriKind.Relative), Stop));
        string tender = page[page.IndexOf(FlexibleScene.Ref, StringComparison.Ordinal)..];
        Assert.Contains($"{words} Monday 14 December 2026, 12 noon", tender, StringComparison.Ordinal);
        Assert.DoesNotContain(LondonTime.ForPeople(ATender.Closes), page, StringComparison.Ordinal);
    }
}
