using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Notices;
using Portal.Tests.Bids;
using Portal.Tests.Evaluation;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Workflows.Procedures;
using Portal.Web.Start;

namespace Portal.Tests.Audit;

/// <summary>An audit pack proves itself: nothing in it can be taken out, put in or renamed unseen.</summary>
public sealed class AuditPackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Rule("A13-01"), Rule("D2-06")]
    public async Task A_pack_holds_zipped_and_unpacked_and_every_change_to_it_shows()
    {
        await using BidScene scene = await BidScene.Make();
        string file = Path.Combine(scene.App.Folder, "pack.zip");
        Assert.Equal(0, await Run(scene.App, "export-audit", BidScene.Ref, file));
        Assert.Equal(0, await Run(scene.App, "verify-log", file));
        Assert.Equal(0, await Run(scene.App, "verify-log", await Unpacked(file)));

        Assert.Equal(1, await Changed(scene.App, file, folder => Rewrite(folder, lines => [.. lines.Select(l => l.Replace(NameIn(l), "\"person\":\"Somebody Else\"", StringComparison.Ordinal))])));
        Assert.Equal(1, await Changed(scene.App, file, folder => Rewrite(folder, lines => lines[1..])));
        Assert.Equal(1, await Changed(scene.App, file, folder => File.Delete(Directory.GetFiles(Path.Combine(folder, "proofs"))[0])));
        Assert.Equal(1, await Changed(scene.App, file, folder => File.Delete(Path.Combine(folder, "manifest"))));
        // Entry, proof and its line of the list taken out together: the list is signed.
        Assert.Equal(1, await Changed(scene.App, file, folder =>
        {
            Rewrite(folder, lines => lines[1..]);
            string list = Path.Combine(folder, "manifest");
            File.WriteAllLines(list, File.ReadAllLines(list).Where((_, i) => i != 3));
        }));
    }

    [Fact]
    [Rule("A13-01"), Rule("B1-04")]
    public async Task A_pack_holds_every_published_notice_as_release_and_as_page_with_its_national_number()
    {
        await using BidScene scene = await BidScene.Make();
        await scene.App.Pump();
        Notice notice = await scene.App.WithDb(db => db.Notices.SingleAsync(Token));
        using HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        await EvaluationScene.Post(commissioner, $"/tenders/{BidScene.Ref}/notices/{notice.ReleaseId}/national-number", null, [("Form.Number", "032704-2026"), ("Form.Ocid", "ocds-h6vhtk-06f17d")]);
        await scene.App.Pump();
        string file = Path.Combine(scene.App.Folder, "pack.zip");
        Assert.Equal(0, await Run(scene.App, "export-audit", BidScene.Ref, file));
        Assert.Equal(0, await Run(scene.App, "verify-log", file));

        string folder = await Unpacked(file);
        string Held(string name) => File.ReadAllText(Path.Combine(folder, "notices", name));
        Assert.Equal(notice.ReleaseJson, Held($"{notice.ReleaseId}.json"));
        Assert.Contains("032704-2026", Held($"{notice.ReleaseId}.html"), StringComparison.Ordinal);
        Assert.Contains("Tender notice", Held($"{notice.ReleaseId}.html"), StringComparison.Ordinal);
        Assert.Contains($"{notice.ReleaseId},UK4,", Held("list.csv"), StringComparison.Ordinal);
        Assert.Contains(",032704-2026,ocds-h6vhtk-06f17d,Delivered,", Held("list.csv"), StringComparison.Ordinal);
        Assert.Contains("notice.published", File.ReadAllText(Path.Combine(folder, "entries.jsonl")), StringComparison.Ordinal);
        foreach (string name in (string[])[$"{notice.ReleaseId}.json", $"{notice.ReleaseId}.html", "list.csv"])
        {
            Assert.Equal(1, await Changed(scene.App, file, unpacked => File.AppendAllText(Path.Combine(unpacked, "notices", name), " ")));
            Assert.Equal(1, await Changed(scene.App, file, unpacked => File.Delete(Path.Combine(unpacked, "notices", name))));
        }
    }

    private static string NameIn(string line)
    {
        using System.Text.Json.JsonDocument read = System.Text.Json.JsonDocument.Parse(line);
        return $"\"person\":\"{read.RootElement.GetProperty("person").GetString()}\"";
    }

    private static void Rewrite(string folder, Func<string[], string[]> change)
    {
        string entries = Path.Combine(folder, "entries.jsonl");
        File.WriteAllText(entries, string.Concat(change(File.ReadAllLines(entries)).Select(l => l + "\n")));
    }

    private static async Task<string> Unpacked(string file)
    {
        string folder = Path.Combine(Path.GetDirectoryName(file)!, Guid.NewGuid().ToString("n"));
        await ZipFile.ExtractToDirectoryAsync(file, folder, Token);
        return folder;
    }

    private static async Task<int> Changed(PortalApp app, string file, Action<string> change)
    {
        string folder = await Unpacked(file);
        change(folder);
        return await Run(app, "verify-log", folder);
    }

    private static Task<int> Run(PortalApp app, string verb, params string[] args) => app.With(services => services.GetServices<IVerb>().Single(v => v.Name == verb).Run(args, Token));
}
