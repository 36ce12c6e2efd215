using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Tests.Gate.SecondReading;

/// <summary>Random facts from a seed: every key may be missing or null where the contract lets it, prices lie close together, and times lie around bank holidays, midnight and the change of clocks.</summary>
internal sealed class SeededFacts(int seed)
{
    private static readonly string[] Instants =
    [
        "2026-11-23T10:00:00Z", "2026-11-27T17:30:00Z", "2026-11-29T23:30:00Z", "2026-12-24T18:00:00Z", "2026-12-31T23:59:59Z", "2027-01-02T02:00:00Z",
        "2027-03-25T22:00:00Z", "2027-03-27T23:30:00Z", "2027-03-28T00:59:00Z", "2027-03-28T02:00:00+01:00", "2027-04-06T23:15:00Z", "2026-11-24T00:10:00+00:00",
    ];

    private static readonly string[] Services = ["residential", "residential", "residential", "supportedAccommodation", "specialSchool", "residentialEducation", "fostering"];

    private static readonly string[] Roles = ["nominatedOfficer", "headOfService", "directorOfChildrensServices", "rccCommissioner", "finance", "legal", "qaLead"];

    private static readonly string[] Purposes = ["placement", "distance", "price", "quality", "legalGround"];

    private readonly Random random = new(seed);

    public JsonObject Next()
    {
        DateTimeOffset at = DateTimeOffset.Parse(Of(Instants), CultureInfo.InvariantCulture);
        string service = Of(Services);
        string unit = Chance(12) ? "night" : "week";
        return new JsonObject
        {
            ["at"] = Write(at),
            ["authority"] = Sparse(("code", "E10000031"), ("rcc", Of("west-midlands", "west-midlands", "west-midlands", null))),
            ["child"] = Child(),
            ["need"] = Sparse(("serviceType", service), ("urgency", Of("planned", "planned", "sameDay", "outOfHours")), ("neededBy", NeededBy(at)), ("knownSince", Maybe(Write(at.AddHours(-random.Next(0, 400)))))),
            ["option"] = Option(unit),
            ["frameworks"] = Some(3, () => Framework(unit)),
            ["priceRegister"] = Some(2, () => Registered(service, unit)),
            ["search"] = Sparse(("eligibleProviders", Of<int?>(12, 12, null)), ("sentTo", Of<int?>(12, 12, 11, null)), ("windowClosed", Often()), ("suitableOffersOnTerms", Of<int?>(0, 0, 1, null)), ("allSuitableTypesInParallel", Often()), ("selectionProcessFollowed", Often()), ("widerSearchRecorded", Often())),
            ["approvals"] = Some(9, Approval),
            ["conflictedPersons"] = Chance(4) ? new JsonArray("u-3") : null,
            ["requester"] = "u-9",
            ["legalGround"] = Chance(3) ? "Schedule 5, paragraph 15" : null,
            ["exceptionReason"] = Chance(4) ? "Her brother lives there." : null,
            ["onlyUnregisteredAvailable"] = Seldom(),
            ["onlyPoorRegisteredAvailable"] = Seldom(),
        };
    }

    private JsonObject Child() => Sparse(
        ("age", Of(0, 9, 14, 14, 15, 16, 16, 17, 17, 18)), ("alreadyLivesThere", Seldom()), ("schoolNamedByPlan", Seldom()), ("preferenceExpressed", Often()), ("onlyOneCapableSupplier", Seldom()),
        ("competitionAgainstInterests", Often()), ("enactmentRequiresViews", Seldom()), ("courtReference", Seldom() == true ? "ZE26C00001" : null));

    private JsonObject Option(string unit)
    {
        JsonArray? extras = Some(2, () => Sparse(("kind", "therapy"), ("amount", Of("150.00", "300.00", "3050.00", null)), ("atScheduleRate", Often())));
        bool dear = extras?.Sum(e => e!["amount"]?.GetValue<string>() is { } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : 0m) > 5900m;
        return Sparse(
            ("kind", Chance(8) ? Of("ownHome", "otherAuthorityHome", "kinship", "secure", "youthDetention") : "provider"), ("exemption", Of("vertical", "horizontal", null)), ("homeUrn", Chance(15) ? null : "SC900001"),
            ("registration", Chance(4) ? Of("officerChecked", "suspended", "cancelled", "none", null) : "active"), ("judgement", Of("outstanding", "good", "good", "requiresImprovement", "inadequate", "none", "notGraded", null)),
            ("restriction", Seldom()), ("placesRegistered", Of<int?>(4, 4, 4, null)), ("placesOccupied", Of<int?>(2, 3, 3, 4, null)), ("placesNeeded", Of<int?>(null, 1, 2)), ("withinStatementOfPurpose", Often()),
            ("excluded", Seldom()), ("embargoes", Of(null, null, new JsonArray(), new JsonArray("west-midlands"), new JsonArray("south-east"), new JsonArray("south-east", "west-midlands"))),
            ("price", dear ? "6100.00" : Of("6100.00", "6100", "6400.00", "5900.5", "6700.00")), ("unit", unit == "week" ? Of("week", null) : unit), ("currentPrice", Of("6100.00", "6500.00", null)), ("newContract", Often()),
            ("itemisedExtras", extras), ("packageWeeks", Of<int?>(12, 13, null)), ("weeks", Of<int?>(12, 52, 103, 108, 109, 130, null)), ("distance", Of("own", "own", "adjoining", "atADistance", null)));
    }

    private JsonObject Framework(string unit) => Sparse(
        ("id", "WM-2026"), ("level", Of("regional", "regional", "national", null)), ("rcc", "west-midlands"), ("live", Often()), ("coversNeed", Often()), ("authorityEntitled", Often()), ("admitted", Often()), ("homeOnboarded", Often()),
        ("onboardingPendingAllowed", Often()), ("schedulePrice", Of("6100.00", "5900.00", "6250.00", null)), ("unit", unit == "week" ? Of("week", null) : unit), ("lotCeiling", Of("6400.00", "6900.00", null)),
        ("registerClause", Often()), ("hubConfirmedNoPlace", Seldom()));

    private JsonObject Registered(string service, string unit) => Sparse(
        ("framework", "SE-2026"), ("homeUrn", Chance(5) ? "SC900002" : "SC900001"), ("serviceType", Chance(5) ? "crisis" : service), ("ageBand", Of("11-15", null)), ("unit", Chance(6) ? "year" : unit), ("price", Of("6100.00", "5900.00", "6400.00", null)),
        ("from", Of("2026-04-01", "2026-11-23", "2027-03-28", null)), ("to", Of("2026-11-23", "2027-03-27", null, null)));

    private JsonObject Approval() => Sparse(("role", Of(Roles)), ("person", Chance(12) ? null : $"u-{random.Next(1, 10)}"), ("purpose", Of(Purposes)));

    private string? NeededBy(DateTimeOffset at) =>
        Of(null, Write(at.AddHours(24)), Write(at.AddHours(24).AddSeconds(1)), Write(at.AddHours(-3)), Write(at.AddHours(random.Next(0, 140))), Write(at.AddDays(random.Next(1, 60))), $"{at.AddDays(random.Next(0, 6)):yyyy-MM-dd}T{Of("10:59:59", "11:59:59", "12:00:00", "11:00:00")}Z");

    private static string Write(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private JsonArray? Some(int most, Func<JsonObject> one)
    {
        int count = random.Next(-1, most + 1);
        return count < 0 ? null : new JsonArray([.. Enumerable.Range(0, count).Select(_ => (JsonNode)one())]);
    }

    /// <summary>An object in which a missing value is left out as often as it is written as null.</summary>
    private JsonObject Sparse(params (string Name, JsonNode? Value)[] values)
    {
        JsonObject written = [];
        foreach ((string name, JsonNode? value) in values)
        {
            if (value is not null || Chance(2))
            {
                written[name] = value;
            }
        }

        return written;
    }

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private bool? Often() => random.Next(10) switch { 0 => null, 1 or 2 => false, _ => true };

    private bool? Seldom() => random.Next(12) switch { 0 => true, 1 or 2 => null, _ => false };

    private string? Maybe(string value) => Chance(3) ? null : value;

    private T Of<T>(params T[] values) => values[random.Next(values.Length)];
}
