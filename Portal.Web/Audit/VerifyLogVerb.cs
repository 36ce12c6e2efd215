using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Verifying;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Notices;
using Portal.Web.Start;

namespace Portal.Web.Audit;

/// <summary><c>verify-log &lt;folder or url&gt;</c>: checks a copy of the log, an audit pack (zipped or unpacked), or (given the data folder, or nothing) the portal's own database with its payloads, and whether summaries, notices and agreed scores still stand as the log says. <c>--key &lt;verifier key&gt;</c> pins the key.</summary>
public sealed class VerifyLogVerb(IServiceProvider services) : IVerb
{
    public string Name => "verify-log";

    public async Task<int> Run(string[] args, CancellationToken cancel)
    {
        string? key = args is [.., "--key", var pinned] ? pinned : null;
        string? place = args is [var first, ..] && first != "--key" ? first : null;
        try
        {
            List<LogFinding> findings = [];
            if (place is not null && PackFiles.IsPack(place))
            {
                return await OfPack(place, key, cancel);
            }

            LogReport report = await new LogVerifier(await Copy(place, findings, cancel), key).Verify(cancel);
            return Tell(report, [.. report.Findings, .. findings], packed: null);
        }
        catch (Exception unreadable) when (unreadable is IOException or HttpRequestException or UriFormatException or InvalidDataException or System.Text.Json.JsonException)
        {
            await Console.Error.WriteLineAsync($"The copy of the log cannot be read: {unreadable.Message}");
            return 1;
        }
    }

    private static async Task<int> OfPack(string place, string? key, CancellationToken cancel)
    {
        await using PackFiles pack = await PackFiles.Open(place, cancel);
        PackedEntries entries = new(pack, key);
        IReadOnlyList<LogFinding> findings = await entries.Check(cancel);
        LogReport report = await new LogVerifier((name, ct) => pack.Read("log/" + name, ct), key).Verify(cancel);
        return Tell(report, [.. report.Findings, .. findings], entries.Verified);
    }

    private static int Tell(LogReport report, IReadOnlyList<LogFinding> findings, int? packed)
    {
        Console.WriteLine($"Entries checked: {report.Entries} of {report.SignedSize}. Root: {report.Root}");
        if (packed is { } verified)
        {
            Console.WriteLine($"{verified} entries of this pack verified against the tree and its signed list; of every other entry the hash was checked.");
        }
        else if (!report.EntriesRead && report.SignedSize > 0)
        {
            Console.WriteLine("The entries themselves were not readable; the tree of their hashes was checked.");
        }

        foreach (LogFinding finding in findings)
        {
            Console.WriteLine($"{finding.Code}{(finding.FirstEntry is { } entry ? $" at entry {entry}" : "")}: {finding.Text}");
        }

        Console.WriteLine(findings.Count == 0 ? "The log holds." : "The log does NOT hold.");
        return findings.Count == 0 ? 0 : 1;
    }

    private static string Whole(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private async Task<ReadLogFile> Copy(string? place, List<LogFinding> findings, CancellationToken cancel)
    {
        if (place is not null && Uri.TryCreate(place, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            return await LogCopies.Behind(new Uri(place.TrimEnd('/') + "/"), cancel);
        }

        if (place is not null && File.Exists(Path.Combine(place, "checkpoint")))
        {
            return LogCopies.Folder(place);
        }

        PortalSettings settings = services.GetRequiredService<PortalSettings>();
        if (place is not null && Whole(place) != Whole(settings.DataFolder))
        {
            throw new IOException($"{place} holds no file “checkpoint”. To check another portal's database set PORTAL__DATA to its folder.");
        }

        await Preparation.Migrate(services, cancel);
        findings.AddRange(await services.GetRequiredService<CheckPayloads>().Execute(cancel));
        findings.AddRange(await services.GetRequiredService<CheckSummaries>().Execute(cancel));
        findings.AddRange(await services.GetRequiredService<CheckNotices>().Execute(cancel));
        findings.AddRange(await services.GetRequiredService<CheckConsensus>().Execute(cancel));
        return services.GetRequiredService<PublishedLog>().AsCopy();
    }
}
