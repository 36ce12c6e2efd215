using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Keeps count, while a notice is read, of which values were used, why others were not, and what had to be assumed.</summary>
internal sealed class ReadingLedger
{
    private const int MostRemarks = 100;

    // A real notice of a hundred lots takes some thirty thousand steps; a hostile one is stopped here within seconds.
    private const int MostSteps = 2_000_000;

    private readonly HashSet<string> carried = new(StringComparer.Ordinal);
    private readonly HashSet<string> above = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> refused = new(StringComparer.Ordinal);
    private readonly List<string> remarks = [];
    private int steps;

    public IReadOnlyList<string> Remarks => remarks;

    public void Step()
    {
        if (++steps > MostSteps)
        {
            throw new RuleBroken("NOTICE_TOO_LARGE", "The file holds far more than one notice can. Download the single notice rather than a bulk file, and try that.", null, "notice");
        }
    }

    public void Carry(string path)
    {
        if (!carried.Add(path))
        {
            return;
        }

        for (int end = LastStep(path, path.Length); end > 0 && above.Add(path[..end]); end = LastStep(path, end))
        {
        }

        above.Add("");
    }

    /// <summary>The value was looked at and not used.</summary>
    public void Refuse(string path, string why)
    {
        Carry(path);
        carried.Remove(path);
        refused[path] = why;
    }

    public void Remark(string text)
    {
        if (remarks.Count < MostRemarks && !remarks.Contains(text))
        {
            remarks.Add(text);
        }
    }

    public bool IsCarried(string path) => carried.Contains(path);

    public bool HasCarriedBelow(string path) => above.Contains(path);

    public string? WhyRefused(string path) => refused.GetValueOrDefault(path);

    // Keys are never written with a bare '.' or '[' inside (NoticeNode quotes them), so the last of either starts the last step.
    private static int LastStep(string path, int end) => path.AsSpan(0, end).LastIndexOfAny('.', '[');
}
