using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>What a machine may be let into, and for which kinds of organisation.</summary>
public static class ApiScope
{
    /// <summary>Ask the gate and record its decisions.</summary>
    public const string Gate = "gate";

    /// <summary>Draft, upload and submit bids.</summary>
    public const string Bids = "bids";

    /// <summary>Referrals, offers and call-offs.</summary>
    public const string CallOffs = "calloffs";

    /// <summary>National figures.</summary>
    public const string Insight = "insight";

    public static IReadOnlyList<string> All { get; } = [Gate, Bids, CallOffs, Insight];

    /// <summary>Providers bid, buyers place, the national co-operative sees the nation.</summary>
    public static bool IsFor(string scope, OrganisationKind kind) => scope switch
    {
        Bids => kind is OrganisationKind.Provider or OrganisationKind.OwnProvider,
        Gate or CallOffs => kind is OrganisationKind.Authority or OrganisationKind.RegionalCooperative or OrganisationKind.NationalCooperative,
        Insight => kind is OrganisationKind.NationalCooperative,
        _ => false,
    };

    /// <summary>The role whose work a scope lets a machine do.</summary>
    public static Role RoleOf(string scope) => scope switch
    {
        Bids => Role.ProviderBidder,
        Gate or CallOffs => Role.PlacementOfficer,
        Insight => Role.NccAnalyst,
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "No such scope."),
    };
}
