using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>The regulator's registration states that matter to buyers (care-sector §1.5).</summary>
public enum Registration
{
    Active,
    Suspended,
    Cancelled,
    None,
}

/// <summary>The regulator's overall judgement of a home.</summary>
public enum Judgement
{
    Outstanding,
    Good,
    RequiresImprovement,
    Inadequate,
    None,
    NotGraded,
}

/// <summary>A home (registered establishment) of a provider, known by its Ofsted URN; its address is confidential and not held here.</summary>
public sealed class ProviderHome : Aggregate
{
    private ProviderHome()
    {
    }

    public string Urn { get; private set; } = "";

    /// <summary>The URN that the same home had before it was sold or registered anew; null when it had none.</summary>
    public string? FormerUrn { get; private set; }

    public OrganisationId Provider { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>GSS code of the authority where the home stands (host authority).</summary>
    public string HostAuthority { get; private set; } = "";

    /// <summary>Service types in the gate's vocabulary: residential, crisis, therapeutic …</summary>
    public List<string> ServiceTypes { get; private set; } = [];

    public Registration Registration { get; private set; }

    public Judgement Judgement { get; private set; }

    /// <summary>A restriction of accommodation notice is in force.</summary>
    public bool Restriction { get; private set; }

    public int PlacesRegistered { get; private set; }

    public int PlacesOccupied { get; private set; }

    /// <summary>When the provider last said how many places are taken; null: never.</summary>
    public DateTimeOffset? OccupancyStatedAt { get; private set; }

    public int PlacesVacant => Math.Max(0, PlacesRegistered - PlacesOccupied);

    public static ProviderHome Register(string urn, OrganisationId provider, string name, string hostAuthority, IReadOnlyCollection<string> serviceTypes, int placesRegistered, Judgement judgement)
    {
        var home = new ProviderHome
        {
            Urn = urn,
            Provider = provider,
            Name = name,
            HostAuthority = hostAuthority,
            ServiceTypes = [.. serviceTypes],
            PlacesRegistered = placesRegistered,
            Judgement = judgement,
            Registration = Registration.Active,
        };
        home.Happened("home.registered", $"home/{urn}", new { urn, provider, hostAuthority, placesRegistered, judgement });
        return home;
    }

    public void StateOccupancy(int occupied, DateTimeOffset? at = null)
    {
        if (occupied < 0 || occupied > PlacesRegistered)
        {
            throw new RuleBroken("OCCUPANCY", $"Occupied places must be between 0 and {PlacesRegistered}.", field: "Occupied");
        }

        PlacesOccupied = occupied;
        OccupancyStatedAt = at ?? OccupancyStatedAt;
        Happened("home.occupancyStated", $"home/{Urn}", new { occupied });
    }

    /// <summary>Records that this is the same home as another registration had it; its price history goes with it, its places on frameworks do not.</summary>
    public void Succeed(ProviderHome former, string source)
    {
        if (former.Urn == Urn || former.FormerUrn == Urn)
        {
            throw new RuleBroken("SAME_URN", "A home cannot follow itself. Enter the URN it had before.", field: "FormerUrn");
        }

        if (FormerUrn is not null && FormerUrn != former.Urn)
        {
            throw new RuleBroken("SUCCEEDED", $"This home is recorded as having been {FormerUrn} before.", field: "FormerUrn");
        }

        FormerUrn = former.Urn;
        Happened("home.succeeded", $"home/{Urn}", new { former = former.Urn, from = former.Provider, to = Provider, source });
    }

    public void RecordOutcome(Registration registration, Judgement judgement, bool restriction, string source)
    {
        Registration = registration;
        Judgement = judgement;
        Restriction = restriction;
        Happened("home.outcomeRecorded", $"home/{Urn}", new { registration, judgement, restriction, source });
    }
}
