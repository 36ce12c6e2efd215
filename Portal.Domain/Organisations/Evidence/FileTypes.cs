using System.Text;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Says what a file is by its first bytes: the ending that such a file should have, or <c>unknown</c>.</summary>
public static class FileTypes
{
    /// <summary>How many first bytes are looked at.</summary>
    public const int Head = 4096;

    private static readonly (byte[] Mark, string Type)[] Marks =
    [
        ("%PDF-"u8.ToArray(), "pdf"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "png"),
        ([0xff, 0xd8, 0xff], "jpg"),
        ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "doc"),
    ];

    private static readonly (string Part, string Type)[] OfficeParts = [("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"), ("opendocument.text", "odt"), ("opendocument.spreadsheet", "ods")];

    /// <summary>Types that are the same thing to a buyer.</summary>
    private static readonly Dictionary<string, string[]> Alike = new()
    {
        ["txt"] = ["csv", "md", "text"],
        ["jpg"] = ["jpeg"],
        ["doc"] = ["xls", "ppt", "msg"],
    };

    public static string Of(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] mark, string type) in Marks)
        {
            if (head.StartsWith(mark))
            {
                return type;
            }
        }

        return head.StartsWith("PK"u8) ? Packed(head) : !IsText(head) ? "unknown" : IsMarkup(head) ? "markup" : "txt";
    }

    /// <summary>Whether content of this type may stand where these endings are asked for. A zip whose parts could not be told apart by its beginning counts as any office file.</summary>
    public static bool Fits(string type, IReadOnlyCollection<string> wanted) =>
        wanted.Count == 0 || wanted.Any(w => Same(type, w.TrimStart('.').ToLowerInvariant()));

    public static string MediaType(string? type) => type switch
    {
        "pdf" => "application/pdf",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "txt" => "text/plain",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };

    private static bool Same(string type, string wanted) =>
        type == wanted || (Alike.TryGetValue(type, out string[]? others) && others.Contains(wanted)) || (type == "zip" && OfficeParts.Any(p => p.Type == wanted));

    private static string Packed(ReadOnlySpan<byte> head)
    {
        string text = Encoding.Latin1.GetString(head);
        return OfficeParts.FirstOrDefault(p => text.Contains(p.Part, StringComparison.Ordinal)).Type ?? "zip";
    }

    // A page or a drawing that can carry script, whatever its name says.
    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        return text.Length > 1 && text[0] == '<' && (char.IsAsciiLetter((char)text[1]) || text[1] is (byte)'!' or (byte)'?');
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (byte b in head)
        {
            if (b < 32 && b is not (9 or 10 or 12 or 13))
            {
                return false;
            }
        }

        return true;
    }
}
