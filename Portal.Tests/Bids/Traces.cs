using System.IO.Compression;
using System.Text;

namespace Portal.Tests.Bids;

/// <summary>Finds a text in bytes however it may stand there: UTF-8, UTF-16 both ways round, base64 at every alignment, hex, and inside anything that inflates (gzip, zlib, zip).</summary>
internal static class Traces
{
    private const int MostInflated = 4 * 1024 * 1024;

    public static bool Tells(byte[] bytes, string text) => TellsPlainly(bytes, text) || Inflated(bytes).Any(inner => TellsPlainly(inner, text));

    public static bool TellsPlainly(ReadOnlySpan<byte> bytes, string text)
    {
        foreach (byte[] form in Forms(text))
        {
            if (bytes.IndexOf(form) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The files below a folder that tell the text.</summary>
    public static IReadOnlyList<string> FilesIn(string folder, string text) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Read(f) is { } bytes && Tells(bytes, text))];

    /// <summary>What stands in a file; null when it has gone, is closed to us or is empty. Named pipes (a .NET runtime keeps some among the temporary files) are as long as empty files, and to open one waits for a writer for ever.</summary>
    public static byte[]? Read(string file)
    {
        try
        {
            if (new FileInfo(file).Length == 0)
            {
                return null;
            }

            using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using MemoryStream copy = new();
            stream.CopyTo(copy);
            return copy.ToArray();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<byte[]> Forms(string text)
    {
        byte[] plain = Encoding.UTF8.GetBytes(text);
        yield return plain;
        yield return Encoding.Unicode.GetBytes(text);
        yield return Encoding.BigEndianUnicode.GetBytes(text);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(plain));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(plain));
        for (int before = 0; before < 3; before++)
        {
            // The signs of base64 that depend on the text alone, whatever stands before and after it.
            string encoded = Convert.ToBase64String([.. new byte[before], .. plain]);
            int from = before == 0 ? 0 : before + 1;
            int whole = (before + plain.Length) / 3 * 4;
            yield return Encoding.ASCII.GetBytes(encoded[from..whole]);
        }
    }

    private static IEnumerable<byte[]> Inflated(byte[] bytes)
    {
        for (int at = 0; at + 4 < bytes.Length; at++)
        {
            int skip = (bytes[at], bytes[at + 1], bytes[at + 2]) switch
            {
                (0x1f, 0x8b, 0x08) => 10,
                (0x78, 0x01 or 0x5e or 0x9c or 0xda, _) => 2,
                ((byte)'P', (byte)'K', 3) when at + 30 < bytes.Length => 30 + BitConverter.ToUInt16(bytes, at + 26) + BitConverter.ToUInt16(bytes, at + 28),
                _ => 0,
            };
            if (skip > 0 && at + skip < bytes.Length && Inflate(bytes, at + skip) is { Length: > 0 } inner)
            {
                yield return inner;
            }
        }
    }

    private static byte[] Inflate(byte[] bytes, int at)
    {
        using MemoryStream clear = new();
        try
        {
            using DeflateStream inflate = new(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
            byte[] buffer = new byte[8192];
            int read;
            while (clear.Length < MostInflated && (read = inflate.Read(buffer)) > 0)
            {
                clear.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // What came before the fault is looked at all the same.
        }

        return clear.ToArray();
    }
}
