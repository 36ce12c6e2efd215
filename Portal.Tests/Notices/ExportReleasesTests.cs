using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Delivering;
using Portal.Domain.Notices.Ocds;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;

namespace Portal.Tests.Notices;

/// <summary>The streamed export: whole, in order, and never much of it in memory at a time.</summary>
public sealed class ExportReleasesTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly NoticeSettings Settings = new(new Uri("https://portal.example"), "ocds-test00", "The portal");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void However_many_releases_there_are_the_package_is_whole_and_what_is_held_stays_small()
    {
        Prop.ForAll(Gen.Choose(0, 4000).ToArbitrary(), count =>
        {
            using CountingStream into = new();
            string release = $"{{\"ocid\":\"ocds-test00-a\",\"title\":\"{new string('x', 2000)}\"}}";

            int written = OcdsPackage.StreamReleases(into, Settings, new Uri("https://portal.example/ocds/export"), ATender.Now, Many(release, count), Cancel).GetAwaiter().GetResult();

            return written == count && into.Length >= (long)count * release.Length && into.Largest <= OcdsPackage.FlushBytes + (2 * release.Length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15));
    }

    [Fact]
    public async Task The_export_holds_every_notice_in_its_order_and_since_leaves_the_earlier_ones_out()
    {
        OrganisationId buyer = await app.Organisation();
        await app.WithDb(async db =>
        {
            for (int number = 1; number <= 30; number++)
            {
                var tender = ATender.Published(ATender.Commissioner(buyer), $"WM-2026-{number:0000}");
                db.Add(tender);
                NoticeFacts facts = await NoticeFacts.Gather(db, Settings, tender, NoticeKind.Tender, ATender.Now.AddDays(number), Domain.Notices.Preparing.NoticeAnswers.None, Cancel);
                db.Add(Notice.Publish(facts, madeFrom: null));
                await db.Save(Actor.Portal, Cancel);
            }
        });
        using HttpClient client = app.Public();

        JsonNode all = JsonNode.Parse(await client.GetStringAsync(new Uri("/ocds/export", UriKind.Relative), Cancel))!;
        JsonNode late = JsonNode.Parse(await client.GetStringAsync(new Uri("/ocds/export?since=2026-12-14", UriKind.Relative), Cancel))!;

        Assert.Equal(Enumerable.Range(1, 30).Select(n => $"wm-2026-{n:0000}-001"), all["releases"]!.AsArray().Select(r => r!["id"]!.GetValue<string>()));
        Assert.Equal(10, late["releases"]!.AsArray().Count);
        Assert.Equal(422, (int)(await client.GetAsync(new Uri("/ocds/export?since=soon", UriKind.Relative), Cancel)).StatusCode);
        using MemoryStream into = new();
        Assert.Equal(30, await app.Do((ExportReleases export) => export.Execute(into, new Uri("https://portal.example/ocds/export"), null, Cancel)));
    }

    private static async IAsyncEnumerable<string> Many(string release, int count)
    {
        for (int at = 0; at < count; at++)
        {
            await Task.CompletedTask;
            yield return release;
        }
    }

    private sealed class CountingStream : MemoryStream
    {
        private long length;

        public int Largest { get; private set; }

        public override long Length => length;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Largest = Math.Max(Largest, buffer.Length);
            length += buffer.Length;
            return ValueTask.CompletedTask;
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Largest = Math.Max(Largest, buffer.Length);
            length += buffer.Length;
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
