using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Limiting;

/// <summary>A tender, or one home of it, in line for a lot, with its total as ranks are judged on it: rounded or exact, as published.</summary>
public sealed record PlacedTender(string Label, OrganisationId Bidder, Ratio Total);

/// <summary>A lot that waits for its award, with its compliant tenders best first; tenders in one place are not separated by anything published.</summary>
public sealed record LotInLine(string Number, IReadOnlyList<IReadOnlyList<PlacedTender>> Places)
{
    /// <summary>The lot sets up no framework: one tender is awarded and no more.</summary>
    public bool OneTender { get; init; }

    /// <summary>Null: every compliant supplier.</summary>
    public int? MostSuppliers { get; init; }
}

/// <summary>What a lot's award comes to: who gets it, who is passed over because of the limit, and who is equal where only some can have it.</summary>
public sealed record LotGiven(string Number, IReadOnlyList<PlacedTender> Awarded)
{
    /// <summary>Tenders that would be awarded, or come before one that is, had their supplier not reached the limit.</summary>
    public IReadOnlyList<PlacedTender> PassedOver { get; init; } = [];

    /// <summary>Labels of tenders that nothing published separates although only some of them can be awarded (C2-11).</summary>
    public IReadOnlyList<string> Unsettled { get; init; } = [];

    /// <summary>No other tender remained, so that the lot is awarded as if there were no limit.</summary>
    public bool LimitLifted { get; init; }
}
