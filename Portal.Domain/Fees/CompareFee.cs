using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>Gathers what a placement's fee is held against, from the frameworks' records on the day the place was called off.</summary>
internal static class CompareFee
{
    public static async Task<FeeComparison> Of(PortalDb db, CallOff callOff, DateOnly day, CancellationToken cancel)
    {
        List<FrameworkTerms> lots = await db.FrameworkTermsFor(callOff.Authority, callOff.Provider, callOff.HomeUrn, callOff.ServiceType, day).Where(t => t.AuthorityEntitled && t.Unit == callOff.Unit).ToListAsync(cancel);
        FrameworkTerms[] held = [.. lots.Where(t => callOff.FrameworkRef is null || (t.Ref == callOff.FrameworkRef && t.LotNumber == callOff.LotNumber))];
        List<Money> own = await db.PriceRegister(callOff.HomeUrn, callOff.ServiceType, callOff.Unit, day).Select(r => r.Price).ToListAsync(cancel);
        return new FeeComparison(
            Lowest(held.Select(t => t.SchedulePrice)), Lowest(held.Select(t => t.OpenBook ? null : t.LotCeiling)), await MedianOf(db, callOff, day, cancel), Lowest(own.Select(p => (Money?)p)));
    }

    private static async Task<Money?> MedianOf(PortalDb db, CallOff callOff, DateOnly day, CancellationToken cancel)
    {
        var prices = await db.PriceRegister(day).Where(r => r.ServiceType == callOff.ServiceType && r.Unit == callOff.Unit)
            .Select(r => new { r.Provider, r.HomeUrn, r.Price }).ToListAsync(cancel);
        return Median.Of([.. prices.GroupBy(p => p.HomeUrn).Select(home => (home.First().Provider, home.Min(p => p.Price)))]);
    }

    private static Money? Lowest(IEnumerable<Money?> prices) => prices.Min();
}
