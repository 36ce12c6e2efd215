using System.Net;
using Portal.Domain.Audit.Verifying;

namespace Portal.Web.Audit;

/// <summary>Copies of the log wherever they lie: a folder or an address.</summary>
internal static class LogCopies
{
    public static ReadLogFile Folder(string folder) => async (name, ct) =>
    {
        string path = Path.Combine(folder, Path.Combine(name.Split('/')));
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, ct) : null;
    };

    /// <summary>The log behind its own address, or behind the portal's front door.</summary>
    public static async Task<ReadLogFile> Behind(Uri address, CancellationToken cancel)
    {
        ReadLogFile given = At(address);
        return await given("checkpoint", cancel) is { } bytes && !bytes.AsSpan().StartsWith("<"u8) ? given : At(new Uri(address, "log/"));
    }

    private static ReadLogFile At(Uri address)
    {
        HttpClient client = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        return async (name, ct) =>
        {
            using HttpResponseMessage answer = await client.GetAsync(new Uri(name, UriKind.Relative), ct);
            return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsByteArrayAsync(ct) : null;
        };
    }
}
