using Portal.Domain.Tenders;
using LotCover = Portal.Domain.Frameworks.LotCover;

namespace Portal.Db.Scenes.Buying;

/// <summary>A tender of the scenes: what is bought, when it closes, who bids. How far it has come by the end follows from its dates alone.</summary>
internal sealed record TenderPlan(string Title, string Need, DateTimeOffset ClosesAt, IReadOnlyList<LotPlan> Lots)
{
    /// <summary>Code of the co-operative that buys.</summary>
    public string Buyer { get; init; } = "west-midlands";

    public decimal Value { get; init; } = 12_000_000m;

    public FrameworkTerms? Framework { get; init; }

    public LotLimit? LotLimit { get; init; }

    /// <summary>The last act that is played, where the tender stops short of what its dates would allow.</summary>
    public TenderStage StopsAt { get; init; } = TenderStage.Signed;

    /// <summary>Numbers of the lots that are awarded before the others, once all are ranked.</summary>
    public IReadOnlyList<string> AwardedFirst { get; init; } = [];

    /// <summary>By the competitive flexible procedure: requests, shortlist, negotiation, final tenders. <see cref="ClosesAt"/> is when the initial tenders close.</summary>
    public bool IsStaged { get; init; }

    public bool IsNational => Buyer == ReferenceOrganisations.National;
}

/// <summary>A lot with its bidders.</summary>
internal sealed record LotPlan(string Number, string Title, string ServiceType, decimal Ceiling, int PriceWeight, IReadOnlyList<BidPlan> Bids)
{
    /// <summary>False where the provider is admitted as a whole, as fostering agencies are.</summary>
    public bool PerHome { get; init; } = true;

    /// <summary>Whom the lot is for; null where its notice says nothing.</summary>
    public LotCover? Cover { get; init; }
}

/// <summary>One provider's bid for a lot: its homes with their weekly fees, and how good its answers are (0 to 5).</summary>
internal sealed record BidPlan(string Provider, int Quality, IReadOnlyList<(string Urn, decimal Fee)> Homes);
