using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Tests.Bids;

public sealed class OpeningTests
{
    [Fact]
    public async Task Two_of_three_openers_open_what_was_in_time_and_nothing_else()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        BidTool kept = await scene.Provider("P-100");
        BidTool withdrawn = await scene.Provider("P-101");
        string upload = await kept.Upload("insurance.pdf", "%PDF-1.7 cover note"u8.ToArray());
        await kept.Put("2", BidTool.Complete.Replace("6100.00", "7000.00", StringComparison.Ordinal));
        await kept.Submit("2", "first");
        await kept.Put("2", BidTool.Complete.Insert(1, $"\"files\":{{\"insurance\":[\"{upload}\"]}},"));
        await kept.Submit("2", "second");
        await withdrawn.Put("2", BidTool.Complete);
        await withdrawn.Submit("2", "one");
        await withdrawn.Client.DeleteAsync(new Uri($"/api/v1/tenders/{BidScene.Ref}/bids/2/submission", UriKind.Relative), BidScene.Token);

        OpeningRecord record = await scene.Open();

        Assert.True(record.UnderSharedKey);
        Assert.Equal((0, 1), (record.Opened["1"], record.Opened["2"]));
        Assert.Empty(record.Failures);
        Assert.Equal(2, record.People.Count);
        OpenedBid bid = await scene.App.WithDb(db => db.OpenedBids.SingleAsync(BidScene.Token));
        OpenedContent content = await scene.App.Do((ReadOpenedBid read) => read.Execute(scene.Commissioner, bid.Id, BidScene.Token));
        Assert.Equal("Warm care", content.Content.Answers["Q1"]);
        Assert.Empty(content.Content.Prices);
        Assert.Equal("insurance.pdf", Assert.Single(content.Files).Name);
        (OpenedFile file, OrganisationId owner) = await scene.App.Do((ReadOpenedFile read) => read.Execute(scene.Commissioner, bid.Id, new UploadId(Guid.Parse(upload)), BidScene.Token));
        using MemoryStream bytes = new();
        await scene.App.Do((SealedFiles files) => files.Read(owner, file.Keys, bytes, BidScene.Token));
        Assert.Equal("%PDF-1.7 cover note"u8.ToArray(), bytes.ToArray());
        Assert.Contains(
            await scene.App.WithDb(db => db.LogEntries.ToListAsync(BidScene.Token)),
            e => e.Action == "bid.fileRead" && e.Person == scene.Commissioner.Person && e.Subject == bid.Subject);
    }

    [Fact]
    public async Task Prices_are_opened_by_two_when_quality_is_agreed_and_not_before()
    {
        await using BidScene scene = await BidScene.Make();
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "key");
        await scene.Open();
        OpenedBid bid = await scene.App.WithDb(db => db.OpenedBids.SingleAsync(BidScene.Token));

        async Task<IReadOnlyList<OpenedPrices>> Prices() => await scene.App.With(async services =>
        {
            Tender tender = await services.GetRequiredService<Portal.Domain.PortalDb>().LoadTender(bid.Tender, BidScene.Token);
            return await services.GetRequiredService<ReadOpenedPrices>().Execute(scene.Commissioner, tender, bid.Lot, BidScene.Token);
        });
        await Assert.ThrowsAsync<RuleBroken>(Prices);
        Assert.Equal("WRONG_STAGE", await Refused(() => scene.Attend(scene.Openers[0])));
        await scene.App.WithDb(async db =>
        {
            Tender tender = await db.LoadTender(bid.Tender, BidScene.Token);
            tender.StartQualification(scene.App.Clock.GetUtcNow());
            tender.StartScoring(scene.App.Clock.GetUtcNow());
            tender.StartModeration(scene.App.Clock.GetUtcNow());
            tender.StartPricing(scene.App.Clock.GetUtcNow());
            await db.Save(scene.Commissioner);
        });

        Assert.Equal("PRICES_SEALED", await Refused(Prices));
        OpeningRecord record = await scene.OpenPrices();

        Assert.Equal((OpeningAct.Prices, 1, 0), (record.Act, record.Opened["2"], record.Failures.Count));
        Assert.Equal(6100m, Assert.Single(await Prices()).Prices["core"]);
        Assert.Equal(6100m, (await scene.App.Do((ReadOpenedBid read) => read.Execute(scene.Commissioner, bid.Id, BidScene.Token))).Content.Prices["core"]);
    }

    [Fact]
    public async Task Every_wrong_attempt_is_refused_and_stands_in_the_log()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "key");
        Actor stranger = await scene.App.Someone(scene.Commissioner.Organisation, Role.Opener);

        Assert.Equal("TOO_EARLY", await Refused(() => scene.Attend(scene.Openers[0])));
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));
        Assert.Equal("NOT_AN_OPENER", await Refused(() => scene.Attend(stranger)));
        Assert.Equal("PASSPHRASE_WRONG", await Refused(() => scene.Attend(scene.Openers[0], "wrong")));
        Assert.Null(await scene.Attend(scene.Openers[0]));
        Assert.Null(await scene.Attend(scene.Openers[0]));
        scene.App.Clock.Move(OpeningTable.Window);
        Assert.Null(await scene.Attend(scene.Openers[1]));
        Assert.Equal(0, await scene.App.WithDb(db => db.OpenedBids.CountAsync(BidScene.Token)));
        Assert.NotNull(await scene.Attend(scene.Openers[2]));
        Assert.Equal("WRONG_STAGE", await Refused(() => scene.Attend(scene.Openers[0])));

        List<string> actions = await scene.App.WithDb(db => db.LogEntries.Where(e => e.Subject == "tender/" + BidScene.Ref).OrderBy(e => e.Row).Select(e => e.Action).ToListAsync(BidScene.Token));
        Assert.Equal(4, actions.Count(a => a == "opening.refused"));
        Assert.Equal(4, actions.Count(a => a == "opening.attended"));
    }

    [Fact]
    public async Task With_the_database_and_the_portals_key_but_one_opener_nothing_opens()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "key");
        await scene.App.With(async services =>
        {
            Portal.Domain.PortalDb db = services.GetRequiredService<Portal.Domain.PortalDb>();
            IKeyStore keys = services.GetRequiredService<IKeyStore>();
            TenderSeal seal = await db.TenderSeals.SingleAsync(BidScene.Token);
            List<OpenerKey> openers = await db.OpenerKeys.ToListAsync(BidScene.Token);
            Share Share(int i, OpeningAct act) => openers[i].OpenShares([seal.Shares.Single(s => s.Person == openers[i].Person.Value).Of(act)], BidScene.Passphrase, act, BidScene.Ref)!.Single();

            Assert.True(seal.IsDealt);
            Assert.All(seal.Secrets, s => Assert.Empty(s.WrappedOpenersHalf));
            foreach ((OpeningAct act, OpeningAct other, int pairs) in (ValueTuple<OpeningAct, OpeningAct, int>[])[(OpeningAct.Bids, OpeningAct.Prices, 4), (OpeningAct.Prices, OpeningAct.Bids, 2)])
            {
                Assert.ThrowsAny<CryptographicException>(() => seal.Open(act, [Share(0, act)], keys));
                Assert.ThrowsAny<CryptographicException>(() => seal.Open(act, [Share(0, act), Share(0, act)], keys));
                Assert.ThrowsAny<CryptographicException>(() => seal.Open(act, [Share(0, act), new Share(9, new byte[32])], keys));
                Assert.ThrowsAny<CryptographicException>(() => seal.Open(act, [Share(0, other), Share(1, other)], keys));
                using OpenedKeys opened = seal.Open(act, [Share(2, act), Share(0, act)], keys);
                Assert.Equal(pairs, opened.Count);
            }
        });
    }

    [Fact]
    public async Task A_tampered_envelope_is_recorded_and_the_others_open()
    {
        await using BidScene scene = await BidScene.Make();
        foreach (string code in (string[])["P-100", "P-101"])
        {
            BidTool tool = await scene.Provider(code);
            await tool.Put("2", BidTool.Complete);
            await tool.Submit("2", "key");
        }

        await scene.App.WithDb(async db =>
        {
            SealedBid bid = await db.SealedBids.OrderBy(b => b.Id).FirstAsync(BidScene.Token);
            bid.Envelopes.Quality[500] ^= 1;
            await db.SealedBids.Where(b => b.Id == bid.Id).ExecuteUpdateAsync(s => s.SetProperty(b => b.Envelopes.Quality, bid.Envelopes.Quality), BidScene.Token);
        });
        OpeningRecord record = await scene.Open();

        Assert.Single(record.Failures);
        Assert.Equal(1, record.Opened["2"]);
    }

    [Fact]
    public async Task Legal_holds_the_recovery_share_and_must_say_why_it_is_used()
    {
        await using BidScene scene = await BidScene.Make();
        Actor legal = await scene.App.Someone(scene.Commissioner.Organisation, Role.Legal);
        foreach (Actor holder in (Actor[])[scene.Openers[0], scene.Openers[1], legal])
        {
            await scene.App.Do((MakeOpenerKey make) => make.Execute(holder, BidScene.Passphrase, BidScene.Token));
        }

        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "key");
        scene.App.Clock.MoveTo(BidScene.Closes.AddHours(2));

        Assert.Equal("RECOVERY_REASON", await Refused(() => scene.Attend(legal)));
        Assert.Null(await scene.App.Do((AttendOpening attend) => attend.Execute(legal, BidScene.Ref, BidScene.Passphrase, "The second opener is ill.", BidScene.Token)));
        OpeningRecord record = (await scene.Attend(scene.Openers[1]))!;

        Assert.Equal("The second opener is ill.", record.People.Single(p => p.Person == legal.Person.Value).RecoveryReason);
        Assert.DoesNotContain((await scene.App.WithDb(db => db.TenderSeals.SingleAsync(BidScene.Token))).Shares, s => s.Person == scene.Openers[2].Person.Value);
    }

    [Fact]
    public async Task A_chosen_short_passphrase_is_refused_and_so_is_a_new_key_without_which_fewer_than_two_could_open()
    {
        await using BidScene scene = await BidScene.Make(openerKeys: true);
        Actor other = await scene.App.Someone(scene.Commissioner.Organisation, Role.Opener);

        Assert.Equal("PASSPHRASE_SHORT", await Refused(() => scene.App.Do((MakeOpenerKey make) => make.Execute(other, "secret", BidScene.Token))));
        await Assert.ThrowsAsync<NotAllowed>(() => scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Commissioner, BidScene.Passphrase, BidScene.Token)));
        BidTool tool = await scene.Provider("P-100");
        await tool.Put("2", BidTool.Complete);
        await tool.Submit("2", "key");
        scene.App.Clock.Move(TimeSpan.FromMinutes(1));

        await scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[0], BidScene.Passphrase, BidScene.Token));
        Assert.Equal("SHARE_HELD", await Refused(() => scene.App.Do((MakeOpenerKey make) => make.Execute(scene.Openers[1], BidScene.Passphrase, BidScene.Token))));
    }

    private static async Task<string> Refused(Func<Task> attempt) => (await Assert.ThrowsAsync<RuleBroken>(attempt)).Reasons[0].Code;
}
