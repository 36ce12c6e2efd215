using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Kernel;
using Portal.Tests.Accounts;
using Portal.Tests.Furniture;

namespace Portal.Tests.Bids;

/// <summary>An opener's key under a passkey: accepted, rehearsed, and used at the opening.</summary>
public sealed class OpenerPasskeyTests
{
    private const string Opening = $"/tenders/{BidScene.Ref}/opening";

    [Fact]
    public void Only_the_bytes_of_the_passkey_that_was_accepted_open_the_key()
    {
        Actor holder = Tenders.ATender.Somebody("Ola Opener", new OrganisationId(Guid.NewGuid()), Role.Opener);
        PasskeySecret accepted = Passkey(1);
        OpenerKey key = OpenerKey.Make(holder, new KeyProof("", accepted), PortalApp.Start);

        Assert.False(key.Test(BidScene.Passphrase, PortalApp.Start));
        Assert.False(key.Test("", PortalApp.Start));
        Assert.False(key.Test(new KeyProof("", new PasskeySecret([.. accepted.Credential], "phone", RandomNumberGenerator.GetBytes(32))), PortalApp.Start));
        Assert.False(key.Test(new KeyProof("", Passkey(2)), PortalApp.Start));
        Assert.True(key.Test(new KeyProof("", accepted), PortalApp.Start));
        Assert.Equal("PASSKEY_MUTE", Assert.Throws<RuleBroken>(() => new PasskeySecret([1], "phone", [1, 2, 3])).Reasons[0].Code);
    }

    [Fact]
    public void A_passkey_is_accepted_beside_a_passphrase_only_for_the_passphrase()
    {
        Actor holder = Tenders.ATender.Somebody("Ola Opener", new OrganisationId(Guid.NewGuid()), Role.Opener);
        OpenerKey key = OpenerKey.Make(holder, BidScene.Passphrase, PortalApp.Start);
        PasskeySecret phone = Passkey(1);

        Assert.False(key.AcceptPasskey(Passphrase.Generate(), phone, PortalApp.Start));
        Assert.False(key.Test(new KeyProof("", phone), PortalApp.Start));
        Assert.True(key.AcceptPasskey(BidScene.Passphrase, phone, PortalApp.Start));

        Assert.True(key.Test(new KeyProof("", phone), PortalApp.Start));
        Assert.True(key.Test(BidScene.Passphrase, PortalApp.Start));
    }

    [Fact]
    public async Task Two_passkeys_open_and_a_wrong_one_is_refused_and_stands_in_the_log()
    {
        await using BidScene scene = await BidScene.Make();
        PasskeySecret[] passkeys = [Passkey(1), Passkey(2), Passkey(3)];
        foreach ((int i, Actor opener) in scene.Openers.Index())
        {
            await scene.App.Do((MakeOpenerKey make) => make.Execute(opener, new KeyProof("", passkeys[i]), BidScene.Token));
        }

        await scene.Submit(await Ready(scene, await scene.Bidder("P-100")), "one");
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        Task<OpeningRecord?> Attend(int who, PasskeySecret with) => scene.App.Do((AttendOpening attend) => attend.Execute(scene.Openers[who], BidScene.Ref, new KeyProof("", with), null, BidScene.Token));

        Assert.Equal("PASSKEY_WRONG", (await Assert.ThrowsAsync<RuleBroken>(() => Attend(0, passkeys[1]))).Reasons[0].Code);
        Assert.Null(await Attend(0, passkeys[0]));
        Assert.Null(await Attend(0, passkeys[0]));
        OpeningRecord record = (await Attend(1, passkeys[1]))!;

        Assert.Equal((1, true), (record.Opened["2"], record.UnderSharedKey));
        Assert.Contains("opening.refused", await scene.App.WithDb(db => db.LogEntries.Select(e => e.Action).ToListAsync(BidScene.Token)));
    }

    [Fact]
    public async Task The_portal_keeps_none_of_the_bytes_that_a_passkey_makes()
    {
        await using BidScene scene = await BidScene.Make();
        byte[] canary = "a canary of thirty-two bytes, ok"u8.ToArray();
        await scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[0], new KeyProof("", new PasskeySecret([7], "phone", canary)), BidScene.Token));
        await scene.App.Do((TestOpenerKey test) => test.Execute(scene.Openers[0], new KeyProof("", new PasskeySecret([7], "phone", canary)), BidScene.Token));

        Assert.Empty(Traces.FilesIn(scene.App.Folder, "a canary of thirty-two bytes, ok"));
        Assert.NotEmpty(Traces.FilesIn(scene.App.Folder, "opener.keyMade")); // the log can be read, so the search works
    }

    [Fact]
    public async Task A_key_is_set_up_tested_and_used_by_passkey_through_the_pages()
    {
        await using BidScene scene = await BidScene.Make();
        await scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[1], BidScene.Passphrase, BidScene.Token));
        using SoftPasskey device = await SoftPasskey.Of(scene.App, scene.Openers[0], "my phone");
        HttpClient opener = await scene.App.SignedInAs(scene.Openers[0]);
        Assert.Contains("Set up my key with my passkey", await opener.Page("/openings"), StringComparison.Ordinal);
        await Post(opener, "/openings", "/openings/key", device, HttpStatusCode.Redirect);
        string page = PostForms.Words(await opener.Page("/openings"));
        Assert.Contains("your passkey “my phone”", page, StringComparison.Ordinal);
        Assert.DoesNotContain("your passphrase or", page, StringComparison.Ordinal);
        Assert.Contains("It opens your key for openings", PostForms.Words(await opener.Page("/accounts/passkeys")), StringComparison.Ordinal);
        await Post(opener, "/openings", "/openings/key/test", device, HttpStatusCode.Redirect);
        await scene.Submit(await Ready(scene, await scene.Bidder("P-100")), "one");
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));

        await Post(opener, Opening, Opening, device, HttpStatusCode.Redirect);
        Assert.Equal(1, (await scene.Attend(scene.Openers[1]))!.Opened["2"]);
        Assert.Contains("Record of the opening", await opener.Page(Opening), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_counts_only_freshly_signed_by_that_very_person_and_openings_are_for_key_holders()
    {
        await using BidScene scene = await BidScene.Make();
        using SoftPasskey mine = await SoftPasskey.Of(scene.App, scene.Openers[0], "my phone");
        using SoftPasskey theirs = await SoftPasskey.Of(scene.App, scene.Openers[1], "their phone");
        HttpClient opener = await scene.App.SignedInAs(scene.Openers[0]);
        await Post(opener, "/openings", "/openings/key", mine, HttpStatusCode.Redirect);

        // The bytes alone, an old signature, and a colleague's passkey: none opens.
        string once = await mine.Sign(opener);
        (string, string)[] proof = [("Passkey", once), ("Secret", mine.Secret)];
        Assert.Equal(HttpStatusCode.Redirect, (await opener.PostForm("/openings", "/openings/key/test", proof)).StatusCode);
        foreach ((string, string)[] stale in ((string, string)[][])[proof, [("Passkey", "{}"), ("Secret", mine.Secret)], [("Passkey", await theirs.Sign(opener)), ("Secret", mine.Secret)]])
        {
            using HttpResponseMessage refused = await opener.PostForm("/openings", "/openings/key/test", stale);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("Confirm with your passkey", await refused.Content.ReadAsStringAsync(BidScene.Token), StringComparison.Ordinal);
        }

        using HttpResponseMessage mute = await opener.PostForm("/openings", "/openings/key/test", [("Passkey", await mine.Sign(opener)), ("Secret", "not base64!")]);
        Assert.Equal(HttpStatusCode.Conflict, mute.StatusCode);
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        Assert.Equal(HttpStatusCode.Forbidden, (await commissioner.PostForm("/accounts", "/openings/key/passkeys", [])).StatusCode);
    }

    [Fact]
    public async Task A_passkey_is_let_in_beside_a_passphrase_through_the_page()
    {
        await using BidScene scene = await BidScene.Make();
        await scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[0], BidScene.Passphrase, BidScene.Token));
        using SoftPasskey device = await SoftPasskey.Of(scene.App, scene.Openers[0], "my phone");
        HttpClient opener = await scene.App.SignedInAs(scene.Openers[0]);

        await Post(opener, "/openings", "/openings/key/passkeys", device, HttpStatusCode.Conflict, ("Passphrase", "not mine"));
        await Post(opener, "/openings", "/openings/key/passkeys", device, HttpStatusCode.Redirect, ("Passphrase", BidScene.Passphrase));

        Assert.Contains("your passphrase or your passkey “my phone”", PostForms.Words(await opener.Page("/openings")), StringComparison.Ordinal);
        await Post(opener, "/openings", "/openings/key/test", device, HttpStatusCode.Redirect);
    }

    private static async Task Post(HttpClient opener, string page, string url, SoftPasskey device, HttpStatusCode expected, params (string, string)[] also)
    {
        using HttpResponseMessage answer = await opener.PostForm(page, url, [("Passkey", await device.Sign(opener)), ("Secret", device.Secret), .. also]);
        Assert.True(answer.StatusCode == expected, $"{url}: {(int)answer.StatusCode} {PostForms.Words(await answer.Content.ReadAsStringAsync(BidScene.Token))}");
    }

    private static async Task<Actor> Ready(BidScene scene, Actor bidder)
    {
        await scene.Draft(bidder);
        return bidder;
    }

    private static PasskeySecret Passkey(byte number) => new([number], $"phone {number}", RandomNumberGenerator.GetBytes(32));
}
