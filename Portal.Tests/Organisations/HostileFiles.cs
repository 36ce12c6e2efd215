using System.IO.Compression;
using System.Text;

namespace Portal.Tests.Organisations;

/// <summary>Files made to harm whoever opens, unpacks, draws or believes them.</summary>
internal static class HostileFiles
{
    /// <summary>Where the zip that climbs out of its folder would leave a file.</summary>
    public static string Slipped => Path.Combine(Path.GetTempPath(), "portal-slipped");

    public static byte[] Named(string kind) => kind switch
    {
        "zip slip" => Zip(("word/document.xml", "<w/>"u8.ToArray()), ("../../../.." + Slipped, "out"u8.ToArray())),
        "zip bomb" => Zip(("word/document.xml", new byte[64 * 1024 * 1024])),
        "xxe" => Zip(("word/document.xml", Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w>&e;</w>"))),
        "polyglot" => [.. "%PDF-1.7\n<html><script>alert(1)</script></html>\n"u8, .. Zip(("META-INF/MANIFEST.MF", "Main-Class: X"u8.ToArray()))],
        "svg" => "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(document.cookie)</script></svg>"u8.ToArray(),
        "html" => "<!doctype html><script>alert(document.cookie)</script>"u8.ToArray(),
        "pixel flood" => PixelFlood(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in entries)
            {
                using Stream entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    // A picture that says it is 60,000 pixels wide and high: 14 GB for whoever draws it.
    private static byte[] PixelFlood() =>
        [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60, 8, 6, 0, 0, 0, 0x2e, 0x6e, 0x0b, 0x5e];
}
