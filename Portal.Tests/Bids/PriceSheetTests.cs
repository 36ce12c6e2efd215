using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>Prices out to Excel and in again: right ones are taken, wrong ones told by line, hostile ones refused, and the draft never loses anything.</summary>
public sealed class PriceSheetTests
{
    private const string Page = $"/tenders/{BidScene.Ref}/bids/2";
    private const string Homes = $"/tenders/{BidScene.Ref}/bids/1";

    [Fact]
    public async Task A_template_filled_in_comes_back_as_prices_of_the_draft()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await scene.App.SignedInAs(Role.ProviderBidder);
        await provider.PostForm(Page, ("Form.Answers[Q1]", "Warm care"));
        byte[] template = await provider.GetByteArrayAsync(new Uri(Page + "/prices.xlsx", UriKind.Relative), BidScene.Token);

        HttpResponseMessage taken = await Send(provider, Page, Changed(template, rows => With(rows, "<c><v>6100.1000000000004</v></c>")));

        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        string page = await provider.Page(Page);
        Assert.Contains("value=\"6100.10\"", page, StringComparison.Ordinal);
        Assert.Contains("Warm care", page, StringComparison.Ordinal);
        Assert.Equal("<v>6100.10</v>", Regex.Match(Sheet(await provider.GetByteArrayAsync(new Uri(Page + "/prices.xlsx", UriKind.Relative), BidScene.Token)), "<v>[^<]*</v>").Value);
    }

    [Fact]
    public async Task Each_home_gets_its_own_prices_and_an_unknown_home_is_named_with_its_line()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await scene.App.SignedInAs(Role.ProviderBidder);
        await provider.PostForm(Homes, ("Form.Homes[0].Urn", "1111111"), ("Form.Homes[1].Urn", "2222222"));
        byte[] template = await provider.GetByteArrayAsync(new Uri(Homes + "/prices.xlsx", UriKind.Relative), BidScene.Token);

        HttpResponseMessage foreign = await Send(provider, Homes, Changed(template, rows => With(rows.Replace("2222222", "9999999", StringComparison.Ordinal), "<c><v>5000</v></c>")));
        HttpResponseMessage taken = await Send(provider, Homes, Changed(template, rows => With(rows, "<c><v>5000</v></c>")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, foreign.StatusCode);
        Assert.Contains("Home “9999999” is not in your bid", PostForms.Words(await foreign.Content.ReadAsStringAsync(BidScene.Token)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.Equal(2, Regex.Count(await provider.Page(Homes), "value=\"5000.00\""));
    }

    [Theory]
    [InlineData("<c><f>2*3000</f><v>6000</v></c>", "formula")]
    [InlineData("<c><v>-1</v></c>", "cannot be negative")]
    [InlineData("<c><v>1.005</v></c>", "two decimals")]
    [InlineData("<c t=\"inlineStr\"><is><t>about six thousand</t></is></c>", "is not a price")]
    [InlineData("<c><v>1E+20</v></c>", "more than any price")]
    [InlineData("<c t=\"e\"><v>#REF!</v></c>", "is not a price")]
    public async Task A_wrong_line_is_told_and_nothing_is_changed(string cell, string told)
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await scene.App.SignedInAs(Role.ProviderBidder);
        await provider.PostForm(Page, ("Form.Prices[core]", "6100"));
        byte[] template = await provider.GetByteArrayAsync(new Uri(Page + "/prices.xlsx", UriKind.Relative), BidScene.Token);

        HttpResponseMessage refused = await Send(provider, Page, Changed(template, rows => With(rows, cell)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        string words = PostForms.Words(await refused.Content.ReadAsStringAsync(BidScene.Token));
        Assert.Contains(told, words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("No price was changed", words, StringComparison.Ordinal);
        Assert.Contains("value=\"6100.00\"", await provider.Page(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("macros", "has macros")]
    [InlineData("merged", "are merged")]
    [InlineData("entity", "is damaged")]
    [InlineData("bomb", "unpacks to far more")]
    [InlineData("old", "old format")]
    [InlineData("text", "not an Excel workbook")]
    [InlineData("heads", "columns")]
    [InlineData("huge", "more than 2 MB")]
    [InlineData("nothing", "Choose the workbook")]
    public async Task A_hostile_or_foreign_workbook_is_refused_in_words(string kind, string told)
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient provider = await scene.App.SignedInAs(Role.ProviderBidder);
        byte[] template = await provider.GetByteArrayAsync(new Uri(Page + "/prices.xlsx", UriKind.Relative), BidScene.Token);
        byte[] sent = kind switch
        {
            "macros" => Added(template, "xl/vbaProject.bin", [1, 2, 3]),
            "merged" => Changed(template, rows => rows.Replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>", StringComparison.Ordinal)),
            "entity" => Changed(template, rows => rows.Replace("<worksheet", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><worksheet", StringComparison.Ordinal)),
            "bomb" => Changed(template, rows => rows.Replace("</sheetData>", new string(' ', 9 * 1024 * 1024) + "</sheetData>", StringComparison.Ordinal)),
            "old" => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0],
            "text" => "code,price"u8.ToArray(),
            "heads" => Changed(template, rows => rows.Replace("Your price in pounds", "Price", StringComparison.Ordinal)),
            "huge" => new byte[2 * 1024 * 1024 + 1],
            _ => [],
        };

        HttpResponseMessage refused = await Send(provider, Page, sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(told, PostForms.Words(await refused.Content.ReadAsStringAsync(BidScene.Token)), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await scene.App.WithDb(db => db.BidDrafts.CountAsync(BidScene.Token)));
    }

    [Fact]
    public async Task Only_a_provider_gets_the_template()
    {
        await using BidScene scene = await BidScene.Make();
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);

        Assert.Equal(HttpStatusCode.Forbidden, (await commissioner.GetAsync(new Uri(Page + "/prices.xlsx", UriKind.Relative), BidScene.Token)).StatusCode);
    }

    /// <summary>Puts a price cell at the end of each line but the first.</summary>
    private static string With(string rows, string cell)
    {
        int first = rows.IndexOf("</row>", StringComparison.Ordinal) + "</row>".Length;
        string lines = Regex.Replace(rows[first..], "<c[^>]*><v>[^<]*</v></c>", "");
        return rows[..first] + lines.Replace("</row>", cell + "</row>", StringComparison.Ordinal);
    }

    private static string Sheet(byte[] workbook)
    {
        using ZipArchive zip = new(new MemoryStream(workbook));
        using StreamReader reader = new(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Changed(byte[] workbook, Func<string, string> change)
    {
        string rows = change(Sheet(workbook));
        using MemoryStream bytes = new();
        bytes.Write(workbook);
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using StreamWriter writer = new(zip.CreateEntry("xl/worksheets/sheet1.xml").Open(), new UTF8Encoding(false));
            writer.Write(rows);
        }

        return bytes.ToArray();
    }

    private static byte[] Added(byte[] workbook, string name, byte[] content)
    {
        using MemoryStream bytes = new();
        bytes.Write(workbook);
        using (ZipArchive zip = new(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            using Stream part = zip.CreateEntry(name).Open();
            part.Write(content);
        }

        return bytes.ToArray();
    }

    private static async Task<HttpResponseMessage> Send(HttpClient provider, string page, byte[] workbook)
    {
        using MultipartFormDataContent form = new();
        form.Add(new StringContent(await provider.Token(page + "/prices")), "__RequestVerificationToken");
        form.Add(new ByteArrayContent(workbook), "sheet", "prices.xlsx");
        return await provider.PostAsync(new Uri(page + "/prices", UriKind.Relative), form, BidScene.Token);
    }
}
