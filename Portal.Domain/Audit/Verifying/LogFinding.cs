namespace Portal.Domain.Audit.Verifying;

/// <summary>What is wrong with a copy of the log, and which entry is the first it concerns (null when it concerns none in particular).</summary>
public sealed record LogFinding(string Code, long? FirstEntry, string Text);

/// <summary>The verifier's answer: how many entries were read, up to which signed size, and everything that does not hold.</summary>
public sealed record LogReport(long Entries, long SignedSize, string Root, bool EntriesRead, IReadOnlyList<LogFinding> Findings)
{
    public bool Holds => Findings.Count == 0;
}
