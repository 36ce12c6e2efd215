using System.Text;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Audit.Verifying;

namespace Portal.Tests.Audit;

public sealed class LogVerifierTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(256)]
    [InlineData(600)]
    public async Task An_untouched_log_holds(int entries)
    {
        LogReport report = await new LogFixture(entries).Verify();

        Assert.Empty(report.Findings);
        Assert.Equal(entries, report.Entries);
        Assert.True(report.Holds && report.EntriesRead);
    }

    [Fact]
    public async Task An_edited_entry_is_named()
    {
        LogFixture log = new(600);
        log.Entries[431] = "{\"entry\":\"forged\"}"u8.ToArray();
        log.PublishBundles();

        Assert.Equal(("EDITED", 431), First(await log.Verify()));
    }

    [Fact]
    public async Task A_deleted_entry_is_named()
    {
        LogFixture log = new(100);
        log.Entries.RemoveAt(41);
        Rebundle(log, 100);

        Assert.Equal(("DELETED", 41), First(await log.Verify()));
    }

    [Fact]
    public async Task An_inserted_entry_is_named()
    {
        LogFixture log = new(100);
        log.Entries.Insert(12, "{\"entry\":\"slipped in\"}"u8.ToArray());
        Rebundle(log, 100);

        Assert.Equal(("INSERTED", 12), First(await log.Verify()));
    }

    [Fact]
    public async Task Entries_that_changed_places_are_named()
    {
        LogFixture log = new(100);
        (log.Entries[60], log.Entries[61]) = (log.Entries[61], log.Entries[60]);
        log.PublishBundles();

        Assert.Equal(("REORDERED", 60), First(await log.Verify()));
    }

    [Fact]
    public async Task A_cut_off_end_is_found()
    {
        LogFixture log = new(600);
        byte[] checkpoint = log.Files["checkpoint"];
        log.Entries.RemoveRange(590, 10);
        log.Publish();
        log.Files["checkpoint"] = checkpoint;

        LogReport report = await log.Verify();
        Assert.Contains(report.Findings, f => f.Code == "MISSING" && f.FirstEntry is 512 or 590);
    }

    [Fact]
    public async Task A_rewritten_log_with_rewritten_tiles_does_not_lead_to_the_signed_root()
    {
        LogFixture log = new(300);
        byte[] checkpoint = log.Files["checkpoint"];
        string earlier = await log.SignedCheckpoint(100);
        log.Entries[150] = "{\"entry\":\"forged\"}"u8.ToArray();
        log.Publish();
        log.Files["checkpoint"] = checkpoint;
        log.Files["checkpoints"] = Encoding.UTF8.GetBytes(earlier);

        Assert.Equal(("FORKED", 100), First(await log.Verify()));
    }

    [Fact]
    public async Task A_log_rolled_back_to_an_older_checkpoint_is_found_by_the_newer_one()
    {
        LogFixture log = new(300);
        string newer = await log.SignedCheckpoint(300);
        log.Entries.RemoveRange(280, 20);
        log.Publish();
        log.Files["checkpoints"] = Encoding.UTF8.GetBytes(newer);

        Assert.Equal(("ROLLED_BACK", 280), First(await log.Verify()));
    }

    [Fact]
    public async Task A_log_signed_again_with_another_key_is_found_by_who_pinned_the_first()
    {
        string pinned = new LogFixture(10).Key;
        LogFixture forged = new(10, seed: 8);

        Assert.Equal("SIGNATURE", Assert.Single((await forged.Verify(pinned)).Findings).Code);
        Assert.True((await forged.Verify()).Holds);
    }

    [Fact]
    public async Task Without_entries_the_tree_of_hashes_is_still_checked()
    {
        LogFixture log = new(300);
        foreach (string bundle in log.Files.Keys.Where(k => k.Contains("entries", StringComparison.Ordinal)).ToArray())
        {
            log.Files.Remove(bundle);
        }

        LogReport whole = await log.Verify();
        Assert.True(whole.Holds);
        Assert.False(whole.EntriesRead);

        log.Files["tile/0/000"][40] ^= 1;
        Assert.Equal("FORKED", First(await log.Verify()).Code);
    }

    [Fact]
    public async Task Nonsense_is_reported_and_never_thrown()
    {
        LogFixture log = new(3);
        log.Files["checkpoint"] = "hello"u8.ToArray();

        Assert.Equal("UNREADABLE", Assert.Single((await log.Verify()).Findings).Code);
    }

    private static (string Code, long? Entry) First(LogReport report) => (report.Findings[0].Code, report.Findings[0].FirstEntry);

    private static void Rebundle(LogFixture log, int width)
    {
        log.PublishBundles();
        string actual = $"tile/{new TilePath(TilePath.Entries, 0, log.Entries.Count)}";
        log.Files[$"tile/{new TilePath(TilePath.Entries, 0, width)}"] = log.Files[actual];
    }
}
