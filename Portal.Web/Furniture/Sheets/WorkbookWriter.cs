using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Portal.Web.Furniture.Sheets;

/// <summary>Writes an Excel workbook of one plain sheet: texts and numbers, column widths, the first line kept in view. The same content gives the same bytes.</summary>
internal static class WorkbookWriter
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly DateTimeOffset Stamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="rows">Cells are texts, decimals, or null for an empty one.</param>
    public static byte[] Write(string name, IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{MediaType}.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{OfficeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Sheet}" xmlns:r="{OfficeRelations}"><sheets><sheet name="{SecurityElement.Escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{OfficeRelations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Part(zip, "xl/worksheets/sheet1.xml", Rows(widths, rows));
        }

        return bytes.ToArray();
    }

    private static string Rows(IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<object?>> rows)
    {
        StringBuilder xml = new($"""<worksheet xmlns="{Sheet}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>""");
        foreach ((int index, int width) in widths.Index())
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<col min="{index + 1}" max="{index + 1}" width="{width}" customWidth="1"/>""");
        }

        xml.Append("</cols><sheetData>");
        foreach ((int index, IReadOnlyList<object?> row) in rows.Index())
        {
            Row(xml, index + 1, row);
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Row(StringBuilder xml, int number, IReadOnlyList<object?> cells)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        foreach ((int index, object? cell) in cells.Index())
        {
            string at = string.Create(CultureInfo.InvariantCulture, $"{Column(index)}{number}");
            if (cell is decimal amount)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\"><v>{amount}</v></c>");
            }
            else if (cell is string { Length: > 0 } text)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(Sendable(text))}</t></is></c>");
            }
        }

        xml.Append("</row>");
    }

    // XML has no place for most control characters; no spreadsheet shows them either.
    private static string Sendable(string text) => string.Concat(text.Where(c => c is '\n' or '\t' || !char.IsControl(c)));

    private static string Column(int index) => index < 26 ? ((char)('A' + index)).ToString() : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name);
        entry.LastWriteTime = Stamp;
        using StreamWriter writer = new(entry.Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }
}
