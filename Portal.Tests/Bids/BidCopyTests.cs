using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>The bidder's own copy: what was sealed, provable by the receipt, readable by the submitter's browser alone.</summary>
public sealed class BidCopyTests
{
    private const string Page = $"/tenders/{BidScene.Ref}/bids/2";

    [Fact]
    public async Task The_submitter_gets_a_copy_whose_hashes_lead_to_the_receipt()
    {
        await using BidScene scene = await BidScene.Make();
        Actor bidder = await scene.App.Someone(await scene.App.Organisation("P-100", OrganisationKind.Provider), Role.ProviderBidder);
        HttpClient provider = await scene.App.SignedInAs(bidder);
        Upload file = await scene.App.Do((KeepFile keep) => keep.Execute(bidder, "cover.pdf", 8, new MemoryStream("%PDF-1.7"u8.ToArray()), BidScene.Token));
        await Submit(provider, file.Id);

        Assert.Contains("Your own copy of the bid", await provider.Page(Page + "/receipt"), StringComparison.Ordinal);
        using ZipArchive zip = new(new MemoryStream(await provider.GetByteArrayAsync(new Uri(Page + "/receipt/copy.zip", UriKind.Relative), BidScene.Token)));

        SealedBid bid = await scene.App.WithDb(db => db.SealedBids.SingleAsync(BidScene.Token));
        byte[] manifest = Bytes(zip, "manifest.json");
        Assert.Equal(bid.ManifestSha256, Sha256(manifest));
        JsonNode parts = JsonNode.Parse(manifest)!;
        Assert.Equal(parts["quality"]!.GetValue<string>(), Sha256(Bytes(zip, "quality.envelope")));
        Assert.Equal(parts["qualification"]!.GetValue<string>(), Sha256(Bytes(zip, "qualification.envelope")));
        Assert.Equal(parts["price"]!.GetValue<string>(), Sha256(Bytes(zip, "price.envelope")));
        Assert.Equal("%PDF-1.7"u8.ToArray(), Bytes(zip, $"files/{file.Id.Value}/cover.pdf"));
        Assert.Contains("6100.00", Encoding.UTF8.GetString(Bytes(zip, "bid.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_browser_reads_the_copy_nor_anybody_after_a_week()
    {
        await using BidScene scene = await BidScene.Make();
        Actor bidder = await scene.App.Someone(await scene.App.Organisation("P-100", OrganisationKind.Provider), Role.ProviderBidder);
        HttpClient provider = await scene.App.SignedInAs(bidder);
        await Submit(provider, null);
        HttpClient other = await scene.App.SignedInAs(bidder);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(new Uri(Page + "/receipt/copy.zip", UriKind.Relative), BidScene.Token)).StatusCode);
        Assert.DoesNotContain("Your own copy of the bid", await other.Page(Page + "/receipt"), StringComparison.Ordinal);
        SealedBid bid = await scene.App.WithDb(db => db.SealedBids.SingleAsync(BidScene.Token));
        Assert.Null((await scene.App.WithDb(db => db.KeptCopies.SingleAsync(BidScene.Token))).Open(new byte[32]));
        Assert.Equal(0, await scene.App.Do((ForgetCopies forget) => forget.Execute(BidScene.Token)));
        scene.App.Clock.Move(KeptCopy.Kept);
        Assert.Equal(1, await scene.App.Do((ForgetCopies forget) => forget.Execute(BidScene.Token)));
        Assert.Equal(HttpStatusCode.NotFound, (await provider.GetAsync(new Uri(Page + "/receipt/copy.zip", UriKind.Relative), BidScene.Token)).StatusCode);
        Assert.NotEmpty(bid.ManifestSha256);
    }

    private static async Task Submit(HttpClient provider, UploadId? file)
    {
        await provider.PostForm(Page, [("Form.Answers[Q1]", "Warm care"), ("Form.Answers[Q2]", "Trained staff"), ("Form.Prices[core]", "6100"), ("Form.Declarations", "D1"), ("Form.Act", file is null ? "save" : $"attach:insurance|{file.Value.Value}")]);
        Assert.Equal(HttpStatusCode.Redirect, (await provider.PostForm(Page + "/submit", ("key", "k1"))).StatusCode);
    }

    private static byte[] Bytes(ZipArchive zip, string name)
    {
        using MemoryStream bytes = new();
        using Stream entry = zip.GetEntry(name)!.Open();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
