using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Portal.Web.Furniture.Sheets;

/// <summary>Reads the first sheet of an Excel workbook from an untrusted sender: small, without macros, document types or merged cells; no link of it is ever followed.</summary>
internal static class Workbook
{
    public const int MostBytes = 2 * 1024 * 1024;

    private const int MostParts = 300;
    private const int MostPartBytes = 8 * 1024 * 1024;
    private const int MostRows = 5000;
    private const string NotOne = "This is not an Excel workbook (.xlsx). Download the template and fill it in.";

    private const string TooLarge = "This workbook has more than 2 MB: the template filled in is far smaller. Start again from it.";

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The bytes of a workbook that a form sends.</summary>
    public static async Task<byte[]> Sent(IFormFile? sheet, CancellationToken cancel)
    {
        if (sheet is not { Length: > 0 })
        {
            throw new WorkbookRefused("Choose the workbook that you filled in.");
        }

        if (sheet.Length > MostBytes)
        {
            throw new WorkbookRefused(TooLarge);
        }

        using MemoryStream bytes = new();
        await sheet.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    /// <summary>The rows of the first sheet, each by column letters; a row's number is that of Excel.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyDictionary<string, SheetCell>> Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new WorkbookRefused(TooLarge);
        }

        try
        {
            using ZipArchive zip = new(new MemoryStream(bytes), ZipArchiveMode.Read);
            return Rows(zip);
        }
        catch (InvalidDataException)
        {
            throw new WorkbookRefused(bytes.AsSpan().StartsWith(new byte[] { 0xd0, 0xcf, 0x11, 0xe0 })
                ? "This workbook is in the old format or locked with a password. Save it as .xlsx without one."
                : NotOne);
        }
        catch (XmlException)
        {
            throw new WorkbookRefused("This workbook is damaged, or holds what no template does. Copy what you entered into a fresh template.");
        }
    }

    private static Dictionary<int, IReadOnlyDictionary<string, SheetCell>> Rows(ZipArchive zip)
    {
        if (zip.Entries.Count > MostParts)
        {
            throw new WorkbookRefused("This workbook has too many parts. Start again from the template.");
        }

        if (zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new WorkbookRefused("This workbook has macros. Save it as .xlsx, without macros.");
        }

        XElement sheet = Part(zip, FirstSheet(zip)) ?? throw new WorkbookRefused(NotOne);
        if (sheet.Element(Main + "mergeCells")?.Elements().FirstOrDefault() is { } merged)
        {
            throw new WorkbookRefused($"Cells {merged.Attribute("ref")?.Value} are merged. Unmerge them, so that each line has its own.");
        }

        string[] shared = [.. Part(zip, "xl/sharedStrings.xml")?.Elements(Main + "si").Select(Words) ?? []];
        return Lines(sheet, shared);
    }

    private static Dictionary<int, IReadOnlyDictionary<string, SheetCell>> Lines(XElement sheet, string[] shared)
    {
        Dictionary<int, IReadOnlyDictionary<string, SheetCell>> rows = [];
        int number = 0;
        foreach (XElement row in sheet.Element(Main + "sheetData")?.Elements(Main + "row") ?? [])
        {
            number = int.TryParse(row.Attribute("r")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int said) ? said : number + 1;
            if (rows.Count >= MostRows)
            {
                throw new WorkbookRefused($"This workbook has more than {MostRows} lines. Start again from the template.");
            }

            rows[number] = Cells(row, shared);
        }

        return rows;
    }

    private static Dictionary<string, SheetCell> Cells(XElement row, string[] shared)
    {
        Dictionary<string, SheetCell> cells = [];
        int next = 0;
        foreach (XElement cell in row.Elements(Main + "c"))
        {
            string column = new([.. (cell.Attribute("r")?.Value ?? "").TakeWhile(char.IsAsciiLetterUpper)]);
            column = column.Length > 0 ? column : ((char)('A' + (next % 26))).ToString();
            next = column.Length == 1 ? column[0] - 'A' + 1 : next + 1;
            cells[column] = Cell(cell, shared);
        }

        return cells;
    }

    private static SheetCell Cell(XElement cell, string[] shared)
    {
        string value = cell.Element(Main + "v")?.Value ?? "";
        string kind = cell.Attribute("t")?.Value ?? "n";
        string text = kind switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at < shared.Length ? shared[at] : "",
            "inlineStr" => cell.Element(Main + "is") is { } inline ? Words(inline) : "",
            _ => value,
        };
        return new SheetCell(text.Trim(), kind == "n", cell.Element(Main + "f") is not null);
    }

    private static string Words(XElement text) => string.Concat(text.Descendants(Main + "t").Where(t => t.Parent?.Name != Main + "rPh").Select(t => t.Value));

    /// <summary>The part that the workbook names first; never outside the archive.</summary>
    private static string FirstSheet(ZipArchive zip)
    {
        XElement book = Part(zip, "xl/workbook.xml") ?? throw new WorkbookRefused(NotOne);
        string? id = book.Element(Main + "sheets")?.Elements(Main + "sheet").FirstOrDefault()?.Attribute(Office + "id")?.Value;
        string target = TargetOf(zip, id) ?? throw new WorkbookRefused(NotOne);
        return target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private static string? TargetOf(ZipArchive zip, string? relation) =>
        Part(zip, "xl/_rels/workbook.xml.rels")?.Elements().FirstOrDefault(r => r.Attribute("Id")?.Value == relation)?.Attribute("Target")?.Value;

    private static XElement? Part(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using Stream packed = entry.Open();
        using MemoryStream clear = new();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            clear.Write(buffer, 0, read);
            if (clear.Length > MostPartBytes)
            {
                throw new WorkbookRefused("This workbook unpacks to far more than a template ever holds. Start again from the template.");
            }
        }

        clear.Position = 0;
        using XmlReader xml = XmlReader.Create(clear, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostPartBytes });
        return XElement.Load(xml);
    }
}
