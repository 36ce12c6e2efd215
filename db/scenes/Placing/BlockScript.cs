using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Buying;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes.Placing;

/// <summary>Two homes guarantee places for the region: in one a child lives and one guaranteed place stands empty, in the other both wait for children.</summary>
internal sealed class BlockScript(Play play)
{
    /// <summary>Homes whose places are guaranteed to the region; nobody takes them by another way.</summary>
    public static readonly IReadOnlySet<string> Homes = new HashSet<string> { "SC900049", "SC900004" };

    private static readonly CancellationToken None = CancellationToken.None;

    public void Write()
    {
        Block(66, ("P-116", "1", "SC900049"), voidRate: 80m, places: 2, guarantee: 100m);
        Block(24, ("P-100", "3", "SC900004"), voidRate: 75m, places: 2, guarantee: 50m);
        play.At(play.DaysAgo(41, 10), Place);
    }

    private void Block(int day, (string Provider, string Lot, string Urn) home, decimal voidRate, int places, decimal guarantee)
    {
        play.At(play.DaysAgo(day), () => Offer(home, voidRate));
        play.At(play.DaysAgo(day - 1, 15), () => Accept(home));
        play.At(play.DaysAgo(day - 6, 11), () => Agree(home, places, guarantee));
    }

    private async Task Offer((string Provider, string Lot, string Urn) home, decimal voidRate)
    {
        Actor provider = await play.Of(home.Provider, Role.ProviderBidder);
        PriceSchedule held = await Newest(home.Lot, home.Urn);
        PriceTerms terms = held.Terms with { VoidRate = voidRate, BlockDiscount = 6m };
        await play.Do((ProposePrice use) => use.Execute(provider, DemoTenders.Framework, home.Lot, home.Urn, terms, LondonTime.DateOf(play.Now).AddDays(3), "Block terms: places held for the region, at six per cent off.", None));
    }

    private async Task Accept((string Provider, string Lot, string Urn) home)
    {
        Actor lead = await play.Who("rcc.commissioner");
        PriceSchedule proposed = await Newest(home.Lot, home.Urn);
        await play.Do((DecidePrice use) => use.Execute(lead, new PriceAsked(DemoTenders.Framework, home.Lot, home.Urn, proposed.Number), agree: true, "No price rises; the block terms are those of the framework’s schedule.", None));
    }

    // The last children have moved on, so the region takes the places.
    private async Task Agree((string Provider, string Lot, string Urn) home, int places, decimal guarantee)
    {
        Actor provider = await play.Of(home.Provider, Role.ProviderBidder);
        int registered = await play.Ask((PortalDb db) => db.ProviderHomes.Where(h => h.Urn == home.Urn).Select(h => h.PlacesRegistered).SingleAsync());
        await play.Do((StateVacancies use) => use.Execute(provider, home.Urn, registered - places, None));
        DateOnly today = LondonTime.DateOf(play.Now);
        Actor lead = await play.Who("rcc.commissioner");
        await play.Do((AgreeBlock use) => use.Execute(lead, new BlockRequest(DemoTenders.Framework, home.Lot, home.Urn, places, guarantee, null, today, today.AddYears(1).AddDays(-1)), None));
    }

    private async Task Place()
    {
        Actor officer = await play.Who("placement");
        PriceSchedule schedule = await Newest("1", "SC900049");
        var asked = new AskedOption
        {
            ChildReference = "C-8849",
            ChildAge = 12,
            ServiceType = "residential",
            Urgency = Urgency.SameDay,
            NeededBy = play.Now.AddHours(8),
            KnownSince = play.Now.AddDays(-1),
            HomeUrn = "SC900049",
            Price = schedule.Terms.Core,
            NewContract = true,
        };
        GateDecision decision = await play.Ask((RecordDecision use) => use.Execute(officer, asked, null, None));
        BlockContractId block = await play.Ask((PortalDb db) => db.BlockContracts.Where(b => b.HomeUrn == "SC900049").Select(b => b.Id).SingleAsync());
        if (decision.Outcome == Outcome.Allow)
        {
            CallOff made = await play.Ask((MakeCallOff use) => use.Execute(officer, new CallOffRequest(decision.Id, LondonTime.DateOf(play.Now), Weeks: 30) { Route = CallOffRoute.BlockPlace, Block = block }, None));
            play.At(play.Now.AddDays(4), () => new FeeScript(play).Sign(made.Ref, decision.AuthorityCode));
        }
    }

    private Task<PriceSchedule> Newest(string lot, string urn) => play.Ask(async (PortalDb db) =>
        (await db.HomeAdmissions.AsNoTracking().Include(h => h.Schedules).SingleAsync(h => h.FrameworkRef == DemoTenders.Framework && h.LotNumber == lot && h.HomeUrn == urn)).Schedules.MaxBy(s => s.Number)!);
}
