using System.Text;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.Bids;

public sealed class SealedSecrecyTests
{
    private const string Canary = "CANARY-7f3a-kestrel-lantern";
    private const string PriceCanary = "4711.77";

    [Fact]
    public async Task Before_the_opening_no_byte_on_disk_tells_what_a_bid_says()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        BidTool tool = await scene.Provider("P-100");
        string upload = await tool.Upload(Canary + ".pdf", Encoding.UTF8.GetBytes("%PDF-1.7 " + Canary + new string('x', 100_000) + Canary), piece: 40_000);
        string body = BidTool.Complete.Replace("Warm care", Canary, StringComparison.Ordinal).Replace("6100.00", PriceCanary, StringComparison.Ordinal).Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},");
        await tool.Put("2", body);
        Assert.Equal(System.Net.HttpStatusCode.Created, (await tool.Submit("2", "key")).StatusCode);

        Assert.Empty(FilesWith(scene.App.Folder, Canary).Concat(FilesWith(scene.App.Folder, PriceCanary)));

        // Positive control: the same search finds what does stand on the disk.
        Assert.NotEmpty(FilesWith(scene.App.Folder, BidScene.Ref));
        await scene.Open();
        Assert.Empty(FilesWith(scene.App.Folder, Canary));
    }

    [Fact]
    public async Task Bids_with_long_and_short_answers_have_envelopes_of_one_size()
    {
        await using BidScene scene = await BidScene.Make();
        foreach ((string code, string answer) in (ValueTuple<string, string>[])[("P-100", "a"), ("P-101", new string('b', 2500))])
        {
            BidTool tool = await scene.Provider(code);
            await tool.Put("2", BidTool.Complete.Replace("Warm care", answer, StringComparison.Ordinal));
            await tool.Submit("2", "key");
        }

        List<int> sizes = await scene.App.WithDb(db => Task.FromResult(db.Set<Portal.Domain.Bids.Submission.SealedBid>().AsEnumerable().Select(b => b.Envelopes.Quality.Length + (b.Envelopes.Price.Length * 1_000_000)).Distinct().ToList()));
        Assert.Single(sizes);
    }

    private static List<string> FilesWith(string folder, string text)
    {
        SqliteConnection.ClearAllPools();
        byte[][] forms = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))[..^4])];
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Read(f) is { } bytes && forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0))];
    }

    private static byte[]? Read(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
