namespace Portal.Domain.Awards;

/// <summary>Proceedings that a claimant has issued: only these suspend signature, a letter before claim does not (s.101).</summary>
public sealed record CourtProceedings(string Court, string ClaimNumber, DateOnly IssuedOn);

/// <summary>What became of a claim: the claimant gave it up, the court dismissed it, or the court lifted the suspension while the claim goes on.</summary>
public enum ClaimEnd
{
    Discontinued,
    Dismissed,
    OrderLifting,
}

/// <summary>How a claim, or its hold on the signature, ended: by which paper of which day, kept where.</summary>
public sealed record ClaimEnding(ClaimEnd Kind, string ClaimNumber, DateOnly On, string KeptAt, string Reason)
{
    public string ByName { get; init; } = "";
}

/// <summary>A claim of which the authority was told: proceedings issued during the standstill suspend signature by themselves (A10-11, s.101).</summary>
public sealed record ClaimNotice(string Claimant, string Details, DateTimeOffset NotifiedAt, bool Suspends, DateTimeOffset? LiftedAt = null, string LiftedBecause = "")
{
    /// <summary>What was issued; null of a letter before claim.</summary>
    public CourtProceedings? Proceedings { get; init; }

    /// <summary>The last thing recorded about how it ended; null while nothing has.</summary>
    public ClaimEnding? Ending { get; init; }

    /// <summary>Whether the contract was entered into before the authority was told: a claim for damages or to set the contract aside (s.104).</summary>
    public bool AfterSignature { get; init; }

    /// <summary>Whether it keeps the agreement from being signed now.</summary>
    public bool IsSuspending => Suspends && LiftedAt is null;

    /// <summary>Whether it still runs, so that everything about the tender is kept: an order that only lifts the suspension ends no claim.</summary>
    public bool IsOpen => LiftedAt is null ? Ending is null : Ending is { Kind: ClaimEnd.OrderLifting };
}
