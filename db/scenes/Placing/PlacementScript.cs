using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Db.Scenes.Buying;
using Portal.Db.Scenes.Playing;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;

namespace Portal.Db.Scenes.Placing;

/// <summary>Placements since the framework went live: referrals with offers and call-offs, and a few hundred decisions of the gate, some of them blocked, some at night.</summary>
internal sealed class PlacementScript(Play play)
{
    private const int Referrals = 64;
    private const int Early = 38;
    private const int Recent = 30;

    // The last referral's place is called off, and its fee asked for, the day before the scenes end.
    private const int Last = 4;
    private const int Decisions = 200;
    private const int FirstDay = 240;

    // The home that the interface's examples name keeps its one vacancy.
    private const string KeptVacant = "SC900001";

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[][] Needs = [["N1"], ["N1", "N6"], ["N2"], ["N5"], ["N4", "N6"], ["N1", "N5"], ["N8"]];

    private static readonly Dictionary<ApproverRole, Role> Approvers = new() { [ApproverRole.DirectorOfChildrensServices] = Role.Director, [ApproverRole.NominatedOfficer] = Role.NominatedOfficer };

    private readonly Dice dice = new(2026);
    private readonly List<string> authorities = [.. Csv.Read("authorities.csv").Where(r => r["region"] == DemoStaff.Region).Select(r => r["gssCode"])];
    private readonly IReadOnlyList<DemoHome> homes = [.. DemoHome.All.Where(h => h.IsGood)];

    public void Write()
    {
        new ScrutinyScript(play).Write();
        new QualityScript(play).Write();
        new EverydayScript(play).Write();
        new ExceptionScript(play).Write();
        new BlockScript(play).Write();
        for (int i = 0; i < Referrals; i++)
        {
            int number = i;
            string authority = i % 5 == 0 ? "E10000031" : dice.Pick(authorities);
            int day = i < Early ? FirstDay - (i * (FirstDay - Recent) / Early) : Recent - ((i - Early) * (Recent - Last) / (Referrals - Early - 1));
            play.At(play.DaysAgo(day, 9 + (i % 7)), () => Refer(number, authority));
        }

        for (int i = 0; i < Decisions; i++)
        {
            int number = i;
            int day = FirstDay - (i * FirstDay / Decisions);
            bool night = i % 7 == 3;
            play.At(play.DaysAgo(Math.Max(day, 1), night ? 1 + (i % 4) : 9 + (i % 8), i % 60), () => AskGate(number, night));
        }
    }

    private async Task Refer(int number, string authority)
    {
        Actor officer = await play.Of(authority, Role.PlacementOfficer);
        DemoHome home = dice.Pick(homes);
        int age = 9 + dice.Next(9);
        var need = new ReferralNeed
        {
            ChildReference = string.Create(CultureInfo.InvariantCulture, $"C-{4000 + number}"),
            ChildAge = age,
            ServiceTypes = [home.ServiceType],
            Needs = Needs[number % Needs.Length],
            Urgency = "planned",
            NeededBy = play.Now.AddDays(14),
            WindowClosesAt = play.Now.AddDays(3),
            CodesignedWith = "Social worker, school, present carer",
            ChildsViews = "Wants to stay at the same school and near an older sibling.",
        };
        Referral referral = await play.Ask((SendReferral use) => use.Execute(officer, need, None));
        play.At(play.Now.AddHours(20), () => Answer(referral, home.ServiceType));
        play.At(play.Now.AddDays(3).AddHours(2), () => Choose(referral, officer, home.ServiceType, age));
    }

    private async Task Answer(Referral referral, string service)
    {
        List<Place> places = await Vacancies(service);
        foreach (Place place in places.OrderBy(_ => dice.Next(1000)).DistinctBy(p => p.Provider).Take(1 + dice.Next(3)))
        {
            Actor provider = await play.Of(place.Provider, Role.ProviderBidder);
            var offer = new OfferedPlace(place.Urn, service, place.Price, "week", LondonTime.DateOf(play.Now).AddDays(7), "The home's team has worked with these needs; a visit can be arranged this week.", []);
            await play.Do((OfferPlace use) => use.Execute(provider, referral.Ref, offer, None));
        }
    }

    private async Task Choose(Referral referral, Actor officer, string service, int age)
    {
        List<Offer> offers = await play.Ask(async (PortalDb db) => await db.Offers.AsNoTracking().Where(o => o.Referral == referral.Id).OrderBy(o => o.MadeAt).ToListAsync());
        foreach (Offer offer in offers)
        {
            await play.Do((AssessOffer use) => use.Execute(officer, referral.Ref, offer.Id, suitable: true, "Meets the needs named in the referral; the child has seen photographs and would visit.", None));
        }

        if (offers.Count == 0)
        {
            return;
        }

        Offer chosen = offers.MinBy(o => o.Price)!;
        GateDecision decision = await play.Ask((RecordDecision use) => use.Execute(officer, Asked(referral.ChildReference, age, service, chosen.HomeUrn, chosen.Price) with { Referral = referral.Ref, Weeks = 40 }, null, None));
        play.At(play.Now.AddHours(5), () => CallOff(decision, officer));
    }

    // Those who approve distance do so, except for every sixth, which waits.
    private async Task CallOff(GateDecision decision, Actor officer)
    {
        GateDecision latest = decision;
        foreach (RequiredApproval wanted in decision.Answer.RequiredApprovals.Where(a => !a.Given && Approvers.ContainsKey(a.Role)))
        {
            if (dice.Next(6) > 0)
            {
                Actor approver = await play.Of(decision.AuthorityCode, Approvers[wanted.Role]);
                latest = await play.Ask((ApproveDecision use) => use.Execute(approver, latest.Id, new ApprovalNeed(wanted.Role, wanted.Purpose), "Nearer homes cannot meet the needs; contact with the family is planned.", None));
            }
        }

        if (latest.Outcome == Outcome.Allow && await HasPlace(latest.HomeUrn!))
        {
            CallOff made = await play.Ask((MakeCallOff use) => use.Execute(officer, new CallOffRequest(latest.Id, LondonTime.DateOf(play.Now).AddDays(7)), None));
            play.At(play.Now.AddDays(4), () => new FeeScript(play).Sign(made.Ref, decision.AuthorityCode));
        }
    }

    private Task<bool> HasPlace(string urn) => play.Ask((PortalDb db) => db.ProviderHomes.AnyAsync(h => h.Urn == urn && h.PlacesOccupied < h.PlacesRegistered));

    // A quarter ask more than the framework price, a few a home that is poor or embargoed, one in seven at night with the declaration alone.
    private async Task AskGate(int number, bool night)
    {
        Actor officer = await play.Of(number % 4 == 0 ? "E10000031" : dice.Pick(authorities), Role.PlacementOfficer);
        DemoHome home = number % 9 == 0 ? dice.Pick(DemoHome.All) : await Vacant();
        decimal factor = (number % 8) switch { 0 or 5 => 1.18m, 6 => 1.35m, 7 => 0.97m, _ => 1m };
        AskedOption asked = Asked(string.Create(CultureInfo.InvariantCulture, $"C-{7000 + (number % 230)}"), 8 + dice.Next(10), home.ServiceType, home.Urn, new Money(Math.Round(home.Fee * factor / 10m) * 10m));
        asked = night
            ? asked with { Urgency = Urgency.OutOfHours, NeededBy = play.Now.AddHours(2), Declaration = "Police protection tonight; the register was looked at; nobody nearer has a place." }
            : number % 5 == 2 ? asked with { Urgency = Urgency.SameDay, NeededBy = play.Now.AddHours(7), KnownSince = play.Now.AddDays(-1 - (number % 12)) } : asked;
        GateDecision decision = await play.Ask((RecordDecision use) => use.Execute(officer, asked, null, None));
        new EmergencyScript(play).Follow(decision, officer, number);
    }

    private AskedOption Asked(string child, int age, string service, string urn, Money price) => new()
    {
        ChildReference = child,
        ChildAge = age,
        ServiceType = service,
        Urgency = Urgency.Planned,
        NeededBy = play.Now.AddDays(10),
        KnownSince = play.Now.AddDays(-4),
        HomeUrn = urn,
        Price = price,
        NewContract = true,
    };

    private async Task<DemoHome> Vacant()
    {
        List<Place> places = await Vacancies(dice.Pick(homes).ServiceType);
        string? urn = places.Count == 0 ? null : dice.Pick(places).Urn;
        return urn is null ? dice.Pick(homes) : homes.Single(h => h.Urn == urn);
    }

    private Task<List<Place>> Vacancies(string service) => play.Ask(async (PortalDb db) =>
    {
        var rows = await (from admission in db.HomeAdmissions
                          where admission.FrameworkRef == DemoTenders.Framework && admission.Status == HomeAdmissionStatus.Onboarded
                          join home in db.ProviderHomes on admission.HomeUrn equals home.Urn
                          join provider in db.Organisations on admission.Provider equals provider.Id
                          where home.PlacesOccupied < home.PlacesRegistered && home.Urn != KeptVacant
                          select new { home.Urn, provider.Code }).ToListAsync();
        Dictionary<string, DemoHome> known = DemoHome.All.Where(h => h.ServiceType == service).ToDictionary(h => h.Urn);
        return rows.Where(r => known.ContainsKey(r.Urn) && !BlockScript.Homes.Contains(r.Urn)).Select(r => new Place(r.Urn, r.Code, new Money(known[r.Urn].Fee))).OrderBy(p => p.Urn, StringComparer.Ordinal).ToList();
    });

    private sealed record Place(string Urn, string Provider, Money Price);
}
