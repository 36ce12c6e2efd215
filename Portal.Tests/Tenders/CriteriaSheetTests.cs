using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;

namespace Portal.Tests.Tenders;

/// <summary>Award criteria out to Excel and in again: right ones are taken whole, wrong ones told by line, hostile ones refused, and the draft never loses anything.</summary>
public sealed class CriteriaSheetTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<(HttpClient Browser, string Ref, string Page, byte[] Sheet)> Draft()
    {
        (Actor owner, string reference) = await app.ReadyTender("1");
        HttpClient browser = await app.SignedInAs(owner);
        string page = $"/tenders/{reference}/draft/lots/1/criteria";
        return (browser, reference, page, await browser.GetByteArrayAsync(new Uri(page + ".xlsx", UriKind.Relative), Stop));
    }

    private async Task<IReadOnlyList<Criterion>> Criteria(string reference) => (await app.Tender(reference)).Lots[0].Criteria;

    [Fact]
    public async Task The_sheet_as_downloaded_comes_back_and_changes_nothing()
    {
        (HttpClient browser, string reference, string page, byte[] sheet) = await Draft();
        await app.WithDb(async db =>
        {
            Tender tender = await db.LoadTender(Actor.Portal, reference);
            tender.ChangeLot("1", "criteria", l => l.AssessBy([.. l.Criteria.Select(c => c.Code == "Q1" ? c with { Description = "Warmth & <safety>\r\nsecond line  \"quoted\" £", Weight = 39.875m } : c.Code == "Q2" ? c with { Weight = 20.125m } : c)]));
            await db.Save(Actor.Portal);
        });
        sheet = await browser.GetByteArrayAsync(new Uri(page + ".xlsx", UriKind.Relative), Stop);
        IReadOnlyList<Criterion> before = await Criteria(reference);

        using HttpResponseMessage taken = await Send(browser, page, sheet);

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("nothing was changed", PostForms.Words(await browser.Page(page)), StringComparison.Ordinal);
        IReadOnlyList<Criterion> after = await Criteria(reference);
        Assert.Equal(before.Select(Plain), after.Select(Plain));
        Assert.Equal(before.Select(c => c.Descriptors), after.Select(c => c.Descriptors));
    }

    [Fact]
    public async Task What_was_edited_is_taken_whole_and_said_by_code()
    {
        (HttpClient browser, string reference, string page, byte[] sheet) = await Draft();
        byte[] edited = Changed(sheet, xml => xml
            .Replace("<v>40</v></c><c r=\"F2\">", "<v>35.000000000000004</v></c><c r=\"F2\">", StringComparison.Ordinal)
            .Replace(">Staff<", ">Staff and training<", StringComparison.Ordinal)
            .Replace("</sheetData>", Line(5, ("A", "SV"), ("B", "Social value"), ("D", "quality"), ("E", "5"), ("F", "2"), ("G", "1"), ("H", "None"), ("I", "Some"), ("J", "Much")) + "</sheetData>", StringComparison.Ordinal));

        using HttpResponseMessage taken = await Send(browser, page, edited);

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Contains("New: SV; Changed: Q1, Q2.", PostForms.Words(await browser.Page(page)), StringComparison.Ordinal);
        IReadOnlyList<Criterion> after = await Criteria(reference);
        Assert.Equal([35m, 20m, 40m, 5m], after.Select(c => c.Weight));
        Assert.Equal(("Staff and training", 2, 1), (after[1].Title, after[3].Scale, after[3].Minimum!.Value));
        Assert.Equal(["None", "Some", "Much"], after[3].Descriptors);
        Assert.Contains("tender.lotChanged", await app.Log(reference));
    }

    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "<v>20</v></c><c r=\"F3\">", "<v>19.99</v></c><c r=\"F3\">", "All", "The weights add up to 99.99; they must add up to exactly 100." },
        { "<v>20</v></c><c r=\"F3\">", "<f>10*2</f><v>20</v></c><c r=\"F3\">", "3", "“Weight %” holds a formula" },
        { "<v>20</v></c><c r=\"F3\">", "<v>-20</v></c><c r=\"F3\">", "3", "A weight is from 0 to 100." },
        { "<v>20</v></c><c r=\"F3\">", "<v>1E+40</v></c><c r=\"F3\">", "3", "is not a weight" },
        { "<v>20</v></c><c r=\"F3\">", "<v>NaN</v></c><c r=\"F3\">", "3", "is not a weight" },
        { ">Q2<", ">Q1<", "3", "“Q1” stands here a second time" },
        { ">Staff<", "><", "3", "“Criterion” is empty." },
        { ">Price</t></is></c><c r=\"E4\"", ">Cost</t></is></c><c r=\"E4\"", "4", "Write Quality or Price" },
        { ">Good: meets the need<", "><", "2", "“Score 4 means” is empty." },
        { "<v>5</v></c><c r=\"G2\">", "<v>3</v></c><c r=\"G2\">", "2", "“Score 4 means” is filled in, but the highest score is 3." },
        { "<c r=\"G2\"><v>2</v>", "<c r=\"G2\"><v>2.5</v>", "2", "“Minimum score” must be a whole number" },
        { "<v>5</v></c><c r=\"G2\">", "<v>11</v></c><c r=\"G2\">", "2", "must be a whole number from 1 to 10" },
        { "</row><row r=\"4\">", "<c r=\"Z3\"><v>7</v></c></row><row r=\"4\">", "3", "Column Z holds something" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_line_is_told_by_its_number_and_nothing_is_changed(string old, string changed, string line, string told)
    {
        (HttpClient browser, string reference, string page, byte[] sheet) = await Draft();
        IReadOnlyList<Criterion> before = await Criteria(reference);

        using HttpResponseMessage refused = await Send(browser, page, Changed(sheet, xml =>
        {
            Assert.Contains(old, xml, StringComparison.Ordinal);
            return xml.Replace(old, changed, StringComparison.Ordinal);
        }));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        string words = PostForms.Words(await refused.Content.ReadAsStringAsync(Stop));
        Assert.Contains(told, words, StringComparison.Ordinal);
        Assert.Matches($@"\b{line} .{{0,60}}{Regex.Escape(told)}", words);
        Assert.Contains("No criterion was changed", words, StringComparison.Ordinal);
        Assert.Equal(before.Select(c => (c.Code, c.Title, c.Weight)), (await Criteria(reference)).Select(c => (c.Code, c.Title, c.Weight)));
    }

    [Fact]
    public async Task Two_price_lines_or_none_are_refused_and_every_wrong_line_is_told_at_once()
    {
        (HttpClient browser, _, string page, byte[] sheet) = await Draft();
        using HttpResponseMessage none = await Send(browser, page, Changed(sheet, xml => Regex.Replace(xml, "<row r=\"4\">.*?</row>", "", RegexOptions.Singleline).Replace("<v>20</v>", "<v>60</v>", StringComparison.Ordinal)));
        Assert.Contains("exactly one line with Price", PostForms.Words(await none.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        using HttpResponseMessage many = await Send(browser, page, Changed(sheet, xml => xml.Replace(">Staff<", "><", StringComparison.Ordinal).Replace("<v>40</v>", "<v>forty</v>", StringComparison.Ordinal)));
        Assert.Contains("3 things are wrong", PostForms.Words(await many.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("macros", "has macros")]
    [InlineData("merged", "are merged")]
    [InlineData("million", "more than 5000 lines")]
    [InlineData("bomb", "unpacks to far more")]
    [InlineData("entity", "is damaged")]
    [InlineData("heads", "are not there")]
    [InlineData("empty", "has no criterion")]
    [InlineData("csv", "not an Excel workbook")]
    [InlineData("nothing", "Choose the workbook")]
    public async Task A_hostile_or_foreign_workbook_is_refused_in_words(string kind, string told)
    {
        (HttpClient browser, string reference, string page, byte[] sheet) = await Draft();
        byte[] sent = kind switch
        {
            "macros" => Added(sheet, "xl/vbaProject.bin"),
            "merged" => Changed(sheet, xml => xml.Replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A2:B3\"/></mergeCells>", StringComparison.Ordinal)),
            "million" => Changed(sheet, xml => xml.Replace("</sheetData>", string.Concat(Enumerable.Range(5, 200_000).Select(i => $"<row r=\"{i}\"/>")) + "</sheetData>", StringComparison.Ordinal)),
            "bomb" => Changed(sheet, xml => xml.Replace("</sheetData>", string.Concat(Enumerable.Repeat("<row r=\"9\"><c><v>1</v></c></row>", 300_000)) + "</sheetData>", StringComparison.Ordinal)),
            "entity" => Changed(sheet, xml => xml.Replace("<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet", StringComparison.Ordinal)),
            "heads" => Changed(sheet, xml => xml.Replace(">Highest score<", ">Top<", StringComparison.Ordinal)),
            "empty" => Changed(sheet, xml => Regex.Replace(xml, "<row r=\"[2-4]\">.*?</row>", "", RegexOptions.Singleline)),
            "csv" => "Code,Criterion"u8.ToArray(),
            _ => [],
        };

        using HttpResponseMessage refused = await Send(browser, page, sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(told, PostForms.Words(await refused.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal(3, (await Criteria(reference)).Count);
    }

    [Fact]
    public async Task A_published_tender_takes_no_sheet_and_others_do_not_reach_it()
    {
        (HttpClient browser, string reference, string page, byte[] sheet) = await Draft();
        using HttpClient elsewhere = await app.SignedInAs(Role.Commissioner, await app.Organisation("north-west"));
        using HttpResponseMessage hidden = await elsewhere.GetAsync(new Uri(page + ".xlsx", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        using HttpResponseMessage forbidden = await provider.GetAsync(new Uri(page + "/sheet", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);

        await app.WithDb(async db =>
        {
            Tender tender = await db.LoadTender(Actor.Portal, reference);
            tender.Publish(ATender.Now);
            await db.Save(Actor.Portal);
        });
        using HttpResponseMessage late = await Send(browser, page, Changed(sheet, xml => xml.Replace(">Staff<", ">Staffing<", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("can no longer be changed here", PostForms.Words(await late.Content.ReadAsStringAsync(Stop)), StringComparison.Ordinal);
        Assert.Equal("Staff", (await Criteria(reference))[1].Title);
    }

    private static Criterion Plain(Criterion criterion) => criterion with { Description = criterion.Description.ReplaceLineEndings("\n"), Descriptors = [] };

    private static string Line(int row, params (string Column, string Value)[] cells) =>
        $"<row r=\"{row}\">{string.Concat(cells.Select(c => decimal.TryParse(c.Value, out _) ? $"<c r=\"{c.Column}{row}\"><v>{c.Value}</v></c>" : $"<c r=\"{c.Column}{row}\" t=\"inlineStr\"><is><t>{c.Value}</t></is></c>"))}</row>";

    private static byte[] Changed(byte[] workbook, Func<string, string> change)
    {
        const string Part = "xl/worksheets/sheet1.xml";
        using MemoryStream bytes = new();
        bytes.Write(workbook);
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (StreamReader reader = new(zip.GetEntry(Part)!.Open()))
            {
                xml = change(reader.ReadToEnd());
            }

            zip.GetEntry(Part)!.Delete();
            using StreamWriter writer = new(zip.CreateEntry(Part).Open(), new UTF8Encoding(false));
            writer.Write(xml);
        }

        return bytes.ToArray();
    }

    private static byte[] Added(byte[] workbook, string name)
    {
        using MemoryStream bytes = new();
        bytes.Write(workbook);
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using Stream part = zip.CreateEntry(name).Open();
            part.Write([1, 2, 3]);
        }

        return bytes.ToArray();
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, string page, byte[] workbook)
    {
        using MultipartFormDataContent form = new();
        form.Add(new StringContent(await browser.Token(page + "/sheet")), "__RequestVerificationToken");
        form.Add(new ByteArrayContent(workbook), "sheet", "criteria.xlsx");
        return await browser.PostAsync(new Uri(page + "/sheet", UriKind.Relative), form, Stop);
    }
}
