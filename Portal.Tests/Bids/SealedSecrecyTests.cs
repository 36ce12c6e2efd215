using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Tests.Durability;
using Portal.Tests.Organisations;

namespace Portal.Tests.Bids;

/// <summary>S7: what bids say stands nowhere before the opening: database, write-ahead log, free pages, files, keys, backups, temporary files, the portal's own log output.</summary>
public sealed class SealedSecrecyTests
{
    private const string Canary = "CANARY-7f3a-kestrel-lantern";
    private const string PriceCanary = "4711.77";

    [Fact]
    public async Task Before_the_opening_no_byte_on_disk_tells_what_a_bid_says()
    {
        DateTime began = DateTime.UtcNow;
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        KeptLog log = new();
        scene.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        for (int i = 0; i < 5 * Rounds.Of(few: 1); i++)
        {
            await Bid(await scene.Provider($"P-{100 + i}"));
        }

        string backup = Path.Combine(scene.App.Folder, "backup.db");
        await Backup(Path.Combine(scene.App.Folder, "portal.db"), backup);
        SqliteConnection.ClearAllPools();
        foreach (string secret in (string[])[Canary, PriceCanary])
        {
            Assert.Empty(Traces.FilesIn(scene.App.Folder, secret));
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(TemporaryFilesSince(began), f => Traces.Read(f) is { } bytes && Traces.TellsPlainly(bytes, Canary));

        // Positive control: the same search finds what does stand there.
        Assert.Contains(backup, Traces.FilesIn(scene.App.Folder, BidScene.Ref));
        Assert.NotEmpty(log.Lines);
        await scene.Open();
        Assert.Empty(Traces.FilesIn(scene.App.Folder, Canary));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    [InlineData("base64")]
    [InlineData("base64 one off")]
    [InlineData("base64 two off")]
    [InlineData("hex")]
    [InlineData("gzip")]
    [InlineData("zlib")]
    [InlineData("zip")]
    public void The_search_finds_the_canary_however_it_is_written(string form)
    {
        byte[] plain = Encoding.UTF8.GetBytes("some words, then " + Canary + " and more");
        byte[] written = form switch
        {
            "utf-16" => Encoding.Unicode.GetBytes(Canary),
            "utf-16be" => Encoding.BigEndianUnicode.GetBytes(Canary),
            "base64" => Encoding.ASCII.GetBytes(Convert.ToBase64String(plain)),
            "base64 one off" => Encoding.ASCII.GetBytes(Convert.ToBase64String([1, .. plain])),
            "base64 two off" => Encoding.ASCII.GetBytes(Convert.ToBase64String([1, 2, .. plain])),
            "hex" => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain)),
            "gzip" => Packed(plain, target => new GZipStream(target, CompressionMode.Compress)),
            "zlib" => Packed(plain, target => new ZLibStream(target, CompressionMode.Compress)),
            "zip" => HostileFiles.Zip(("a.txt", plain)),
            _ => plain,
        };

        Assert.True(Traces.Tells([7, 7, 7, .. written, 7], Canary));
        Assert.False(Traces.Tells([7, 7, 7, .. written, 7], "CANARY-not-there-at-all"));
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

        List<SealedBid> bids = await scene.App.WithDb(db => db.SealedBids.AsNoTracking().ToListAsync(BidScene.Token));
        Assert.Single(bids.Select(b => (b.Envelopes.Qualification.Length, b.Envelopes.Quality.Length, b.Envelopes.Price.Length)).Distinct());
    }

    private static async Task Bid(BidTool tool)
    {
        string upload = await tool.Upload(Canary + ".pdf", Encoding.UTF8.GetBytes("%PDF-1.7 " + Canary + new string('x', 100_000) + Canary), piece: 40_000);
        string body = BidTool.Complete.Replace("Warm care", Canary, StringComparison.Ordinal).Replace("6100.00", PriceCanary, StringComparison.Ordinal).Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},");
        using HttpResponseMessage saved = await tool.Put("2", body);
        using HttpResponseMessage sent = await tool.Submit("2", "key");
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
    }

    private static async Task Backup(string database, string copy)
    {
        await using SqliteConnection connection = new($"Data Source={database}");
        await connection.OpenAsync(BidScene.Token);
        await using SqliteConnection target = new($"Data Source={copy}");
        await target.OpenAsync(BidScene.Token);
        connection.BackupDatabase(target);
    }

    private static byte[] Packed(byte[] plain, Func<Stream, Stream> packer)
    {
        using MemoryStream packed = new();
        using (Stream stream = packer(packed))
        {
            stream.Write(plain);
        }

        return packed.ToArray();
    }

    private static IEnumerable<string> TemporaryFilesSince(DateTime began) =>
        new DirectoryInfo(Path.GetTempPath()).EnumerateFiles("*", SearchOption.TopDirectoryOnly).Where(f => f.LastWriteTimeUtc >= began && f.Length < 20_000_000).Select(f => f.FullName);

    /// <summary>Everything that the portal logs, as it is set up for tests.</summary>
    private sealed class KeptLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
