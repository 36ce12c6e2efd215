using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Portal.Domain.Evaluation.Ranking;

namespace Portal.Bench;

/// <summary>What an officer would use instead: a workbook of one sheet a lot with a formula for each total and each rank, recalculated by LibreOffice without a window. Opening and saving are measured on the same workbook without formulas and taken off.</summary>
internal static class SpreadsheetBench
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly string[] Places = ["/usr/bin/soffice", "/usr/bin/libreoffice", "/usr/bin/localc"];

    public static async Task Compare(LotMethodology methodology, LotBid[][] lots, double ours)
    {
        if (Array.Find(Places, File.Exists) is not { } office)
        {
            Console.WriteLine("  the same workbook recalculated: LibreOffice is not installed here (Debian: apt-get install libreoffice-calc-nogui)");
            return;
        }

        string folder = Directory.CreateTempSubdirectory("bench-b3-").FullName;
        try
        {
            double without = await Converted(office, folder, "values", Written(methodology, lots, formulas: false));
            double with = await Converted(office, folder, "formulas", Written(methodology, lots, formulas: true));
            Must(FirstTotal(Path.Combine(folder, "out", "formulas.xlsx")), methodology, lots[0][0], lots[0]);
            double recalculated = Math.Max(with - without, 1);
            Pairs.Say($"the same workbook recalculated by LibreOffice: opened, recalculated and saved {with:0} ms, opened and saved without formulas {without:0} ms, so recalculated {recalculated:0} ms; ours {ours:0.000} ms, recalculated / ours {recalculated / ours:0}; aim ≥ 50");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> Converted(string office, string folder, string name, byte[] workbook)
    {
        string file = Path.Combine(folder, name + ".xlsx");
        await File.WriteAllBytesAsync(file, workbook);
        long start = Stopwatch.GetTimestamp();
        using Process run = Process.Start(new ProcessStartInfo(office, ["--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx", "--outdir", Path.Combine(folder, "out"), file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        await run.WaitForExitAsync();
        return run.ExitCode == 0 && File.Exists(Path.Combine(folder, "out", name + ".xlsx"))
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException($"LibreOffice did not convert the workbook: {await run.StandardError.ReadToEndAsync()}");
    }

    private static byte[] Written(LotMethodology methodology, LotBid[][] lots, bool formulas)
    {
        using MemoryStream bytes = new();
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            int[] numbers = [.. Enumerable.Range(1, lots.Length)];
            Part(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{string.Concat(numbers.Select(n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""))}</Types>""");
            Part(zip, "_rels/.rels", $"""<Relationships xmlns="{Packages}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(numbers.Select(n => $"""<sheet name="Lot{n}" sheetId="{n}" r:id="rId{n}"/>"""))}</sheets></workbook>""");
            Part(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Packages}">{string.Concat(numbers.Select(n => $"""<Relationship Id="rId{n}" Type="{Office}/worksheet" Target="worksheets/sheet{n}.xml"/>"""))}</Relationships>""");
            foreach (int number in numbers)
            {
                Part(zip, $"xl/worksheets/sheet{number}.xml", Sheet(methodology, lots[number - 1], formulas));
            }
        }

        return bytes.ToArray();
    }

    // Line 1 has the weights, line 2 the top scores, then a line for each bid: price, total, rank, scores.
    private static string Sheet(LotMethodology methodology, LotBid[] bids, bool formulas)
    {
        string last = Column(3 + methodology.Quality.Count - 1);
        int end = bids.Length + 2;
        StringBuilder xml = new($"""<worksheet xmlns="{Main}"><sheetData>""");
        Row(xml, 1, [methodology.Price!.Weight, 0, 0, .. methodology.Quality.Select(c => c.Weight)]);
        Row(xml, 2, [0, 0, 0, .. methodology.Quality.Select(c => c.Scale)]);
        for (int i = 0; i < bids.Length; i++)
        {
            int line = i + 3;
            string[] sums = formulas
                ? [$"SUMPRODUCT($D$1:${last}$1,D{line}:{last}{line}/$D$2:${last}$2)+$A$1*MIN($A$3:$A${end})/A{line}", $"RANK(B{line},$B$3:$B${end})"]
                : [];
            Row(xml, line, [bids[i].Price!.Value.Amount, 0, 0, .. bids[i].Scores], sums);
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static void Row(StringBuilder xml, int line, decimal[] values, params string[] sums)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{line}\">");
        for (int column = 0; column < values.Length; column++)
        {
            string inside = column is 1 or 2 && sums.Length > 0 ? $"<f>{sums[column - 1]}</f>" : values[column].ToString("'<v>'0.####'</v>'", CultureInfo.InvariantCulture);
            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{Column(column)}{line}\">{inside}</c>");
        }

        xml.Append("</row>");
    }

    private static string Column(int index) => index < 26 ? ((char)('A' + index)).ToString() : $"{(char)('A' + (index / 26) - 1)}{(char)('A' + (index % 26))}";

    private static decimal FirstTotal(string workbook)
    {
        using ZipArchive zip = ZipFile.OpenRead(workbook);
        using Stream sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        string cell = XDocument.Load(sheet).Descendants().First(e => e.Name.LocalName == "c" && e.Attribute("r")?.Value == "B3").Elements().First(e => e.Name.LocalName == "v").Value;
        return decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    // That it did recalculate: the first bid's total is ours.
    private static void Must(decimal total, LotMethodology methodology, LotBid bid, LotBid[] lot)
    {
        decimal expected = methodology.Quality.Zip(bid.Scores, (c, s) => c.Weight * s / c.Scale).Sum() + (methodology.Price!.Weight * lot.Min(b => b.Price!.Value.Amount) / bid.Price!.Value.Amount);
        if (Math.Abs(total - expected) > 0.000001m)
        {
            throw new InvalidOperationException($"LibreOffice says {total}, the sum is {expected}: the workbook was not recalculated.");
        }
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using StreamWriter writer = new(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }
}
