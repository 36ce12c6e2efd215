using System.Globalization;
using System.Text.Json;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Finds the releases in a release package, a record package, one record, a bare list or a bare release, and takes the one that tells most about a tender.</summary>
internal static class ReleaseChoice
{
    private static readonly string[] MarksOfARelease = ["tender", "planning", "awards", "contracts"];

    public static NoticeNode Of(NoticeNode root)
    {
        List<NoticeNode> found = [.. ReleasesIn(root).Where(r => r.IsObject)];
        List<NoticeNode> telling = [.. found.Where(r => MarksOfARelease.Any(mark => r[mark].IsPresent))];
        if (telling.Count == 0)
        {
            throw found.Count == 0 ? NotOcds() : Empty();
        }

        NoticeNode taken = telling.OrderByDescending(Worth).ThenByDescending(DateOf).ThenByDescending(r => telling.IndexOf(r)).First();
        if (found.Count > 1)
        {
            Say(root, found, taken);
        }

        return taken;
    }

    private static IEnumerable<NoticeNode> ReleasesIn(NoticeNode root)
    {
        if (root.Element.ValueKind == JsonValueKind.Array)
        {
            return root.Items();
        }

        if (root["releases"].IsPresent && !root["compiledRelease"].IsPresent)
        {
            return root["releases"].Items();
        }

        if (root["records"].IsPresent)
        {
            return root["records"].Items().SelectMany(InRecord);
        }

        return root["compiledRelease"].IsPresent ? InRecord(root) : LooksLikeRelease(root) ? [root] : [];
    }

    private static IEnumerable<NoticeNode> InRecord(NoticeNode record)
    {
        if (record["compiledRelease"].IsObject)
        {
            yield return record["compiledRelease"];
        }

        foreach (NoticeNode release in record["releases"].Items())
        {
            yield return release;
        }
    }

    // An object without an ocid may still be a release cut out of its package; one without any of its parts is something else.
    private static bool LooksLikeRelease(NoticeNode root) =>
        root.IsObject && (root["ocid"].IsPresent || MarksOfARelease.Any(mark => root[mark].IsObject || root[mark].Element.ValueKind == JsonValueKind.Array));

    private static int Worth(NoticeNode release)
    {
        bool compiled = release.Path.EndsWith("compiledRelease", StringComparison.Ordinal);
        bool hasTender = release["tender"].IsPresent;
        bool tagged = release["tag"].Element.ValueKind == JsonValueKind.Array
            ? release["tag"].Element.EnumerateArray().Any(t => IsTenderTag(t))
            : IsTenderTag(release["tag"].Element);
        return (hasTender ? 4 : 0) + (compiled ? 2 : 0) + (tagged ? 1 : 0);
    }

    private static bool IsTenderTag(JsonElement tag) => tag.ValueKind == JsonValueKind.String && (tag.ValueEquals("tender"u8) || tag.ValueEquals("tenderUpdate"u8) || tag.ValueEquals("tenderAmendment"u8));

    private static DateTimeOffset DateOf(NoticeNode release) => (release with { Ledger = new ReadingLedger() })["date"].Instant()?.At ?? DateTimeOffset.MinValue;

    private static void Say(NoticeNode root, List<NoticeNode> found, NoticeNode taken)
    {
        ReadingLedger aside = new();
        int processes = found.Select(r => (r with { Ledger = aside })["ocid"].Text() ?? "").Distinct(StringComparer.Ordinal).Count();
        string id = (taken with { Ledger = aside })["id"].Text() ?? taken.Path;
        string many = processes > 1 ? string.Create(CultureInfo.InvariantCulture, $" of {processes} different procurements") : "";
        root.Ledger.Remark(string.Create(CultureInfo.InvariantCulture, $"The file holds {found.Count} releases{many}. The latest that describes a tender was taken: {id} ({taken.Path}). The others are listed as not carried."));
    }

    private static RuleBroken NotOcds() => new(
        "NOTICE_NOT_OCDS",
        "The file is JSON but not a notice in the Open Contracting Data Standard: it has no releases, no records and no tender. Download the notice's “OCDS release” from the site that published it.",
        "B1-01",
        "notice");

    private static RuleBroken Empty() => new(
        "NOTICE_NO_TENDER",
        "The file is a package in the Open Contracting format, but no release in it says anything about a tender, a plan, an award or a contract.",
        "B1-01",
        "notice");
}
