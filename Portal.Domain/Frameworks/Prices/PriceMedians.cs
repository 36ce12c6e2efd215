using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The middle price of a service type and unit, when at least five providers are behind it.</summary>
public sealed record MedianRow(string ServiceType, string Unit, int Homes, int Providers, Money? Median);

/// <summary>Medians of the national price register.</summary>
public static class PriceMedians
{
    extension(PortalDb db)
    {
        /// <summary>Medians by service type and unit on that day; each home counts once, at its lowest price.</summary>
        public async Task<IReadOnlyList<MedianRow>> PriceMediansOn(DateOnly day, CancellationToken cancel)
        {
            var prices = await db.PriceRegister(day).Select(r => new { r.ServiceType, r.Unit, r.Provider, r.HomeUrn, r.Price }).ToListAsync(cancel);
            return
            [
                .. from price in prices
                   group price by (price.ServiceType, price.Unit) into type
                   orderby type.Key.ServiceType, type.Key.Unit
                   let homes = type.GroupBy(p => p.HomeUrn).Select(h => (h.First().Provider, Price: h.Min(p => p.Price))).ToArray()
                   select new MedianRow(type.Key.ServiceType, type.Key.Unit, homes.Length, homes.Select(h => h.Provider).Distinct().Count(), Median.Of(homes)),
            ];
        }
    }
}
