using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Nothing that no scanner has found clean is opened by anyone: a file that came while the scanner was away is scanned in memory when somebody wants to read it.</summary>
public sealed class ScanBeforeReading(SealedFiles store, IVirusScan scanner)
{
    /// <summary>Returns when the file is clean.</summary>
    /// <exception cref="RuleBroken">It is infected, or no scanner can look into it.</exception>
    public async Task Execute(ScanState known, OrganisationId owner, IReadOnlyList<FileKey> keys, CancellationToken cancel)
    {
        ScanState now = known;
        if (known is ScanState.Waiting or ScanState.Unscannable)
        {
            await using Stream clear = store.Clear(owner, keys, cancel);
            now = await scanner.Scan(clear, cancel);
        }

        if (now is ScanState.Infected)
        {
            throw new RuleBroken("FILE_INFECTED", "The virus scan found malware in this file; it cannot be opened by anyone. It is kept as it was sent.");
        }

        if (now is not ScanState.Clean)
        {
            throw new RuleBroken("FILE_NOT_SCANNED", "No virus scanner has been able to look into this file, so it cannot be opened by anyone. Try again when the scanner answers (an administrator sees it under Status), or ask for the file in a form that can be scanned.");
        }
    }
}
