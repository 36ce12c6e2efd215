using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>S6: files made to harm. They are kept as the bytes they are, never unpacked, drawn or parsed, judged by content, and handed out to be saved, in a sandbox.</summary>
public sealed class HostileFileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zip slip", "docx")]
    [InlineData("zip bomb", "docx")]
    [InlineData("xxe", "docx")]
    [InlineData("polyglot", "pdf")]
    public async Task What_looks_like_evidence_goes_through_a_bid_untouched_and_comes_out_as_a_download_only(string kind, string type)
    {
        await using BidScene scene = await BidScene.Make();
        byte[] hostile = HostileFiles.Named(kind);
        BidTool tool = await scene.Provider("P-100");
        string upload = await tool.Upload("insurance.pdf", hostile);
        using HttpResponseMessage saved = await tool.Put("2", BidTool.Complete.Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},"));
        Assert.Equal(HttpStatusCode.Created, (await tool.Submit("2", "key")).StatusCode);
        await scene.Open();

        SubmissionId bid = await scene.App.WithDb(db => db.OpenedBids.Select(b => b.Id).SingleAsync(Token));
        OpenedContent opened = await scene.App.Do((ReadOpenedBid read) => read.Execute(scene.Commissioner, bid, Token));
        Assert.Equal(type, Assert.Single(opened.Files).Type);
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        using HttpResponseMessage sent = await commissioner.GetAsync(new Uri($"/tenders/{BidScene.Ref}/opened-bids/{bid.Value}/files/{upload}", UriKind.Relative), Token);

        Assert.Equal(hostile, await sent.Content.ReadAsByteArrayAsync(Token));
        ComesAsADownload(sent);
        Assert.False(File.Exists(HostileFiles.Slipped));
        Assert.All(Directory.EnumerateFiles(Path.Combine(scene.App.Folder, "files"), "*", SearchOption.AllDirectories), f => Assert.True(Guid.TryParse(Path.GetFileNameWithoutExtension(f), out _), f));
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "markup")]
    [InlineData("\uFEFF \r\n<!DOCTYPE html>", "markup")]
    [InlineData("<?xml version=\"1.0\"?>", "markup")]
    [InlineData("a < b, as the text says", "txt")]
    [InlineData("< 5 places", "txt")]
    public void What_can_carry_script_is_no_text(string content, string type)
    {
        Assert.Equal(type, FileTypes.Of(Encoding.UTF8.GetBytes(content)));
        Assert.Equal(type == "txt", FileTypes.Fits(type, ["pdf", "txt"]));
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("html")]
    [InlineData("pixel flood")]
    public async Task What_is_not_of_a_type_asked_for_is_refused_in_a_bid_whatever_its_name(string kind)
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        string upload = await tool.Upload("insurance.pdf", HostileFiles.Named(kind));
        using HttpResponseMessage saved = await tool.Put("2", BidTool.Complete.Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},"));

        JsonObject problem = await BidTool.Json(await tool.Submit("2", "key"), HttpStatusCode.UnprocessableEntity);

        Assert.Contains("not one of: pdf, docx", problem["missing"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("svg", "application/octet-stream")]
    [InlineData("html", "application/octet-stream")]
    [InlineData("pixel flood", "image/png")]
    public async Task In_the_library_it_is_a_download_too_and_never_a_page(string kind, string mediaType)
    {
        await using PortalApp app = new();
        HttpClient provider = await app.SignedInAs(Role.ProviderBidder);
        const string Library = "/organisations/evidence";
        using MultipartFormDataContent form = new();
        foreach ((string name, string value) in (ValueTuple<string, string>[])[("__RequestVerificationToken", await provider.Token(Library + "/add")), ("Form.Kind", "Insurance"), ("Form.Title", "x"), ("Form.Issuer", "y"), ("Form.ExpiresOn.Day", "27"), ("Form.ExpiresOn.Month", "3"), ("Form.ExpiresOn.Year", "2027")])
        {
            form.Add(new StringContent(value), name);
        }

        using ByteArrayContent file = new(HostileFiles.Named(kind));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/svg+xml");
        form.Add(file, "Form.File", "../../\u202Egvs.exe");
        using HttpResponseMessage added = await provider.PostAsync(new Uri(Library + "/add", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        EvidenceDocument document = await app.WithDb(db => db.EvidenceDocuments.SingleAsync(Token));

        using HttpResponseMessage sent = await provider.GetAsync(new Uri($"{Library}/{document.Id.Value}/versions/1", UriKind.Relative), Token);

        ComesAsADownload(sent);
        Assert.Equal(mediaType, sent.Content.Headers.ContentType?.MediaType);
        Assert.Equal("gvs.exe", sent.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(HostileFiles.Named(kind), await sent.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task The_real_scanner_finds_the_test_virus_plain_and_in_an_archive_within_an_archive()
    {
        await using Clamd clamd = Clamd.Prepare();
        await clamd.Start(Token);
        ClamAv scanner = new("127.0.0.1", clamd.Port);
        byte[] nested = HostileFiles.Zip(("inner.zip", HostileFiles.Zip(("a.txt", Clamd.TestFile))));

        Assert.Equal(ScanState.Infected, await scanner.Scan(new MemoryStream(Clamd.TestFile), Token));
        Assert.Equal(ScanState.Infected, await scanner.Scan(new MemoryStream(nested), Token));
        Assert.Equal(ScanState.Infected, await scanner.Scan(new MemoryStream(HostileFiles.Named("zip bomb")), Token));
        Assert.Equal(ScanState.Clean, await scanner.Scan(new MemoryStream([.. "%PDF-1.7 "u8, .. new byte[300_000]]), Token));
        Assert.Equal(-1, nested.AsSpan().IndexOf(Encoding.ASCII.GetBytes("ANTIVIRUS")));
    }

    [Fact]
    public async Task A_file_that_came_while_the_scanner_was_down_is_scanned_at_the_opening_before_anybody_reads_it()
    {
        await using Clamd clamd = Clamd.Prepare();
        await using BidScene scene = await BidScene.Make(settings: clamd.Settings);
        foreach ((string code, byte[] content) in (ValueTuple<string, byte[]>[])[("P-100", "%PDF-1.7 cover"u8.ToArray()), ("P-101", [.. "%PDF-1.7 "u8, .. Clamd.TestFile])])
        {
            BidTool tool = await scene.Provider(code);
            string upload = await tool.Upload("insurance.pdf", content);
            using HttpResponseMessage saved = await tool.Put("2", BidTool.Complete.Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},"));
            Assert.Equal(HttpStatusCode.Created, (await tool.Submit("2", "key")).StatusCode);
        }

        Assert.Equal(2, await scene.App.WithDb(db => db.Uploads.CountAsync(u => u.Scan == ScanState.Unscannable, Token)));
        await clamd.Start(Token);
        await scene.Open();

        OpenedBid[] bids = await scene.App.WithDb(db => db.OpenedBids.AsNoTracking().ToArrayAsync(Token));
        ScanState[] found = [.. (await Task.WhenAll(bids.Select(b => scene.App.Do((ReadOpenedBid read) => read.Execute(scene.Commissioner, b.Id, Token))))).Select(c => c.Files.Single().Scan).Order()];
        Assert.Equal([ScanState.Clean, ScanState.Infected], found);
        OpenedContent infected = (await Task.WhenAll(bids.Select(b => scene.App.Do((ReadOpenedBid read) => read.Execute(scene.Commissioner, b.Id, Token))))).Single(c => c.Files[0].Scan == ScanState.Infected);
        await Assert.ThrowsAsync<RuleBroken>(() => scene.App.Do((ReadOpenedFile read) => read.Execute(scene.Commissioner, infected.Bid.Id, new UploadId(infected.Files[0].Upload), Token)));
    }

    [Fact]
    public async Task What_no_scanner_could_look_into_is_opened_by_nobody()
    {
        await using Clamd clamd = Clamd.Prepare();
        await using BidScene scene = await BidScene.Make(settings: clamd.Settings);
        BidTool tool = await scene.Provider("P-100");
        string upload = await tool.Upload("insurance.pdf", "%PDF-1.7 cover"u8.ToArray());
        using HttpResponseMessage saved = await tool.Put("2", BidTool.Complete.Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},"));
        Assert.Equal(HttpStatusCode.Created, (await tool.Submit("2", "key")).StatusCode);
        await scene.Open();
        OpenedBid bid = await scene.App.WithDb(db => db.OpenedBids.AsNoTracking().SingleAsync(Token));

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => Read(scene, bid, upload));
        Assert.Equal("FILE_NOT_SCANNED", refused.Reasons[0].Code);
        Assert.Contains("No virus scanner answers", await scene.App.Public().GetStringAsync("/health/ready", Token), StringComparison.Ordinal);

        // When the scanner is back, the same file is scanned before it is read.
        await clamd.Start(Token);
        await Read(scene, bid, upload);
    }

    private static Task<(OpenedFile, OrganisationId)> Read(BidScene scene, OpenedBid bid, string upload) =>
        scene.App.Do((ReadOpenedFile read) => read.Execute(scene.Commissioner, bid.Id, new UploadId(Guid.Parse(upload)), Token));

    private static void ComesAsADownload(HttpResponseMessage sent)
    {
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal("attachment", sent.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", sent.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.StartsWith("sandbox", sent.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.NotEqual("text/html", sent.Content.Headers.ContentType?.MediaType);
    }
}
