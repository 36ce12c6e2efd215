using System.Net;
using Portal.Tests.Furniture;
using Portal.Web.Start;

namespace Portal.Tests.Start;

/// <summary>Two portals started at once on one empty folder: one makes it ready, the other waits; neither finds half a database.</summary>
public sealed class FolderTurnTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_second_waits_until_the_first_is_ready()
    {
        string folder = Directory.CreateTempSubdirectory("portal-turn-").FullName;
        FolderTurn first = await FolderTurn.Take(folder, Stop);
        Task<FolderTurn> second = FolderTurn.Take(folder, Stop);
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_refused_with_a_sentence()
    {
        string folder = Directory.CreateTempSubdirectory("portal-turn-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "being-prepared"));
        StartRefused refused = await Assert.ThrowsAsync<StartRefused>(() => FolderTurn.Take(folder, Stop));
        Assert.Contains("no file can be written there", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_portals_on_one_empty_folder_both_serve()
    {
        string folder = Directory.CreateTempSubdirectory("portal-turn-").FullName;
        await using PortalApp one = PortalApp.On(folder);
        await using PortalApp other = PortalApp.On(folder);
        HttpStatusCode[] answers = await Task.WhenAll(Answer(one), Answer(other));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
    }

    private static Task<HttpStatusCode> Answer(PortalApp app) => Task.Run(async () =>
    {
        using HttpClient client = app.CreateClient();
        using HttpResponseMessage page = await client.GetAsync(new Uri("/", UriKind.Relative), Stop);
        return page.StatusCode;
    });
}
