using System.Text;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>What stands in where no scanner is configured: it knows the industry's harmless test file (EICAR) and nothing else. In Development everything else passes as clean; in Production it is unscannable, so that nobody believes a scan took place.</summary>
public sealed class TestSignatureScan(bool passOthers) : IVirusScan
{
    private const int Window = 64 * 1024;

    // Written backwards so that the portal's own binary is not taken for the test file.
    private static readonly byte[] Signature = [.. Encoding.ASCII.GetBytes("ELIF-TSET-SURIVITNA-DRADNATS-RACIE").Reverse()];

    public async Task<ScanState> Scan(Stream content, CancellationToken ct)
    {
        byte[] buffer = new byte[Window + Signature.Length];
        int kept = 0;
        bool found = false;
        int read;
        while ((read = await content.ReadAsync(buffer.AsMemory(kept, Window), ct)) > 0)
        {
            int held = kept + read;
            found |= buffer.AsSpan(0, held).IndexOf(Signature) >= 0;
            kept = Math.Min(Signature.Length - 1, held);
            buffer.AsSpan(held - kept, kept).CopyTo(buffer);
        }

        return found ? ScanState.Infected : passOthers ? ScanState.Clean : ScanState.Unscannable;
    }
}
