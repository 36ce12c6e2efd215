using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>An uploaded or pasted notice as bytes: size-limited before anything is parsed, then checked to be JSON in a known encoding.</summary>
public sealed class NoticeFile
{
    /// <summary>A real notice with a hundred lots stays under 1 MB; ten leaves room and bounds memory.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    private const int DeepestNesting = 64;

    private NoticeFile(byte[] bytes)
    {
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public byte[] Bytes { get; }

    public string Sha256 { get; }

    /// <summary>Reads at most <see cref="MostBytes"/>; a longer stream is refused without being read to its end.</summary>
    public static async Task<NoticeFile> From(Stream upload, CancellationToken stop)
    {
        using MemoryStream kept = new();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = await upload.ReadAsync(buffer, stop)) > 0)
        {
            if (kept.Length + read > MostBytes)
            {
                throw TooLarge();
            }

            kept.Write(buffer, 0, read);
        }

        return From(kept.ToArray());
    }

    public static NoticeFile From(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw TooLarge();
        }

        return new NoticeFile(bytes);
    }

    public static NoticeFile FromPaste(string text) => From(Encoding.UTF8.GetBytes(text.Length > MostBytes ? throw TooLarge() : text));

    /// <summary>The parsed file; raises <see cref="RuleBroken"/> when it is empty, not text, not JSON or nested too deeply.</summary>
    public JsonDocument Parse()
    {
        ReadOnlyMemory<byte> json = AsUtf8();
        if (!Utf8.IsValid(json.Span))
        {
            throw Refused("NOTICE_NOT_TEXT", "The file is not text in UTF-8, so it cannot be read as a notice. Save the notice again from the site that published it and try that file.");
        }

        if (json.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            throw Refused("NOTICE_EMPTY", "The file is empty. Choose the notice's JSON file, or paste its text.");
        }

        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestNesting });
        }
        catch (JsonException broken)
        {
            throw Refused("NOTICE_NOT_JSON", $"What you gave is not JSON that can be read{Where(broken)}. A notice is a JSON file in the Open Contracting format; a web page, PDF or spreadsheet of the notice cannot be read here.");
        }
    }

    private static string Where(JsonException broken) =>
        broken.LineNumber is { } line ? $" (it breaks at line {line + 1}, byte {broken.BytePositionInLine + 1}, or is nested more than {DeepestNesting} levels deep)" : "";

    private ReadOnlyMemory<byte> AsUtf8() => Bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Bytes.AsMemory(3),
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(Bytes, 2, Bytes.Length - 2)),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(Bytes, 2, Bytes.Length - 2)),
        _ => Bytes,
    };

    private static RuleBroken TooLarge() =>
        Refused("NOTICE_TOO_LARGE", $"The file is larger than {MostBytes / 1024 / 1024} MB. One notice is far smaller: download the single notice rather than a bulk file, and try that.");

    private static RuleBroken Refused(string code, string text) => new(code, text, null, "notice");
}
