using System.Text.Json;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>What an officer or a case system says when it asks for a recorded decision; what the portal knows itself is not asked.</summary>
public sealed record AskedOption
{
    public string? ChildReference { get; init; }

    public required int ChildAge { get; init; }

    public required string ServiceType { get; init; }

    public Urgency Urgency { get; init; }

    public DateTimeOffset? NeededBy { get; init; }

    public DateTimeOffset? KnownSince { get; init; }

    public OptionKind Kind { get; init; }

    public Exemption? Exemption { get; init; }

    /// <summary>Null when the home is not listed in the portal.</summary>
    public string? HomeUrn { get; init; }

    /// <summary>What the officer knows of a home that is not listed; null when nothing, or when the URN says it.</summary>
    public UnlistedHome? Unlisted { get; init; }

    public required Money Price { get; init; }

    public PriceUnit Unit { get; init; }

    public IReadOnlyList<AskedExtra> ItemisedExtras { get; init; } = [];

    public decimal? PackageWeeks { get; init; }

    public decimal? Weeks { get; init; }

    public int PlacesNeeded { get; init; } = 1;

    public Distance? Distance { get; init; }

    public string? Referral { get; init; }

    public bool AlreadyLivesThere { get; init; }

    public bool NewContract { get; init; }

    public bool SchoolNamedByPlan { get; init; }

    public bool PreferenceExpressed { get; init; }

    public bool OnlyOneCapableSupplier { get; init; }

    public bool CompetitionAgainstInterests { get; init; }

    public bool EnactmentRequiresViews { get; init; }

    public string? CourtReference { get; init; }

    public string? LegalGround { get; init; }

    public string? ExceptionReason { get; init; }

    public bool OnlyUnregisteredAvailable { get; init; }

    public bool OnlyPoorRegisteredAvailable { get; init; }

    /// <summary>The officer's declaration out of hours: the child's need, the look at the regulator's register, the reason for this place.</summary>
    public string? Declaration { get; init; }

    /// <summary>When it was decided by the offline card while the portal could not be reached; null otherwise.</summary>
    public DateTimeOffset? DecidedOffline { get; init; }

    /// <summary>Why the authority no longer asks; null while it does.</summary>
    public string? WithdrawnBecause { get; init; }
}

/// <summary>A home that the portal does not list, as the officer was told on the telephone.</summary>
public sealed record UnlistedHome(string? Name, string? Provider, string? Telephone)
{
    /// <summary>Null when nothing was said.</summary>
    public static UnlistedHome? Of(string? name, string? provider, string? telephone) =>
        string.IsNullOrWhiteSpace(name + provider + telephone) ? null : new UnlistedHome(name?.Trim(), provider?.Trim(), telephone?.Trim());

    public string InWords => string.Join(", ", new[] { Name, Provider, Telephone }.Where(said => !string.IsNullOrWhiteSpace(said)));
}

/// <summary>One extra as asked: so many units at such a price; whether that is the schedule's rate the portal decides.</summary>
public sealed record AskedExtra(ExtraKind Kind, string Unit, decimal Quantity, Money UnitPrice)
{
    public Money Amount => new(Math.Round(Quantity * UnitPrice.Amount, 2, MidpointRounding.AwayFromZero));
}

/// <summary>Reads the body of a recorded decision strictly; out of hours only home, age, service, price and declaration are needed.</summary>
public static class AskedOptionReader
{
    private const int LongestDeclaration = 4000;

    private static readonly string[] ExtraUnits = [.. ServiceTypes.Units, "mile"];

    /// <summary>Raises <see cref="FactsRefused"/> with every field that is wrong.</summary>
    public static AskedOption Read(JsonElement json)
    {
        Dictionary<string, List<string>> errors = [];
        JsonFields f = new(json, "", errors);
        if (json.ValueKind != JsonValueKind.Object)
        {
            f.Refuse("body", "Send one object.");
        }

        AskedOption asked = ReadOption(f);
        if (asked.ChildAge > 25)
        {
            f.Refuse("childAge", "Enter an age from 0 to 25.");
        }

        if (asked.HomeUrn is { } urn && !HomeUrns.IsOne(urn))
        {
            f.Refuse("homeUrn", "An Ofsted URN is SC and six digits, or seven digits; null when the home is not listed.");
        }

        if (asked.ItemisedExtras.Aggregate(Money.Zero, (sum, extra) => sum + extra.Amount) > asked.Price)
        {
            f.Refuse("itemisedExtras", "The extras add up to more than the price, which is the whole fee.");
        }

        return errors.Count == 0 ? asked : throw new FactsRefused(errors.ToDictionary(e => e.Key, e => e.Value.ToArray()));
    }

    private static AskedOption ReadOption(JsonFields f)
    {
        string? declaration = Declaration(f);
        Urgency? urgency = f.Word<Urgency>("urgency") ?? (declaration is null ? null : Urgency.OutOfHours);
        return new AskedOption
        {
            ChildReference = f.Text("childReference"),
            ChildAge = f.Required("childAge", f.Count("childAge")),
            ServiceType = f.Required("serviceType", f.WordOf("serviceType", ServiceTypes.Words.Keys)),
            Urgency = f.Required("urgency", urgency),
            NeededBy = f.Instant("neededBy"),
            KnownSince = f.Instant("knownSince"),
            Kind = f.Word<OptionKind>("kind") ?? OptionKind.Provider,
            Exemption = f.Word<Exemption>("exemption"),
            HomeUrn = f.Text("homeUrn"),
            Price = f.Required("price", f.Price("price")),
            Unit = f.Word<PriceUnit>("unit") ?? PriceUnit.Week,
            ItemisedExtras = f.Each("itemisedExtras", ReadExtra),
            PackageWeeks = f.Number("packageWeeks"),
            Weeks = f.Number("weeks"),
            PlacesNeeded = f.Count("placesNeeded") ?? 1,
            Distance = f.Word<Distance>("distance"),
            Referral = f.Text("referral"),
            AlreadyLivesThere = f.Flag("alreadyLivesThere"),
            NewContract = f.Flag("newContract"),
            SchoolNamedByPlan = f.Flag("schoolNamedByPlan"),
            PreferenceExpressed = f.Flag("preferenceExpressed"),
            OnlyOneCapableSupplier = f.Flag("onlyOneCapableSupplier"),
            CompetitionAgainstInterests = f.Flag("competitionAgainstInterests"),
            EnactmentRequiresViews = f.Flag("enactmentRequiresViews"),
            CourtReference = f.Text("courtReference"),
            LegalGround = f.Text("legalGround"),
            ExceptionReason = f.Text("exceptionReason"),
            OnlyUnregisteredAvailable = f.Flag("onlyUnregisteredAvailable"),
            OnlyPoorRegisteredAvailable = f.Flag("onlyPoorRegisteredAvailable"),
            Declaration = declaration?.Length > LongestDeclaration ? declaration[..LongestDeclaration] : declaration,
        };
    }

    // Case systems send the words, or true for their own form's tick.
    private static string? Declaration(JsonFields f) => f.IsTrue("declaration") ? "Declared." : f.IsFalse("declaration") ? null : f.Text("declaration");

    private static AskedExtra ReadExtra(JsonFields x) => new(
        x.Required("kind", x.Word<ExtraKind>("kind")),
        x.WordOf("unit", ExtraUnits) ?? "week",
        x.Required("quantity", x.Quantity("quantity")),
        x.Required("unitPrice", x.Price("unitPrice")));
}
