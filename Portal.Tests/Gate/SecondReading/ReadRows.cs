using System.Globalization;
using static Portal.Tests.Gate.SecondReading.WrittenFacts;

namespace Portal.Tests.Gate.SecondReading;

/// <summary>One row of the contract's table as read from the text.</summary>
internal sealed record ReadRow(string Rule, bool Holds, string Outcome, string Code)
{
    public string[] Asks { get; init; } = [];

    public string[] Flags { get; init; } = [];

    public decimal? Price { get; init; }

    public string[] FollowUps { get; init; } = [];
}

/// <summary>The decision table, row by row in its order, as read from the text.</summary>
internal static class ReadRows
{
    public static IReadOnlyList<ReadRow> Of(WrittenFacts f) => [.. Safety(f), .. Terms(f), .. OffFramework(f)];

    /// <summary>A duty on a working day, such as "ratified 5 2026-12-01"; with hours, an instant and no day.</summary>
    public static string OnDay(WrittenFacts f, string what, int day) => string.Create(CultureInfo.InvariantCulture, $"{what} {day} {f.WorkingDay(day):yyyy-MM-dd}");

    public static string InADay(WrittenFacts f, string what) => string.Create(CultureInfo.InvariantCulture, $"{what} - {f.At.AddHours(24).UtcDateTime:yyyy-MM-ddTHH:mm:ss}Z");

    private static string[] AfterEmergency(WrittenFacts f) => [OnDay(f, "rccReview", 1), OnDay(f, "ratified", 5), OnDay(f, "legalGround", 10)];

    private static string[] Raise(params (bool If, string Flag)[] flags) => [.. flags.Where(x => x.If).Select(x => x.Flag)];

    private static ReadRow[] Safety(WrittenFacts f) =>
    [
        new("G0", f.Age >= 18, "outOfScope", "ADULT"),
        new("B0", f.Kind is "kinship" or "secure" or "youthDetention", "outOfScope", "NOT_PROCUREMENT"),
        new("S1", f.Is("onlyUnregisteredAvailable") && f.Newcomer && (!f.Registered || f.YoungInSupportedAccommodation) && (f.Needed24 || f.Text("child.courtReference") is not null), "necessityRecord", "NECESSITY")
        {
            Asks = ["directorOfChildrensServices/placement"],
            FollowUps = [InADay(f, "regulatorTold"), InADay(f, "dailyReview"), InADay(f, "movePlan")],
        },
        new("A2", f.YoungInSupportedAccommodation, "block", "UNLAWFUL_U16"),
        new("A1", f.Newcomer && !f.Registered, "block", "UNREGISTERED"),
        new("A1b", !f.Newcomer && !f.Registered, "necessityRecord", "UNREGISTERED") { Asks = ["directorOfChildrensServices/placement"], FollowUps = [InADay(f, "movePlan")] },
        new("B3", f.Is("child.schoolNamedByPlan") && (f.Service is "specialSchool" or "residentialEducation"), "allow", "STATUTORY_NAMED")
        {
            Flags = Raise((f.Stop, "QA_STOP"), (f.PlacesShort, "CAPACITY"), (f.Above, "PRICE_ABOVE_REGISTER")),
        },
        new("A5", f.Newcomer && (f.PlacesShort || !f.Is("option.withinStatementOfPurpose", true)), "block", f.PlacesShort ? "CAPACITY" : "PURPOSE"),
        new("S2", f.Is("onlyPoorRegisteredAvailable") && f.Needed24 && f.Newcomer && !f.Is("option.restriction") && (f.Text("option.judgement") == "inadequate" || f.OwnEmbargo || f.Is("option.excluded")), "pending", "LAST_RESORT")
        {
            Asks = f.Is("option.excluded") ? ["directorOfChildrensServices/quality", "legal/legalGround"] : ["directorOfChildrensServices/quality"],
            FollowUps = [.. AfterEmergency(f), InADay(f, "qualityReview")],
        },
        new("A3", f.Newcomer && f.Stop, "block", "QA_STOP"),
        new("A6", f.Newcomer && f.Is("option.excluded"), "block", "EXCLUDED"),
        new("A3b", !f.Newcomer && f.Stop, "allowWithApproval", "QA_STOP") { Asks = ["directorOfChildrensServices/quality", "qaLead/quality"] },
    ];

    private static ReadRow[] Terms(WrittenFacts f)
    {
        bool c1 = f.On.Any(w => Is(w, "homeOnboarded") && AtMost(f.Price, Number(w, "schedulePrice")));
        bool c2 = f.On.Any(w => Is(w, "homeOnboarded") && f.Extras.Length > 0 && IsPackage(f, Number(w, "schedulePrice")) && !Less(Number(w, "lotCeiling"), f.Price - Sum(f.Extras.Where(e => Is(e, "atScheduleRate")))));
        bool c4 = f.On.Any(w => !Is(w, "homeOnboarded") && AtMost(f.Price, Number(w, "schedulePrice")));
        bool foreseeable = f.KnownForMoreThanFiveWorkingDays();
        decimal? lowestSchedule = f.On.Select(w => Number(w, "schedulePrice")).Min();
        return
        [
            new("B1", f.Kind == "ownHome" || (f.Kind == "otherAuthorityHome" && f.Text("option.exemption") is not null), "outOfScope", "NOT_PROCUREMENT"),
            new("C1", c1, "allow", "ON_TERMS") { Flags = Raise((f.Above, "PRICE_ABOVE_REGISTER")) },
            new("E1", f.Needed24, "allowEmergency", "EMERGENCY")
            {
                Flags = Raise((foreseeable, "FORESEEABLE"), (f.Above, "SAME_BED_PREMIUM")),
                Price = f.Above ? f.RegisterPrice : null,
                FollowUps = AfterEmergency(f),
            },
            new("C2", c2, "allowWithApproval", "PACKAGE") { Asks = ["rccCommissioner/price", "finance/price"] },
            new("C4", c4, "allowWithApproval", "HOME_PENDING") { Asks = ["rccCommissioner/placement"], FollowUps = [OnDay(f, "onboardHome", 10)] },
            new("C3", f.On.Length > 0 && f.Newcomer && !c1 && !c2 && !c4, "block", "OVER_CEILING") { Price = new[] { lowestSchedule, f.RegisterPrice }.Min() },
            new("C5", f.Newcomer && f.Covering.Any(w => w["level"]?.GetValue<string>() == "national" && !Is(w, "hubConfirmedNoPlace")), "block", "NATIONAL_TERMS"),
        ];
    }

    private static bool IsPackage(WrittenFacts f, decimal? schedule) =>
        (AtMost(f.Core, schedule) && (f.Extras.All(e => Is(e, "atScheduleRate")) || AtMost(f.Number("option.packageWeeks"), 12)))
        || (schedule is null && Sum(f.Extras) == f.Price);

    private static ReadRow[] OffFramework(WrittenFacts f)
    {
        bool covered = f.Covering.Length > 0;
        bool d1 = covered && AtMost(1, f.Number("search.suitableOffersOnTerms"));
        bool d3 = covered && f.SearchIncomplete;
        return
        [
            new("D6", !f.Newcomer, "allowWithApproval", "CONTINUITY")
            {
                Asks = AtMost(f.Price, f.Number("option.currentPrice")) ? ["headOfService/placement"] : ["headOfService/placement", "finance/price"],
                Flags = Raise((f.Above, "SAME_BED_PREMIUM")),
                Price = f.Above ? f.RegisterPrice : null,
            },
            new("D2", f.Above, "block", "SAME_BED_PREMIUM") { Price = f.RegisterPrice },
            new("D5", f.Is("child.enactmentRequiresViews") && (f.Is("child.preferenceExpressed") || f.Is("child.onlyOneCapableSupplier")) && f.Is("child.competitionAgainstInterests"), "allowWithApproval", "USER_CHOICE")
            {
                Asks = ["directorOfChildrensServices/placement", "legal/legalGround"],
            },
            new("D1", d1, "block", "SUITABLE_ON_TERMS"),
            new("D3", d3, "pending", "SEARCH_INCOMPLETE"),
            new("D4", covered && !d1 && !d3, "allowWithApproval", "NO_OFFER")
            {
                Asks = ["headOfService/placement", "rccCommissioner/placement", "finance/price", "legal/legalGround"],
                FollowUps = [string.Create(CultureInfo.InvariantCulture, $"review28 - {f.Date.AddDays(28):yyyy-MM-dd}"), string.Create(CultureInfo.InvariantCulture, $"retest12Weeks - {f.Date.AddDays(84):yyyy-MM-dd}")],
            },
            new("B4", !covered, "allowWithApproval", "COVERAGE_GAP") { Asks = ["headOfService/placement", "finance/price"] },
        ];
    }
}
