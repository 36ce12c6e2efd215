using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;

namespace Portal.Tests.Bids;

/// <summary>S7, wrapped: what the application key could still unwrap is gone from the files too, soon after the bid is sealed.</summary>
public sealed class EmptyWriteAheadLogTests
{
    [Fact]
    public async Task A_sealed_drafts_wrapped_content_is_in_no_file_after_the_next_round()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        Actor bidder = await scene.Bidder("P-100");
        await scene.Draft(bidder);
        byte[] wrapped = await scene.App.WithDb(async db => await db.BidDrafts.Select(d => EF.Property<byte[]>(d, "Wrapped")).SingleAsync(BidScene.Token));
        await scene.Submit(bidder, "k-1");

        // Positive control: until then the write-ahead log still holds it.
        Assert.NotEmpty(FilesWith(scene.App.Folder, wrapped[^64..]));
        Assert.True(await scene.App.Do((EmptyWriteAheadLog empty) => empty.Execute(BidScene.Token)));

        Assert.Empty(FilesWith(scene.App.Folder, wrapped[^64..]));
        Assert.Empty(FilesWith(scene.App.Folder, wrapped[..64]));
    }

    [Fact]
    public async Task Without_submissions_nobody_is_kept_from_writing_for_it()
    {
        await using BidScene scene = await BidScene.Make();

        Assert.False(await scene.App.Do((EmptyWriteAheadLog empty) => empty.Execute(BidScene.Token)));
    }

    private static string[] FilesWith(string folder, byte[] part) =>
        [.. Directory.EnumerateFiles(folder, "portal.db*").Where(file =>
        {
            using FileStream open = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using MemoryStream bytes = new();
            open.CopyTo(bytes);
            return bytes.ToArray().AsSpan().IndexOf(part) >= 0;
        })];
}
