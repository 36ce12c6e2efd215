using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Portal.Domain.Bids;
using Portal.Domain.Tenders;

namespace Portal.Web.Bids.Prices;

/// <summary>A lot's price schedule as an Excel workbook of one sheet: a line per price, the column to fill in last.</summary>
public static class PriceSheet
{
    public const string Home = "Home (URN)";
    public const string Code = "Code";
    public const string Price = "Your price in pounds";
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] Heads = [Home, Code, "What", "For each", "Ceiling", Price];
    private static readonly DateTimeOffset Stamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The template, with what the draft says already.</summary>
    public static byte[] Write(Lot lot, BidContent content)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{MediaType}.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{OfficeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Sheet}" xmlns:r="{OfficeRelations}"><sheets><sheet name="Prices" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{OfficeRelations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Part(zip, "xl/worksheets/sheet1.xml", Rows(lot, content));
        }

        return bytes.ToArray();
    }

    private static string Rows(Lot lot, BidContent content)
    {
        StringBuilder xml = new($"""<worksheet xmlns="{Sheet}"><cols><col min="1" max="2" width="14" customWidth="1"/><col min="3" max="3" width="40" customWidth="1"/><col min="4" max="6" width="18" customWidth="1"/></cols><sheetData>""");
        Row(xml, Heads, null);
        IEnumerable<(string Urn, IReadOnlyDictionary<string, decimal> Prices)> parts = lot.PerHome ? content.Homes.Select(h => (h.Urn, h.Prices)) : [("", content.Prices)];
        foreach ((string urn, IReadOnlyDictionary<string, decimal> prices) in parts)
        {
            foreach (PriceLine line in lot.PriceLines)
            {
                Row(xml, [urn, line.Code, line.Title, line.Unit, line.Ceiling?.ToString() ?? "none"], prices.TryGetValue(line.Code, out decimal price) ? price : null);
            }
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Row(StringBuilder xml, string[] texts, decimal? price)
    {
        xml.Append("<row>");
        foreach (string text in texts)
        {
            xml.Append("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">").Append(SecurityElement.Escape(text)).Append("</t></is></c>");
        }

        if (price is { } amount)
        {
            xml.Append("<c><v>").Append(amount.ToString(CultureInfo.InvariantCulture)).Append("</v></c>");
        }

        xml.Append("</row>");
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        ZipArchiveEntry entry = zip.CreateEntry(name);
        entry.LastWriteTime = Stamp;
        using StreamWriter writer = new(entry.Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }
}
