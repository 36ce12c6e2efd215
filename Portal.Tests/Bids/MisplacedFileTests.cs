using System.Net;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>A file in the wrong place costs no second upload: the page says where it fits, and other lots' files can be taken.</summary>
public sealed class MisplacedFileTests
{
    private const string First = $"/tenders/{BidScene.Ref}/bids/1";
    private const string Second = $"/tenders/{BidScene.Ref}/bids/2";

    [Fact]
    public async Task A_file_in_the_wrong_place_is_moved_to_where_it_fits()
    {
        await using BidScene scene = await Scene();
        (HttpClient provider, string file) = await Uploaded(scene);
        await provider.PostForm(Second, ("Form.Act", $"attach:costs|{file}"));
        string page = PostForms.Words(await provider.Page(Second));
        Assert.Contains("“cover.pdf” does not belong here", page, StringComparison.Ordinal);
        Assert.Contains("Move to “Insurance certificate”", page, StringComparison.Ordinal);

        await provider.PostForm(Second, ("Form.ETag", await Tag(provider, Second)), ("Form.Act", $"moveFile:costs|{file}|insurance"));

        page = PostForms.Words(await provider.Page(Second));
        Assert.DoesNotContain("does not belong here", page, StringComparison.Ordinal);
        Assert.Contains("cover.pdf", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_fits_nowhere_is_not_offered_a_move()
    {
        await using BidScene scene = await Scene();
        Actor bidder = await scene.Bidder("P-100");
        HttpClient provider = await scene.App.SignedInAs(bidder);
        Upload text = await scene.App.Do((KeepFile keep) => keep.Execute(bidder, "note.txt", 5, new MemoryStream("hello"u8.ToArray()), BidScene.Token));
        await provider.PostForm(Second, ("Form.Act", $"attach:insurance|{text.Id.Value}"));

        string page = PostForms.Words(await provider.Page(Second));

        Assert.Contains("Remove it and choose another", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Move to", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_the_draft_for_the_wrong_lot_is_taken_from_there()
    {
        await using BidScene scene = await Scene();
        (HttpClient provider, string file) = await Uploaded(scene);
        await provider.PostForm(First, ("Form.Act", $"attach:insurance|{file}"));
        Assert.Contains("In your draft for lot 1: cover.pdf", PostForms.Words(await provider.Page(Second)), StringComparison.Ordinal);

        using HttpResponseMessage picked = await provider.PostForm(Second, ("Form.Act", "pick:insurance"), ("Form.Pick[insurance]", file));

        Assert.Equal(HttpStatusCode.Redirect, picked.StatusCode);
        Assert.Contains("name=\"Form.Act\" value=\"removeFile:insurance|" + file, await provider.Page(Second), StringComparison.Ordinal);
        Assert.DoesNotContain("In your draft for lot 1", await (await scene.App.SignedInAs(await scene.Bidder("P-200"))).Page(Second), StringComparison.Ordinal);
    }

    private static Task<BidScene> Scene() => BidScene.Make(also: tender => tender.ChangeLot("2", "documents", lot => lot.Require(
        [new RequiredDocument { Code = "insurance", Title = "Insurance certificate", Types = ["pdf"] }, new RequiredDocument { Code = "costs", Title = "Open-book costs", Types = ["xlsx"] }],
        [])));

    private static async Task<(HttpClient Provider, string File)> Uploaded(BidScene scene)
    {
        Actor bidder = await scene.Bidder("P-100");
        Upload file = await scene.App.Do((KeepFile keep) => keep.Execute(bidder, "cover.pdf", 8, new MemoryStream("%PDF-1.7"u8.ToArray()), BidScene.Token));
        return (await scene.App.SignedInAs(bidder), file.Id.Value.ToString());
    }

    private static async Task<string> Tag(HttpClient provider, string page) =>
        System.Text.RegularExpressions.Regex.Match(await provider.Page(page), "name=\"Form.ETag\" value=\"([^\"]*)\"").Groups[1].Value;
}
