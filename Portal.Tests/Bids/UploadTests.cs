using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Tests.Bids;

public sealed class UploadTests
{
    [Fact]
    public async Task An_upload_that_broke_off_resumes_where_it_stopped()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        byte[] content = [.. "%PDF-1.7"u8, .. RandomNumberGenerator.GetBytes(200_000)];
        string id = await Begin(tool, content.Length);

        Assert.Equal("70000", (await tool.Patch(id, 0, content[..70_000])).Headers.GetValues("Upload-Offset").Single());
        Assert.Equal(HttpStatusCode.Conflict, (await tool.Patch(id, 0, content[..10])).StatusCode);
        using HttpRequestMessage head = new(HttpMethod.Head, "/api/v1/uploads/" + id);
        head.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        HttpResponseMessage stands = await tool.Client.SendAsync(head, BidScene.Token);
        Assert.Equal("70000", stands.Headers.GetValues("Upload-Offset").Single());
        Assert.Equal("waiting", (await State(tool, id))["scan"]!.GetValue<string>());
        await tool.Patch(id, 70_000, content[70_000..]);

        JsonObject state = await State(tool, id);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), state["sha256"]!.GetValue<string>());
        Assert.Equal(("clean", "insurance.pdf", content.Length), (state["scan"]!.GetValue<string>(), state["name"]!.GetValue<string>(), state["bytes"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_the_tool_said_of_its_file_is_given_back_and_a_refusal_says_why()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        const string Metadata = "filename aW5zdXJhbmNlLnBkZg==,filetype YXBwbGljYXRpb24vcGRm";
        using HttpRequestMessage create = Tus(HttpMethod.Post, "/api/v1/uploads", ("Upload-Length", "4"), ("Upload-Metadata", Metadata));
        string id = (await tool.Client.SendAsync(create, BidScene.Token)).Headers.Location!.ToString().Split('/')[^1];

        using HttpRequestMessage head = Tus(HttpMethod.Head, "/api/v1/uploads/" + id);
        Assert.Equal(Metadata, (await tool.Client.SendAsync(head, BidScene.Token)).Headers.GetValues("Upload-Metadata").Single());
        Assert.Equal("insurance.pdf", (await State(tool, id))["name"]!.GetValue<string>());
        JsonNode wrongPlace = JsonNode.Parse(await (await tool.Patch(id, 2, [1, 2])).Content.ReadAsStringAsync(BidScene.Token))!;
        Assert.Equal("UPLOAD_OFFSET", wrongPlace["reasons"]![0]!["code"]!.GetValue<string>());
        using HttpRequestMessage disguised = Tus(HttpMethod.Post, "/api/v1/uploads/" + id, ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "0"));
        disguised.Content = new ByteArrayContent([1, 2, 3, 4]);
        disguised.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        Assert.Equal(HttpStatusCode.NoContent, (await tool.Client.SendAsync(disguised, BidScene.Token)).StatusCode);
    }

    private static HttpRequestMessage Tus(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        HttpRequestMessage request = new(method, address);
        request.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    [Fact]
    public async Task Bytes_with_a_wrong_checksum_are_thrown_away()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        string id = await Begin(tool, 4);

        Assert.Equal(460, (int)(await tool.Patch(id, 0, [1, 2, 3, 4], "sha256 " + Convert.ToBase64String(SHA256.HashData([9])))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await tool.Patch(id, 0, [1, 2, 3, 4], "md5 abc")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await tool.Patch(id, 0, [1, 2, 3, 4], "sha256 " + Convert.ToBase64String(SHA256.HashData([1, 2, 3, 4])))).StatusCode);
    }

    [Fact]
    public async Task The_protocols_rules_are_kept()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        using HttpRequestMessage options = new(HttpMethod.Options, "/api/v1/uploads");
        HttpResponseMessage offered = await tool.Client.SendAsync(options, BidScene.Token);
        Assert.Equal("creation,checksum,expiration,termination", offered.Headers.GetValues("Tus-Extension").Single());
        using HttpRequestMessage old = new(HttpMethod.Post, "/api/v1/uploads");
        old.Headers.TryAddWithoutValidation("Tus-Resumable", "0.2.2");
        old.Headers.TryAddWithoutValidation("Upload-Length", "4");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await tool.Client.SendAsync(old, BidScene.Token)).StatusCode);
        string id = await Begin(tool, 4);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await tool.Patch(id, 0, new byte[5])).StatusCode);
        using HttpRequestMessage wrongType = new(HttpMethod.Patch, "/api/v1/uploads/" + id) { Content = new ByteArrayContent([1]) };
        wrongType.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        wrongType.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await tool.Client.SendAsync(wrongType, BidScene.Token)).StatusCode);
        using HttpRequestMessage delete = new(HttpMethod.Delete, "/api/v1/uploads/" + id);
        delete.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        Assert.Equal(HttpStatusCode.NoContent, (await tool.Client.SendAsync(delete, BidScene.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tool.Get("/api/v1/uploads/" + id)).StatusCode);
    }

    [Fact]
    public async Task The_industrys_test_virus_is_found_and_keeps_a_bid_from_being_submitted()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        string eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
        string upload = await tool.Upload("insurance.pdf", Encoding.ASCII.GetBytes(eicar));
        await tool.Put("2", BidTool.Complete.Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},"));

        Assert.Equal("infected", (await State(tool, upload))["scan"]!.GetValue<string>());
        JsonObject problem = await BidTool.Json(await tool.Submit("2", "key"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("files.insurance", problem["missing"]![0]!["field"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_file_is_what_it_contains_not_what_it_is_called()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        string upload = await tool.Upload("insurance.pdf", "MZ\0\0 this is a program"u8.ToArray());
        await tool.Put("2", BidTool.Complete.Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},"));

        JsonObject problem = await BidTool.Json(await tool.Submit("2", "key"), HttpStatusCode.UnprocessableEntity);
        Assert.Contains("not one of: pdf, docx", problem["missing"]![0]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_that_has_announced_all_it_may_keep_is_refused_and_others_are_not()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        for (long held = 0; held < BeginUpload.Allowance; held += BeginUpload.Largest)
        {
            await Begin(tool, BeginUpload.Largest);
        }

        using HttpRequestMessage more = new(HttpMethod.Post, "/api/v1/uploads");
        more.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        more.Headers.TryAddWithoutValidation("Upload-Length", "1");
        using HttpResponseMessage refused = await tool.Client.SendAsync(more, BidScene.Token);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("50 GiB", await refused.Content.ReadAsStringAsync(BidScene.Token), StringComparison.Ordinal);
        Assert.NotEmpty(await Begin(await scene.Provider("P-101"), 1));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\a.pdf", "a.pdf")]
    [InlineData("a\0b\u202Efdp.exe", "abfdp.exe")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    public void Names_lose_folders_and_marks_that_mislead(string given, string kept) => Assert.Equal(kept, FileNames.Safe(given));

    [Fact]
    public async Task Without_a_scanner_in_production_nothing_passes_as_clean()
    {
        TestSignatureScan production = new(passOthers: false);
        Assert.Equal(ScanState.Unscannable, await production.Scan(new MemoryStream([1, 2, 3]), BidScene.Token));
    }

    [Fact]
    public async Task A_scanner_that_does_not_answer_makes_a_file_unscannable()
    {
        using System.Net.Sockets.TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        Assert.Equal(ScanState.Unscannable, await new ClamAv("127.0.0.1", port).Scan(new MemoryStream([1]), BidScene.Token));
    }

    [Fact]
    public async Task An_upload_that_ran_out_takes_nothing_more_from_that_instant_and_a_complete_one_stays()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        string begun = await Begin(tool, 4);
        await tool.Patch(begun, 0, [1, 2]);
        string complete = await tool.Upload("insurance.pdf", "%PDF-1.7 insured"u8.ToArray());

        scene.App.Clock.MoveTo(scene.App.Clock.GetUtcNow().AddDays(7).AddSeconds(1));
        await tool.SignIn();

        HttpResponseMessage late = await tool.Patch(begun, 2, [3, 4]);
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        JsonNode problem = JsonNode.Parse(await late.Content.ReadAsStringAsync(BidScene.Token))!;
        Assert.Equal("UPLOAD_EXPIRED", problem["reasons"]![0]!["code"]!.GetValue<string>());
        using HttpRequestMessage head = Tus(HttpMethod.Head, "/api/v1/uploads/" + begun);
        Assert.Equal(HttpStatusCode.Gone, (await tool.Client.SendAsync(head, BidScene.Token)).StatusCode);
        Assert.NotNull((await State(tool, complete))["sha256"]);
    }

    private static async Task<string> Begin(BidTool tool, long length)
    {
        using HttpRequestMessage create = new(HttpMethod.Post, "/api/v1/uploads");
        create.Headers.TryAddWithoutValidation("Tus-Resumable", "1.0.0");
        create.Headers.TryAddWithoutValidation("Upload-Length", length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        create.Headers.TryAddWithoutValidation("Upload-Metadata", "filename aW5zdXJhbmNlLnBkZg==");
        HttpResponseMessage created = await tool.Client.SendAsync(create, BidScene.Token);
        return created.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private static async Task<JsonObject> State(BidTool tool, string id) => await BidTool.Json(await tool.Get("/api/v1/uploads/" + id), HttpStatusCode.OK);
}
