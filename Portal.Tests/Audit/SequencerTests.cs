using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Verifying;
using Portal.Domain.Kernel;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;
using Portal.Web.Start;

namespace Portal.Tests.Audit;

public sealed class SequencerTests
{
    [Fact]
    public async Task Entries_written_at_once_get_every_number_once_and_the_log_holds()
    {
        await using PortalApp app = new();
        LogSequencer sequencer = app.Services.GetRequiredService<LogSequencer>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            for (int n = 0; n < 15; n++)
            {
                await Note(app, $"probe.made{i}", n);
                await sequencer.NumberPending(Token);
            }
        }));

        List<long?> numbers = await app.WithDb(db => db.LogEntries.OrderBy(e => e.Row).Select(e => e.Index).ToListAsync(Token));
        Assert.Equal(Enumerable.Range(0, numbers.Count).Select(i => (long?)i), numbers);
        LogReport report = await Verify(app);
        Assert.Empty(report.Findings);
        Assert.Equal(numbers.Count, report.Entries);
    }

    [Fact]
    public async Task Tampering_with_the_database_is_found_at_the_entry()
    {
        await using PortalApp app = new();
        for (int i = 0; i < 10; i++)
        {
            await Note(app, "probe.made", i);
        }

        await app.Services.GetRequiredService<LogSequencer>().Checkpoint(publish: true, Token);
        Assert.Empty((await Verify(app)).Findings);
        Assert.Empty(await app.Do((CheckPayloads check) => check.Execute(Token)));

        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE LogEntries SET EntryJson = replace(EntryJson, 'probe.made', 'probe.faked') WHERE \"Index\" = 6", Token));
        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("UPDATE LogPayloads SET Json = '[]' WHERE Entry = (SELECT Id FROM LogEntries WHERE \"Index\" = 3)", Token));

        LogFinding edited = (await Verify(app)).Findings[0];
        Assert.Equal(("EDITED", 6L), (edited.Code, edited.FirstEntry));
        IReadOnlyList<LogFinding> payloads = await app.Do((CheckPayloads check) => check.Execute(Token));
        Assert.Equal([("PAYLOAD_EDITED", 3L), ("COLUMN_EDITED", 6L)], payloads.Select(f => (f.Code, f.FirstEntry!.Value)));
    }

    [Fact]
    public async Task Deleted_rows_are_missed()
    {
        await using PortalApp app = new();
        for (int i = 0; i < 5; i++)
        {
            await Note(app, "probe.made", i);
        }

        await app.Services.GetRequiredService<LogSequencer>().Checkpoint(publish: true, Token);
        await app.WithDb(db => db.Database.ExecuteSqlRawAsync("DELETE FROM LogEntries WHERE \"Index\" = 2", Token));

        LogFinding missed = (await Verify(app)).Findings[0];
        Assert.Equal(("DELETED", 2L), (missed.Code, missed.FirstEntry));
    }

    [Fact]
    public async Task The_published_log_verifies_from_outside_and_keeps_entries_from_the_public()
    {
        await using PortalApp app = new();
        for (int i = 0; i < 300; i++)
        {
            await Note(app, "probe.made", i);
        }

        await app.Services.GetRequiredService<LogSequencer>().Checkpoint(publish: true, Token);
        HttpClient anybody = app.CreateClient();
        LogReport report = await new LogVerifier(async (name, ct) =>
        {
            HttpResponseMessage answer = await anybody.GetAsync(new Uri("/log/" + name, UriKind.Relative), ct);
            return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsByteArrayAsync(ct) : null;
        }).Verify(Token);

        Assert.Empty(report.Findings);
        Assert.True(report.Entries >= 300);
        Assert.False(report.EntriesRead);
        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.GetAsync(new Uri("/log/tile/entries/000", UriKind.Relative), Token)).StatusCode);
        HttpClient legal = await app.SignedInAs(Role.Legal);
        Assert.Equal(HttpStatusCode.OK, (await legal.GetAsync(new Uri("/log/tile/entries/000", UriKind.Relative), Token)).StatusCode);
        HttpClient finance = await app.SignedInAs(Role.Finance);
        Assert.Equal(HttpStatusCode.Forbidden, (await finance.GetAsync(new Uri("/log/tile/entries/000", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri("/log/tile/0/999", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri("/log/tile/", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri("/log/tile/0/..%2f..%2fkey", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task The_audit_pack_of_a_tender_verifies_and_its_proofs_hold()
    {
        await using BidScene scene = await BidScene.Make();
        string file = Path.Combine(scene.App.Folder, "pack.zip");

        int exported = await scene.App.With(services => Verb(services, "export-audit").Run([BidScene.Ref, file], Token));
        int verified = await scene.App.With(services => Verb(services, "verify-log").Run([file], Token));
        int own = await scene.App.With(services => Verb(services, "verify-log").Run([], Token));
        int missing = await scene.App.With(services => Verb(services, "export-audit").Run(["WM-NONE", file + "2"], Token));

        Assert.Equal((0, 0, 0, 1), (exported, verified, own, missing));
        Assert.Equal(1, await Forged(scene, file));
    }

    private static async Task<int> Forged(BidScene scene, string file)
    {
        using (System.IO.Compression.ZipArchive pack = System.IO.Compression.ZipFile.Open(file, System.IO.Compression.ZipArchiveMode.Update))
        {
            Assert.Contains(pack.Entries, e => e.FullName.StartsWith("proofs/", StringComparison.Ordinal));
            System.IO.Compression.ZipArchiveEntry entries = pack.GetEntry("entries.jsonl")!;
            using StreamReader reader = new(entries.Open());
            string text = await reader.ReadToEndAsync(Token);
            reader.Dispose();
            entries.Delete();
            await using StreamWriter writer = new(pack.CreateEntry("entries.jsonl").Open());
            await writer.WriteAsync(text.Replace("tender.published", "tender.forged", StringComparison.Ordinal));
        }

        return await scene.App.With(services => Verb(services, "verify-log").Run([file], Token));
    }

    [Fact]
    public async Task Legal_follows_a_tender_and_nobody_else_does()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "key");
        HttpClient legal = await scene.App.SignedInAs(await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal));
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        string address = $"/tenders/{BidScene.Ref}/timeline";

        string page = PostForms.Words(await legal.Page(address));
        Assert.Contains("Published the tender", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Sent in", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("P-100", page, StringComparison.OrdinalIgnoreCase);
        long index = (await scene.App.WithDb(db => db.LogEntries.SingleAsync(e => e.Action == "tender.published", Token))).Index!.Value;
        TlogProof proof = TlogProof.Parse(await legal.GetStringAsync(new Uri($"{address}/{index}.tlog-proof", UriKind.Relative), Token));
        Assert.Equal(index, proof.Index);
        Assert.Equal(HttpStatusCode.Conflict, (await legal.GetAsync(new Uri(address + "/pack.zip", UriKind.Relative), Token)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await commissioner.GetAsync(new Uri(address, UriKind.Relative), Token)).StatusCode);

        await scene.Open();
        Assert.Equal(HttpStatusCode.OK, (await legal.GetAsync(new Uri(address + "/pack.zip", UriKind.Relative), Token)).StatusCode);
        Assert.Contains("P 100", PostForms.Words(await legal.Page(address + "?about=bid.")), StringComparison.OrdinalIgnoreCase);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static IVerb Verb(IServiceProvider services, string name) => services.GetServices<IVerb>().Single(v => v.Name == name);

    private static Task Note(PortalApp app, string action, int n) => app.WithDb(async db =>
    {
        db.Note(Actor.Portal, action, "probe/1", new { n }, app.Clock.GetUtcNow());
        await db.Save(Actor.Portal);
    });

    private static Task<LogReport> Verify(PortalApp app) => app.With(services => new LogVerifier(services.GetRequiredService<PublishedLog>().AsCopy()).Verify(Token));
}
