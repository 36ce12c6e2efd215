namespace Portal.Domain.Bids;

/// <summary>What a partner is in a bid.</summary>
public enum PartnerKind
{
    ConsortiumMember,
    Subcontractor,
}

/// <summary>Another organisation on which the bid relies: a member of the consortium or a subcontractor, and the part it does.</summary>
public sealed record BidPartner(string Name, string CompanyNumber, PartnerKind Kind, string Part);

/// <summary>Who stands behind a bid besides the bidder, and what public money it has: everybody bids on the same terms, an authority's own provider included.</summary>
public sealed record BidParties
{
    public IReadOnlyList<BidPartner> Partners { get; init; } = [];

    /// <summary>Subsidy or other public support that makes the price lower; empty: none.</summary>
    public string Subsidy { get; init; } = "";

    /// <summary>The authority whose own provider bids; null: an independent one. The portal fills it in.</summary>
    public string? OwnProviderOf { get; init; }
}
