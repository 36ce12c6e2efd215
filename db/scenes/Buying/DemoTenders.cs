using Portal.Db.Scenes.Playing;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using LotCover = Portal.Domain.Frameworks.LotCover;
using UpliftTerms = Portal.Domain.Frameworks.UpliftTerms;

namespace Portal.Db.Scenes.Buying;

/// <summary>The tenders of the scenes: the regional framework, a national specialist contract, and one tender at each stage.</summary>
internal static class DemoTenders
{
    public const string Framework = "WM-2026";
    public const string National = "NCC-2026";

    private static readonly (string Service, string Title, decimal Ceiling, int PriceWeight, string[] Needs)[] Residential =
    [
        ("residential", "Residential, planned and same-day", 6900m, 40, []),
        ("crisis", "Crisis and emergency, up to 28 days", 9950m, 30, []),
        ("residentialEducation", "Residential with registered education", 7100m, 40, ["education"]),
        ("therapeutic", "Therapeutic homes", 9600m, 30, ["trauma", "mentalHealth", "selfHarm"]),
        ("disability", "Disabilities and short breaks", 8700m, 40, ["autism", "learningDisability", "physicalDisability"]),
    ];

    public static IEnumerable<TenderPlan> All(Play play)
    {
        yield return RegionalFramework(play);
        yield return NationalContract(play);
        foreach (TenderPlan plan in AtEachStage(play).Concat(Staged(play)))
        {
            yield return plan;
        }
    }

    private static TenderPlan RegionalFramework(Play play)
    {
        DateTimeOffset closes = Noon(play, 300);
        return new TenderPlan(
            "Regional children's homes framework",
            "Homes for children in the care of fourteen authorities of the Midlands, in five lots by kind of home. Admission is by quality and a ceiling; each call-off looks at the child's needs first.",
            closes,
            [.. Residential.Select((r, i) => new LotPlan((i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), r.Title, r.Service, r.Ceiling, r.PriceWeight, Bids(r.Service, i == 0 ? 12 : 7, 7 + i, largestFirst: true)) { Cover = new LotCover(0, 17, r.Needs, "In the region, or within 20 miles of its boundary", Judgement.Good) })])
        {
            Value = 480_000_000m,
            Framework = Terms(Framework, closes, national: false),
        };
    }

    private static TenderPlan NationalContract(Play play)
    {
        DateTimeOffset closes = Noon(play, 220);
        return new TenderPlan(
            "National specialist homes: harmful sexual behaviour",
            "A small number of specialist homes for children from every region, with named clinical leads, priced openly and used by all co-operatives on the same terms.",
            closes,
            [new LotPlan("N1", "Harmful sexual behaviour", "therapeutic", 14_500m, 20, Bids("therapeutic", 4, 31, 3_900m))])
        {
            Buyer = ReferenceOrganisations.National,
            Value = 90_000_000m,
            Framework = Terms(National, closes, national: true),
        };
    }

    private static IEnumerable<TenderPlan> AtEachStage(Play play)
    {
        (string Title, string Service, int ClosedDaysAgo, TenderStage Stop)[] tenders =
        [
            ("Emergency same-day places", "crisis", 33, TenderStage.ReadyToSign),
            ("Homes near Birmingham for brothers and sisters", "residential", 20, TenderStage.Standstill),
            ("Homes for children with a learning disability", "disability", 17, TenderStage.Deciding),
            ("Small homes in rural districts", "residential", 10, TenderStage.Pricing),
            ("Therapeutic homes, second round", "therapeutic", 8, TenderStage.Moderating),
            ("Homes with education on site", "residentialEducation", 4, TenderStage.Scoring),
            ("Crisis homes for the north of the region", "crisis", 3, TenderStage.Qualifying),
            ("Homes for children leaving secure care", "therapeutic", 2, TenderStage.Opened),
            ("Short breaks for disabled children", "disability", 1, TenderStage.Closed),
            ("Residential homes, winter places", "residential", -12, TenderStage.Open),
            ("Crisis night cover", "crisis", -8, TenderStage.Cancelled),
            ("Step-down homes with therapy", "therapeutic", -49, TenderStage.Drafting),
        ];
        return tenders.Select((t, i) => new TenderPlan(
            t.Title,
            $"{t.Title} for the fourteen authorities of the Midlands: a block of places, each filled as near to home as meets the need.",
            Noon(play, t.ClosedDaysAgo),
            t.Stop == TenderStage.Open ? [Lot(t.Service, 41 + i), Fostering] : t.Stop == TenderStage.Deciding ? [Lot(t.Service, 41 + i), NearHome] : [Lot(t.Service, 41 + i)])
        {
            StopsAt = t.Stop,
            AwardedFirst = t.Stop == TenderStage.Deciding ? [NearHome.Number] : [],
            LotLimit = t.Stop == TenderStage.Open ? new LotLimit { Most = 6, Counts = LimitCounts.Homes, Order = ["1", "2"], LiftedWhereNoneRemains = true } : null,
        });
    }

    // Three national specialist contracts with requests, shortlist and negotiation; how far each has come follows from its dates.
    private static IEnumerable<TenderPlan> Staged(Play play)
    {
        (string Title, int ClosedDaysAgo, TenderStage Stop)[] tenders =
        [
            ("Homes for children who set fires", -50, TenderStage.Signed),
            ("Homes for children with an eating disorder", -30, TenderStage.Shortlisting),
            ("Homes for children leaving hospital", 5, TenderStage.Signed),
        ];
        return tenders.Select((t, i) => new TenderPlan(
            t.Title,
            $"{t.Title}: a very small number of therapeutic places for children from every region, with the clinical staff that they need.",
            Noon(play, t.ClosedDaysAgo),
            [Lot("therapeutic", 61 + i)])
        {
            Buyer = ReferenceOrganisations.National,
            IsStaged = true,
            StopsAt = t.Stop,
        });
    }

    /// <summary>12 noon in London on a working day: that day if it is one, else the working day farther from the present.</summary>
    private static DateTimeOffset Noon(Play play, int daysAgo)
    {
        DateTimeOffset noon = play.DaysAgo(daysAgo, 12);
        return UkWorkingDays.Held.Holds(LondonTime.DateOf(noon)) && !UkWorkingDays.Held.IsWorkingDay(LondonTime.DateOf(noon))
            ? Noon(play, daysAgo + (daysAgo > 0 ? 1 : -1))
            : noon;
    }

    // One of its two bidders is the provider of the demo's sign-in page, who so has a result to read while the other lot is open.
    private static LotPlan NearHome => Lot("residential", 208, "2", bidders: 2);

    private static LotPlan Fostering => new("2", "Fostering, standard, all ages", "fostering", 1250m, 40, []) { PerHome = false };

    private static LotPlan Lot(string service, int seed, string number = "1", int bidders = 4)
    {
        (_, string title, decimal ceiling, int weight, _) = Array.Find(Residential, r => r.Service == service);
        return new LotPlan(number, title, service, ceiling, weight, Bids(service, bidders, seed));
    }

    private static FrameworkTerms Terms(string reference, DateTimeOffset closes, bool national)
    {
        DateOnly starts = LondonTime.DateOf(closes.AddDays(40));
        return new FrameworkTerms
        {
            Ref = reference,
            National = national,
            StartsOn = starts,
            EndsOn = starts.AddYears(4).AddDays(-1),
            ExtensionsTo = starts.AddYears(10).AddDays(-1),
            SelectionProcess = "The child's needs first; price among the homes that fit.",
            PriceMechanism = "The price schedule of each home; the index rule once a year.",
            WhoMayUse = national ? "Every authority and co-operative in England" : "The fourteen authorities of the Midlands",
            RegisterClause = true,
            Uplift = national ? null : new UpliftTerms("Consumer Prices Index", 4m, null, UpliftTerms.UsualQuorum, UpliftTerms.UsualVoteDays, "Framework terms, price schedule and index rule."),
        };
    }

    /// <summary>The providers with good homes of this kind, each with all of them; so many at most.</summary>
    private static BidPlan[] Bids(string service, int most, int seed, decimal dearer = 0m, bool largestFirst = false)
    {
        var dice = new Dice(seed);
        return
        [
            .. DemoHome.All.Where(h => h.ServiceType == service && h.IsGood).GroupBy(h => h.Provider)
                .OrderBy(g => largestFirst ? -g.Count() : dice.Next(1000)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(most)
                .Select(g => new BidPlan(g.Key, 3 + dice.Next(3), [.. g.Select(h => (h.Urn, h.Fee + dearer))])),
        ];
    }
}
