namespace Portal.Domain.Tenders;

/// <summary>How far the award of one lot has come: in which award it is, and when its bidders were told, everybody learned it and its contracts were signed (A10-01).</summary>
/// <param name="Part">0 in the award of all lots that are not awarded apart; else the number of the separate award.</param>
public sealed record LotAwarding(int Part)
{
    public DateTimeOffset? ToldAt { get; init; }

    public DateTimeOffset? AnnouncedAt { get; init; }

    public DateTimeOffset? SignedAt { get; init; }
}
