using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;

namespace Portal.Tests.Durability;

/// <summary>R9: random histories of saving, submitting, repeating, withdrawing, extending and restarting, held against a model of a page.</summary>
public sealed class BidHistoryTests
{
    private const int Bidders = 4;
    private const int Acts = 60;

    [Fact]
    public async Task Whatever_happens_in_whatever_order_the_box_holds_what_the_model_says()
    {
        Random chance = Rounds.Chance();
        for (int history = 0; history < Rounds.Of(few: 2); history++)
        {
            int seed = chance.Next();
            await using Played played = await Played.Begin(new Random(seed));
            for (int act = 0; act < Acts; act++)
            {
                await played.Act();
            }

            Assert.Equal($"seed {seed}: {played.Model}", $"seed {seed}: {await played.Box()}");
            OpeningRecord record = await played.Open();
            Assert.Equal((played.Model.InTime.Count, played.Model.Late), (record.Opened["2"], record.Late));
        }
    }

    /// <summary>The positive control: a bid that somebody moves to the wrong side is seen, and so is one that is taken away.</summary>
    [Fact]
    public async Task The_model_sees_a_bid_on_the_wrong_side_and_one_that_is_gone()
    {
        await using Played played = await Played.Begin(Rounds.Chance());
        while (played.Model.InTime.Count == 0)
        {
            await played.Act();
        }

        Assert.Equal(played.Model.ToString(), await played.Box());
        await played.Spoil(bids => bids.ExecuteUpdateAsync(set => set.SetProperty(b => b.Status, SealedBidStatus.Late), BidScene.Token));
        Assert.NotEqual(played.Model.ToString(), await played.Box());
        await played.Spoil(bids => bids.ExecuteDeleteAsync(BidScene.Token));
        Assert.NotEqual(played.Model.ToString(), await played.Box());
    }

    /// <summary>What must be so, in so few words that it can be checked by eye.</summary>
    private sealed class Model
    {
        public DateTimeOffset Closes { get; set; } = BidScene.Closes;

        public HashSet<int> Drafts { get; } = [];

        public Dictionary<int, string> InTime { get; } = [];

        public int Late { get; private set; }

        public string Submit(int bidder, string key, DateTimeOffset now)
        {
            if (!Drafts.Remove(bidder))
            {
                return "refused";
            }

            if (now > Closes)
            {
                Late++;
                return "late";
            }

            InTime[bidder] = key;
            return "received";
        }

        public string Withdraw(int bidder, DateTimeOffset now) => now <= Closes && InTime.Remove(bidder) ? "withdrawn" : "refused";

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"drafts {string.Join(',', Drafts.Order())}; in time {string.Join(',', InTime.OrderBy(b => b.Key).Select(b => $"{b.Key}={b.Value}"))}; late {Late}");
    }

    /// <summary>A history being played on the portal and on the model at once.</summary>
    private sealed class Played : IAsyncDisposable
    {
        private readonly BidScene scene;
        private readonly Random chance;
        private readonly Dictionary<int, string> lastKey = [];
        private readonly Actor[] bidders = new Actor[Bidders];
        private PortalApp host;
        private int keys;

        private Played(BidScene scene, Random chance) => (this.scene, this.chance, host) = (scene, chance, scene.App);

        public Model Model { get; } = new();

        public static async Task<Played> Begin(Random chance)
        {
            Played played = new(await BidScene.Make(), chance);
            for (int i = 0; i < Bidders; i++)
            {
                played.bidders[i] = await played.scene.Bidder($"P-{100 + i}");
            }

            played.Wind(BidScene.Closes.AddDays(-2));
            return played;
        }

        public async Task Act()
        {
            int bidder = chance.Next(Bidders);
            switch (chance.Next(20))
            {
                case < 6:
                    await Save(bidder);
                    break;
                case < 11:
                    string key = string.Create(CultureInfo.InvariantCulture, $"k{++keys}");
                    Assert.Equal(Model.Submit(bidder, key, host.Clock.GetUtcNow()), await Submit(bidder, key));
                    break;
                case < 13:
                    await Repeat(bidder);
                    break;
                case < 15:
                    Assert.Equal(Model.Withdraw(bidder, host.Clock.GetUtcNow()), await Withdraw(bidder));
                    break;
                case < 18:
                    Wind(host.Clock.GetUtcNow().AddMinutes(chance.Next(120)));
                    break;
                case 18:
                    await Extend();
                    break;
                default:
                    await Restart();
                    break;
            }
        }

        public Task<string> Box() => host.WithDb(async db =>
        {
            Dictionary<OrganisationId, int> numbers = bidders.Select((b, i) => (b.Organisation, i)).ToDictionary(b => b.Organisation, b => b.i);
            List<SealedBid> bids = await db.SealedBids.AsNoTracking().ToListAsync(BidScene.Token);
            Dictionary<SubmissionId, string> known = await db.SubmissionKeys.ToDictionaryAsync(k => k.Submission, k => k.Key, BidScene.Token);
            IEnumerable<int> drafts = (await db.BidDrafts.Select(d => d.Bidder).ToListAsync(BidScene.Token)).Select(b => numbers[b]);
            IEnumerable<string> inTime = bids.Where(b => b.Status == SealedBidStatus.InTime).OrderBy(b => numbers[b.Bidder]).Select(b => $"{numbers[b.Bidder]}={known[b.Id]}");
            return string.Create(CultureInfo.InvariantCulture, $"drafts {string.Join(',', drafts.Order())}; in time {string.Join(',', inTime)}; late {bids.Count(b => b.IsLate)}");
        });

        public Task<int> Spoil(Func<IQueryable<SealedBid>, Task<int>> how) => host.WithDb(db => how(db.SealedBids));

        public async Task<OpeningRecord> Open()
        {
            host.Clock.MoveTo(Model.Closes.AddDays(3));
            Task<OpeningRecord?> Attend(Actor opener) => host.Do((AttendOpening attend) => attend.Execute(opener, BidScene.Ref, BidScene.Passphrase, null, BidScene.Token));
            await Attend(scene.Openers[0]);
            return (await Attend(scene.Openers[1]))!;
        }

        public async ValueTask DisposeAsync()
        {
            if (host != scene.App)
            {
                await host.DisposeAsync();
            }

            await scene.DisposeAsync();
        }

        private void Wind(DateTimeOffset to) => host.Clock.MoveTo(to);

        private async Task Save(int bidder)
        {
            if (Model.Drafts.Add(bidder))
            {
                await BidScene.Draft(host, bidders[bidder]);
            }
        }

        private async Task<string> Submit(int bidder, string key)
        {
            try
            {
                SealedBid bid = await BidScene.Submit(host, bidders[bidder], key);
                lastKey[bidder] = key;
                return bid.IsLate ? "late" : "received";
            }
            catch (Exception refused) when (refused is RuleBroken or BidIncomplete)
            {
                return "refused";
            }
        }

        // A call that is sent again answers as it did, whatever was saved, withdrawn or replaced since.
        private async Task Repeat(int bidder)
        {
            if (lastKey.TryGetValue(bidder, out string? key))
            {
                SealedBid bid = await BidScene.Submit(host, bidders[bidder], key);
                Assert.Equal(key, await host.WithDb(db => db.SubmissionKeys.Where(k => k.Submission == bid.Id).Select(k => k.Key).SingleAsync(BidScene.Token)));
            }
        }

        private async Task<string> Withdraw(int bidder)
        {
            try
            {
                await host.Do((WithdrawBid withdraw) => withdraw.Execute(bidders[bidder], BidScene.Ref, "2", BidScene.Token));
                return "withdrawn";
            }
            catch (Exception refused) when (refused is RuleBroken or NotFound)
            {
                return "refused";
            }
        }

        private async Task Extend()
        {
            DateTimeOffset later = Model.Closes.AddHours(6);
            try
            {
                await host.Do((AmendTender amend) => amend.Execute(scene.Commissioner, BidScene.Ref, new Amendment("The deadline is later.", "The portal was away.", "Considered: six hours.", ClosesAt: later), BidScene.Token));
                Assert.True(host.Clock.GetUtcNow() <= Model.Closes, "A deadline was moved after it had passed.");
                Model.Closes = later;
            }
            catch (RuleBroken)
            {
                Assert.True(host.Clock.GetUtcNow() > Model.Closes, "A deadline could not be moved though it had not passed.");
            }
        }

        private async Task Restart()
        {
            PortalApp before = host;
            host = PortalApp.On(scene.App.Folder);
            host.Clock.MoveTo(before.Clock.GetUtcNow());
            if (before != scene.App)
            {
                await before.DisposeAsync();
            }
        }
    }
}
