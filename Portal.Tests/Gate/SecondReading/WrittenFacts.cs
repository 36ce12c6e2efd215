using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Tests.Gate.SecondReading;

/// <summary>The contract's facts as a stranger reads them from the JSON: each derived fact once more, from the text alone and without a word of the portal's own code.</summary>
internal sealed class WrittenFacts
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Days of 2026-27 on which some part of the United Kingdom has a bank holiday, Christmas Day or Good Friday.</summary>
    private static readonly HashSet<DateOnly> Holidays =
    [
        new(2026, 8, 3), new(2026, 8, 31), new(2026, 11, 30), new(2026, 12, 25), new(2026, 12, 28), new(2027, 1, 1), new(2027, 1, 4), new(2027, 3, 17), new(2027, 3, 26), new(2027, 3, 29), new(2027, 5, 3), new(2027, 5, 31), new(2027, 7, 12), new(2027, 8, 2), new(2027, 8, 30),
    ];

    public WrittenFacts(JsonObject json)
    {
        Json = json;
        At = Instant("at")!.Value;
        Date = DateOf(At);
        Age = (int)Number("child.age")!.Value;
        Service = Text("need.serviceType")!;
        Kind = Text("option.kind")!;
        Price = Number("option.price")!.Value;
        Unit = Text("option.unit") ?? "week";
        OwnRcc = Text("authority.rcc");
        Needed24 = IsNeeded24();
        Newcomer = !Is("child.alreadyLivesThere");
        string? registration = Text("option.registration");
        Registered = registration == "active" || (registration == "officerChecked" && Needed24);
        Embargoes = [.. List("option.embargoes").Select(e => e is JsonObject o ? o["rcc"]!.GetValue<string>() : e!.GetValue<string>())];
        Covering = [.. List("frameworks").Select(f => f!.AsObject()).Where(f => Is(f, "live", true) && Is(f, "coversNeed", true) && Is(f, "authorityEntitled", true))];
        On = [.. Covering.Where(f => Is(f, "admitted") && (Is(f, "homeOnboarded") || Is(f, "onboardingPendingAllowed")))];
        Extras = [.. List("option.itemisedExtras").Select(e => e!.AsObject())];
        RegisterPrice = Lowest();
    }

    public JsonObject Json { get; }

    public DateTimeOffset At { get; }

    public DateOnly Date { get; }

    public int Age { get; }

    public string Service { get; }

    public string Kind { get; }

    public decimal Price { get; }

    public string Unit { get; }

    public string? OwnRcc { get; }

    public bool Needed24 { get; }

    public bool Newcomer { get; }

    public bool Registered { get; }

    public string[] Embargoes { get; }

    public JsonObject[] Covering { get; }

    public JsonObject[] On { get; }

    public JsonObject[] Extras { get; }

    public decimal? RegisterPrice { get; }

    public bool Above => Less(RegisterPrice, Price - Sum(Extras.Where(e => Is(e, "atScheduleRate"))));

    public decimal? Core => Price - Sum(Extras);

    public bool OwnEmbargo => OwnRcc is not null && Embargoes.Contains(OwnRcc);

    public bool Stop => Text("option.judgement") == "inadequate" || Is("option.restriction") || OwnEmbargo;

    public bool Caution => Text("option.judgement") is "requiresImprovement" or "none" || (Embargoes.Length > 0 && !OwnEmbargo);

    public bool PlacesShort => Number("option.placesOccupied") + (Number("option.placesNeeded") ?? 1) > Number("option.placesRegistered");

    public bool YoungInSupportedAccommodation => Age < 16 && Service == "supportedAccommodation";

    public bool SearchIncomplete =>
        Less(Number("search.sentTo"), Number("search.eligibleProviders")) || !Is("search.windowClosed") || !Is("search.allSuitableTypesInParallel");

    public static bool Less(decimal? left, decimal? right) => left is { } l && right is { } r && l < r;

    public static bool AtMost(decimal? left, decimal? right) => left is { } l && right is { } r && l <= r;

    public static bool Is(JsonObject holder, string name, bool missing = false) => holder[name]?.GetValue<bool>() ?? missing;

    /// <summary>A price (text) or a number; null when missing.</summary>
    public static decimal? Number(JsonObject holder, string name) => holder[name] is not { } node ? null
        : node.GetValueKind() == System.Text.Json.JsonValueKind.String ? decimal.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture) : node.GetValue<decimal>();

    /// <summary>Null as soon as one amount is missing.</summary>
    public static decimal? Sum(IEnumerable<JsonObject> extras) => extras.Aggregate((decimal?)0m, (sum, extra) => sum + Number(extra, "amount"));

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, London).DateTime);

    public bool Is(string path, bool missing = false) => Holder(path) is { } holder ? Is(holder, Last(path), missing) : missing;

    public decimal? Number(string path) => Holder(path) is { } holder ? Number(holder, Last(path)) : null;

    public string? Text(string path) => Holder(path)?[Last(path)]?.GetValue<string>();

    public DateTimeOffset? Instant(string path) => Text(path) is { } written ? DateTimeOffset.Parse(written, CultureInfo.InvariantCulture) : null;

    public IEnumerable<JsonNode?> List(string path) => Holder(path)?[Last(path)] as JsonArray ?? [];

    /// <summary>The first UK-wide working day after the decision's date is day 1.</summary>
    public DateOnly WorkingDay(int day) => WorkingDaysAfter(Date).ElementAt(day - 1);

    public bool KnownForMoreThanFiveWorkingDays() =>
        Instant("need.knownSince") is { } known && WorkingDaysAfter(DateOf(known)).TakeWhile(d => d <= Date).Count() > 5;

    private static IEnumerable<DateOnly> WorkingDaysAfter(DateOnly date)
    {
        for (DateOnly day = date.AddDays(1); ; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains(day))
            {
                yield return day;
            }
        }
    }

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    private JsonObject? Holder(string path) => path.Contains('.', StringComparison.Ordinal) ? Json[path[..path.IndexOf('.', StringComparison.Ordinal)]] as JsonObject : Json;

    private bool IsNeeded24()
    {
        string urgency = Text("need.urgency")!;
        if (Instant("need.neededBy") is not { } by)
        {
            return urgency is "sameDay" or "outOfHours";
        }

        DateTime noon = WorkingDay(1).ToDateTime(new TimeOnly(12, 0));
        return by - At <= TimeSpan.FromHours(24) || (urgency == "outOfHours" && TimeZoneInfo.ConvertTime(by, London).DateTime < noon);
    }

    private decimal? Lowest()
    {
        IEnumerable<decimal?> rows = List("priceRegister").Select(r => r!.AsObject())
            .Where(r => r["homeUrn"]?.GetValue<string>() is { } urn && urn == Text("option.homeUrn") && r["serviceType"]?.GetValue<string>() == Service && (r["unit"]?.GetValue<string>() ?? "week") == Unit)
            .Where(r => Day(r, "from") is not { } from || from <= Date)
            .Where(r => Day(r, "to") is not { } to || to >= Date)
            .Select(r => Number(r, "price"));
        IEnumerable<decimal?> schedules = Covering
            .Where(f => Is(f, "homeOnboarded") && Is(f, "registerClause") && (f["unit"]?.GetValue<string>() ?? "week") == Unit)
            .Select(f => Number(f, "schedulePrice"));
        return rows.Concat(schedules).Min();
    }

    private static DateOnly? Day(JsonObject row, string name) => row[name]?.GetValue<string>() is { } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : null;
}
