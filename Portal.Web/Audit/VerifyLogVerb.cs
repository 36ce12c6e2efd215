using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Audit.Verifying;
using Portal.Web.Start;

namespace Portal.Web.Audit;

/// <summary><c>verify-log &lt;folder or url&gt;</c>: checks a copy of the log, or (given the data folder, or nothing) the portal's own database with its payloads. <c>--key &lt;verifier key&gt;</c> pins the key.</summary>
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
            LogReport report = await new LogVerifier(await Copy(place, findings, cancel), key).Verify(cancel);
            return Tell(report, [.. report.Findings, .. findings]);
        }
        catch (Exception unreadable) when (unreadable is IOException or HttpRequestException or UriFormatException or InvalidDataException or System.Text.Json.JsonException)
        {
            await Console.Error.WriteLineAsync($"The copy of the log cannot be read: {unreadable.Message}");
            return 1;
        }
    }

    private static int Tell(LogReport report, IReadOnlyList<LogFinding> findings)
    {
        Console.WriteLine($"Entries checked: {report.Entries} of {report.SignedSize}. Root: {report.Root}");
        if (!report.EntriesRead && report.SignedSize > 0)
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

        if (place is not null && File.Exists(place))
        {
            findings.AddRange(await PackedEntries.Check(place, cancel));
            return LogCopies.Packed(place);
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
        return services.GetRequiredService<PublishedLog>().AsCopy();
    }
}
