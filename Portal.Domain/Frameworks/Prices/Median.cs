using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The middle of prices, shown only when at least five different providers are behind it, so that no provider's price can be read from it (care-sector §5).</summary>
public static class Median
{
    /// <summary>Providers below which no median is shown.</summary>
    public const int LeastProviders = 5;

    /// <summary>The exact middle, or the mean of the two middle prices; null below five providers. One price per home counts.</summary>
    public static Money? Of(IReadOnlyCollection<(OrganisationId Provider, Money Price)> prices)
    {
        if (prices.Select(p => p.Provider).Distinct().Count() < LeastProviders)
        {
            return null;
        }

        Money[] sorted = [.. prices.Select(p => p.Price).Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1
            ? sorted[middle]
            : new Money(decimal.Round((sorted[middle - 1].Amount + sorted[middle].Amount) / 2m, 4, MidpointRounding.AwayFromZero));
    }
}
