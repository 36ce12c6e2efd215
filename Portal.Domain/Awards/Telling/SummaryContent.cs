namespace Portal.Domain.Awards.Telling;

/// <summary>An award criterion as regulation 31 wants it told: title, importance, how it was scored, the scores available, where the full version is (A10-02).</summary>
public sealed record ToldCriterion(string Code, string Title, decimal Weight, string HowScored, string ScoresAvailable);

/// <summary>One criterion's score with its explanation by reference to the tender (A10-02).</summary>
public sealed record ToldScore(string Criterion, string Score, string Points, string Explanation);

/// <summary>The result of one bid, or of one home where the lot is per home.</summary>
public sealed record ToldResult(string HomeUrn, IReadOnlyList<ToldScore> Scores, string QualityTotal, string Total, int? Rank, string WhyOut)
{
    /// <summary>Whether this one is awarded, and if not why; empty in letters of before it was told.</summary>
    public string Outcome { get; init; } = "";
}

/// <summary>A supplier that is awarded the lot (A10-03).</summary>
public sealed record ToldWinner(string Name, string Identifier, string Email, IReadOnlyList<ToldResult> Results)
{
    /// <summary>Its postal address; empty only in letters of before addresses were recorded.</summary>
    public string Address { get; init; } = "";
}

/// <summary>Everything in an assessment summary, frozen as it was sent (reg. 31).</summary>
public sealed record SummaryContent
{
    public string TenderTitle { get; init; } = "";

    public string BuyerName { get; init; } = "";

    public string LotTitle { get; init; } = "";

    public string BidderName { get; init; } = "";

    /// <summary>False for a letter to a supplier whose tender was disregarded: it is told why, and gets no summary (s.50(5)).</summary>
    public bool Assessed { get; init; }

    public bool Won { get; init; }

    public IReadOnlyList<ToldCriterion> Criteria { get; init; } = [];

    /// <summary>Where the full criteria are.</summary>
    public string FullCriteria { get; init; } = "";

    public IReadOnlyList<ToldResult> Own { get; init; } = [];

    public IReadOnlyList<ToldWinner> Winners { get; init; } = [];

    /// <summary>Why the tender was not awarded, or why it was disqualified or disregarded (A10-02 iv).</summary>
    public string Why { get; init; } = "";

    public string Decision { get; init; } = "";

    /// <summary>The reasons that were recommended to whoever decided, so that a decision that agrees with them can be understood.</summary>
    public string Recommendation { get; init; } = "";
}
