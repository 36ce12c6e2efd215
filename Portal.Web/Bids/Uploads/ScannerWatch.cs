using Portal.Domain.Organisations.Evidence;

namespace Portal.Web.Bids.Uploads;

/// <summary>Whether a virus scanner answers. Without one the portal goes on taking bids and files; nobody can open the files, and this says why.</summary>
public sealed class ScannerWatch(IVirusScan scanner, IHostEnvironment environment)
{
    /// <summary>Null when files are scanned; otherwise what is wrong, in words for the person on duty.</summary>
    public async Task<string?> WhyNot(CancellationToken cancel)
    {
        if (environment.IsDevelopment() && scanner is TestSignatureScan)
        {
            return null;
        }

        using MemoryStream word = new("a word"u8.ToArray());
        return await scanner.Scan(word, cancel) is ScanState.Clean ? null
            : "No virus scanner answers. Files are taken and kept, but nobody can open them until one does: set ClamAv__Host and ClamAv__Port.";
    }
}
