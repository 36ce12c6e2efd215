using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Verifying;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>R3, R5, R10: a disk that is full, a database that is locked, a write that fails. Nothing is acknowledged that is not there, and the same call succeeds when the trouble is over.</summary>
public sealed class FailingStorageTests
{
    private const int MostWrites = 60;

    [Fact]
    public async Task Whichever_write_or_commit_fails_there_is_no_acknowledgement_without_a_bid()
    {
        FailingDisk disk = new();
        await using BidScene scene = await BidScene.Make(watchers: disk);
        int refused = 0;
        int n = 0;
        bool reached = true;
        while (reached && n < MostWrites)
        {
            Actor bidder = await scene.Bidder(string.Create(CultureInfo.InvariantCulture, $"P-{100 + n}"));
            await scene.Draft(bidder);
            disk.FailAt(++n);
            bool acknowledged = await Acknowledged(scene, bidder);
            reached = disk.Left == 0;
            disk.FailAt(0);
            Assert.True(!acknowledged || await Stands(scene, bidder), $"The bid was acknowledged though write {n} failed.");
            refused += acknowledged ? 0 : 1;

            SealedBid after = await scene.Submit(bidder, "key");
            Assert.Equal(after.Id, await scene.App.WithDb(db => db.SealedBids.Where(b => b.Bidder == bidder.Organisation).Select(b => b.Id).SingleAsync(BidScene.Token)));
        }

        Assert.InRange(refused, 5, MostWrites);
        Assert.False(reached, "More writes than were tried.");
        Assert.Empty(await Findings(scene.App));
    }

    [Fact]
    public async Task A_full_disk_is_said_so_and_the_same_call_succeeds_when_there_is_room()
    {
        FullDisk disk = new();
        await using BidScene scene = await BidScene.Make(watchers: disk);
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        disk.IsFull = true;

        using HttpResponseMessage refused = await tool.Submit("2", "key");

        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        Assert.Equal("No room", (await BidTool.Json(refused))["title"]!.GetValue<string>());
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal((0, 1), await scene.App.WithDb(async db => (await db.SealedBids.CountAsync(BidScene.Token), await db.BidDrafts.CountAsync(BidScene.Token))));

        disk.IsFull = false;
        Assert.Equal(HttpStatusCode.Created, (await tool.Submit("2", "key")).StatusCode);
        Assert.Equal(1, await scene.App.WithDb(db => db.SealedBids.CountAsync(BidScene.Token)));
        Assert.Empty(await Findings(scene.App));
    }

    [Fact]
    public async Task A_locked_database_is_waited_for_so_long_and_then_503_says_when_to_come_back()
    {
        await using BidScene scene = await BidScene.Make(watchers: new Impatience());
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await using SqliteConnection other = new($"Data Source={Path.Combine(scene.App.Folder, "portal.db")}");
        await other.OpenAsync(BidScene.Token);
        await using (SqliteTransaction held = other.BeginTransaction())
        {
            using HttpResponseMessage refused = await tool.Submit("2", "key");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Assert.Equal(HttpStatusCode.Created, (await tool.Submit("2", "key")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await tool.Submit("2", "key")).StatusCode);
        Assert.Equal(1, await scene.App.WithDb(db => db.SealedBids.CountAsync(BidScene.Token)));
    }

    [Fact]
    public async Task A_file_that_cannot_be_kept_is_not_acknowledged()
    {
        await using BidScene scene = await BidScene.Make();
        Actor bidder = await scene.Bidder("P-100");
        using FailingContent content = new();

        await Assert.ThrowsAsync<IOException>(() => scene.App.Do((KeepFile keep) => keep.Execute(bidder, "insurance.pdf", 200_000, content, BidScene.Token)));
        Assert.Equal(0, await scene.App.WithDb(db => db.Uploads.CountAsync(BidScene.Token)));
    }

    private static async Task<bool> Acknowledged(BidScene scene, Actor bidder)
    {
        try
        {
            await scene.Submit(bidder, "key");
            return true;
        }
        catch (Exception failed) when (failed is DbUpdateException or SqliteException)
        {
            return false;
        }
    }

    private static Task<bool> Stands(BidScene scene, Actor bidder) => scene.App.WithDb(async db =>
    {
        SealedBid? bid = await db.SealedBids.AsNoTracking().SingleOrDefaultAsync(b => b.Bidder == bidder.Organisation, BidScene.Token);
        return bid is not null && await db.LogEntries.AnyAsync(e => e.Subject == bid.Subject && e.Action == "bid.submitted" && e.Index != null, BidScene.Token);
    });

    private static Task<IReadOnlyList<LogFinding>> Findings(PortalApp app) =>
        app.With(async services => (await new LogVerifier(services.GetRequiredService<PublishedLog>().AsCopy()).Verify(BidScene.Token)).Findings);

    /// <summary>Breaks with the disk's words after some bytes.</summary>
    private sealed class FailingContent : MemoryStream
    {
        private int given;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            given += buffer.Length;
            return given > 100_000 ? throw new IOException("No space left on device") : ValueTask.FromResult(buffer.Length);
        }
    }
}
