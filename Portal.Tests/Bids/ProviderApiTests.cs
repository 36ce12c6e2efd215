using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Audit.Verifying;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;

namespace Portal.Tests.Bids;

public sealed class ProviderApiTests
{
    private static readonly string Bid = $"/api/v1/tenders/{BidScene.Ref}/bids/2";

    [Fact]
    public async Task A_bid_goes_from_draft_to_receipt_and_its_proof_holds_offline()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        byte[] pdf = [.. "%PDF-1.7 insurance "u8, .. new byte[70_000]];
        string upload = await tool.Upload("insurance.pdf", pdf, piece: 50_000);

        JsonObject draft = await BidTool.Json(await tool.Put("2", WithFile(upload)), HttpStatusCode.Created);
        Assert.Equal("6100.00", draft["prices"]!["core"]!.GetValue<string>());
        JsonObject receipt = (JsonObject)(await BidTool.Json(await tool.Submit("2", "key-1"), HttpStatusCode.Created))["receipt"]!;

        Assert.Equal((BidScene.Ref, "2", "P-100"), (Text(receipt, "tender"), Text(receipt, "lot"), Text(receipt, "bidder")));
        JsonNode file = Assert.Single(receipt["files"]!.AsArray())!;
        Assert.Equal("insurance.pdf", file["name"]!.GetValue<string>());
        Assert.Equal(pdf.Length, file["bytes"]!.GetValue<long>());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(pdf)), file["sha256"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Conflict, (await tool.Get(Bid)).StatusCode);

        NoteKey key = NoteKey.Parse(await (await tool.Get("/log/key")).Content.ReadAsStringAsync(BidScene.Token));
        Assert.True(Ed25519.Verify(key.PublicKey, Receipt.SignedBytes(receipt), Convert.FromBase64String(Text(receipt, "signature"))));
        TlogProof proof = TlogProof.Parse(await (await tool.Get(Bid + "/receipt.tlog-proof")).Content.ReadAsStringAsync(BidScene.Token));
        Checkpoint checkpoint = Checkpoint.Parse(proof.SignedCheckpoint);
        Assert.Equal(receipt["logIndex"]!.GetValue<long>(), proof.Index);
        Assert.True(ProofVerifier.Includes(checkpoint.Root, checkpoint.Size, proof.Index, MerkleHash.Leaf(proof.Extra), proof.Hashes));
        Assert.Contains(Text(receipt, "submission"), Encoding.UTF8.GetString(proof.Extra!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_verifies_until_one_sign_is_changed()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        JsonObject receipt = (JsonObject)(await BidTool.Json(await tool.Submit("2", "key-1")))["receipt"]!;

        Assert.True((await Verify(tool, receipt))["valid"]!.GetValue<bool>());

        receipt["manifestSha256"] = new string('0', 64);
        JsonObject refused = await Verify(tool, receipt);
        Assert.False(refused["valid"]!.GetValue<bool>());
        Assert.Contains(refused["checks"]!.AsArray(), c => c!["check"]!.GetValue<string>() == "signature" && !c["passed"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Writing_a_draft_needs_the_version_that_was_read()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await tool.Put("2", "{}", create: false)).StatusCode);
        HttpResponseMessage created = await tool.Put("2", "{}");
        string first = created.Headers.ETag!.ToString();
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.False(created.Headers.ETag.IsWeak);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await tool.Put("2", "{}")).StatusCode);
        HttpResponseMessage second = await tool.Put("2", BidTool.Complete, ifMatch: first);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.NotEqual(first, second.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await tool.Put("2", "{}", ifMatch: first)).StatusCode);
        string now = second.Headers.ETag.ToString();
        Assert.Equal(now, (await tool.Get(Bid)).Headers.ETag!.ToString());
        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (await Known(tool, now), await Known(tool, first)));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await tool.Put("2", "{}", ifMatch: $"{first}, \"other\"")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await tool.Put("2", "{}", ifMatch: $"{first}, {now}")).StatusCode);
    }

    [Theory]
    [InlineData("""{"answers":{"Q9":"x"}}""", "answers.Q9")]
    [InlineData("""{"prices":{"core":"6100.001"}}""", "prices.core")]
    [InlineData("""{"prices":{"core":-1}}""", "prices.core")]
    [InlineData("""{"prices":{"core":"lots"}}""", "prices.core")]
    [InlineData("""{"prices":[]}""", "prices")]
    [InlineData("""{"declarations":{"D1":"yes"}}""", "declarations.D1")]
    [InlineData("""{"files":{"insurance":["nonsense"]}}""", "files.insurance")]
    [InlineData("""{"files":{"insurance":["0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee"]}}""", "files.insurance")]
    [InlineData("""{"homes":[{"urn":"1234567"}]}""", "homes")]
    [InlineData("""{"secret":1}""", "secret")]
    public async Task What_the_lot_does_not_ask_for_is_refused_by_field(string body, string field)
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");

        JsonObject problem = await BidTool.Json(await tool.Put("2", body), HttpStatusCode.UnprocessableEntity);

        Assert.Equal([field], problem["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task An_incomplete_bid_is_told_what_is_missing_and_is_not_submitted()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", """{"answers":{"Q1":"Warm care"}}""");

        JsonObject problem = await BidTool.Json(await tool.Submit("2", "key-1"), HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["answers.Q2", "prices.core", "declarations.D1"], problem["missing"]!.AsArray().Select(m => Text((JsonObject)m!, "field")));
        Assert.All(problem["missing"]!.AsArray(), m => Assert.Equal(["field", "message"], m!.AsObject().Select(p => p.Key)));
        Assert.Equal(0, await scene.App.WithDb(db => db.SealedBids.CountAsync(BidScene.Token)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await scene.Provider("P-101")).Submit("2", "key-1")).StatusCode);
    }

    [Fact]
    public async Task The_same_key_thirty_times_at_once_gives_one_bid_and_one_receipt()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);

        string[] answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            HttpResponseMessage answer = await tool.Submit("2", "same-key");
            return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(BidScene.Token)}";
        }));

        Assert.StartsWith("201 ", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
        Assert.Equal(1, await scene.App.WithDb(db => db.SealedBids.CountAsync(BidScene.Token)));
    }

    [Fact]
    public async Task A_key_belongs_to_one_body_one_client_and_one_lot()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        BidTool other = await scene.Provider("P-101");
        await tool.Put("2", BidTool.Complete);
        await other.Put("2", BidTool.Complete);

        Assert.Equal(HttpStatusCode.BadRequest, (await tool.Submit("2", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await tool.Submit("2", "key")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tool.Submit("2", "key", """{"other":1}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await other.Submit("2", "key")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tool.Submit("1", "key")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await tool.Submit("2", "new key")).StatusCode);
    }

    [Fact]
    public async Task A_second_submission_replaces_the_first_even_with_its_sealed_files()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        string upload = await tool.Upload("insurance.pdf", "%PDF-1.7"u8.ToArray());
        await tool.Put("2", WithFile(upload));
        await tool.Submit("2", "first");
        await tool.Put("2", WithFile(upload).Replace("6100.00", "5900.00", StringComparison.Ordinal));
        JsonObject second = await BidTool.Json(await tool.Submit("2", "second"), HttpStatusCode.Created);

        Assert.Equal(
            [SealedBidStatus.Replaced, SealedBidStatus.InTime],
            await scene.App.WithDb(db => db.SealedBids.OrderBy(b => b.ReceivedAt).Select(b => b.Status).ToListAsync(BidScene.Token)));
        JsonObject shown = await BidTool.Json(await tool.Get(Bid + "/receipt"));
        Assert.Equal(second.ToJsonString(), shown.ToJsonString());

        // One lot's sealed file cannot be read again for another lot.
        await tool.Put("1", """{"answers":{"Q1":"a","Q2":"b"},"declarations":{"D1":true},"files":{"insurance":["ID"]},"homes":[{"urn":"1111111","prices":{"core":"5000"}}]}""".Replace("ID", upload, StringComparison.Ordinal));
        JsonObject refused = await BidTool.Json(await tool.Submit("1", "third"), HttpStatusCode.Conflict);
        Assert.Equal("FILE_SEALED_ELSEWHERE", refused["reasons"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_withdrawn_bid_is_gone_for_its_bidder_and_a_new_one_may_follow()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "one");

        Assert.Equal(HttpStatusCode.NoContent, (await tool.Client.DeleteAsync(new Uri(Bid + "/submission", UriKind.Relative), BidScene.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tool.Get(Bid + "/receipt")).StatusCode);
        await tool.Put("2", BidTool.Complete);
        Assert.Equal(HttpStatusCode.Created, (await tool.Submit("2", "two")).StatusCode);
    }

    [Fact]
    public async Task Providers_find_the_open_tender_and_what_its_lots_ask_for()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");

        JsonObject list = await BidTool.Json(await tool.Get("/api/v1/tenders?status=open"));
        JsonObject item = (JsonObject)Assert.Single(list["items"]!.AsArray())!;
        Assert.Equal("""["1","2"]""", item["lots"]!.ToJsonString());
        Assert.Null(list["next"]);
        Assert.Empty((await BidTool.Json(await tool.Get("/api/v1/tenders?status=awarded")))["items"]!.AsArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await tool.Get("/api/v1/tenders?status=nonsense")).StatusCode);

        JsonObject tender = await BidTool.Json(await tool.Get($"/api/v1/tenders/{BidScene.Ref}"));
        JsonNode lot = tender["lots"]![0]!;
        Assert.True(lot["perHome"]!.GetValue<bool>());
        Assert.Equal("text", lot["questions"]![0]!["kind"]!.GetValue<string>());
        Assert.Equal("9000.00", lot["priceLines"]![0]!["ceiling"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await tool.Get("/api/v1/tenders/NO-SUCH")).StatusCode);
    }

    [Fact]
    public async Task Nobody_reads_another_bidders_draft_upload_or_receipt()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool owner = await scene.Provider("P-100");
        BidTool stranger = await scene.Provider("P-101");
        string upload = await owner.Upload("insurance.pdf", "%PDF-1.7"u8.ToArray());
        await owner.Put("2", WithFile(upload));
        await owner.Submit("2", "key");

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(Bid)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(Bid + "/receipt")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get("/api/v1/uploads/" + upload)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.Put("2", WithFile(upload))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await scene.App.CreateClient().GetAsync(new Uri(Bid, UriKind.Relative), BidScene.Token)).StatusCode);
    }

    private static string WithFile(string upload) => BidTool.Complete.Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},");

    private static async Task<HttpStatusCode> Known(BidTool tool, string tag)
    {
        using HttpRequestMessage again = new(HttpMethod.Get, Bid);
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return (await tool.Client.SendAsync(again, BidScene.Token)).StatusCode;
    }

    private static string Text(JsonObject json, string name) => json[name]!.GetValue<string>();

    private static async Task<JsonObject> Verify(BidTool tool, JsonObject receipt)
    {
        using StringContent body = new(receipt.ToJsonString(), Encoding.UTF8, "application/json");
        return await BidTool.Json(await tool.Client.PostAsync(new Uri("/api/v1/receipts/verify", UriKind.Relative), body, BidScene.Token), HttpStatusCode.OK);
    }
}
