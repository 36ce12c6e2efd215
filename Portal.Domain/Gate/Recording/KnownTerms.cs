using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>What the frameworks' records say to the gate: terms, the home's own rates, the national price register.</summary>
internal static class KnownTerms
{
    private static readonly PreparedQuery<NeedOf, FrameworkTerms> OfAge = new((db, asked) => db.FrameworkTermsFor(asked.Authority, asked.Provider, asked.HomeUrn, asked.ServiceType, asked.Day, asked.Age));

    private static readonly PreparedQuery<PricedAs, PriceRegisterRow> Registered = new((db, asked) => db.PriceRegister(asked.HomeUrn, asked.FormerUrn, asked.ServiceType, asked.Unit, asked.Day));

    /// <summary>The terms of the lots that cover the need of a child whose age is known.</summary>
    public static Task<List<FrameworkTerms>> For(PortalDb db, OrganisationId authority, OrganisationId? provider, AskedOption asked, DateOnly today, CancellationToken cancel) =>
        asked.ChildAge is { } age ? OfAge.Ask(db, new NeedOf(authority, provider, asked.HomeUrn, asked.ServiceType, today, age), cancel) : db.FrameworkTermsFor(authority, provider, asked.HomeUrn, asked.ServiceType, today, null).ToListAsync(cancel);

    public static async Task<IEnumerable<FrameworkFacts>> Frameworks(PortalDb db, AskedOption asked, List<FrameworkTerms> terms, CancellationToken cancel)
    {
        HashSet<FrameworkId> noPlace = asked.Referral is null ? [] : [.. await db.NoPlaceConfirmedFor(asked.Referral).ToListAsync(cancel)];
        return terms.Select(t => new FrameworkFacts
        {
            Id = t.Ref,
            Level = t.Level == FrameworkLevel.National ? ContractLevel.National : ContractLevel.Regional,
            Rcc = t.Cooperative,
            // Before its sufficiency check a lot holds nobody to search it; a home that stands on it is used on its terms all the same.
            CoversNeed = t.Binding || t.HomeStatus is not null,
            AuthorityEntitled = t.AuthorityEntitled,
            Admitted = t.Admitted,
            HomeOnboarded = t.HomeStatus == HomeAdmissionStatus.Onboarded,
            OnboardingPendingAllowed = t.PendingHomesAllowed && t.HomeStatus == HomeAdmissionStatus.Pending,
            SchedulePrice = t.SchedulePrice,
            Unit = Words.ByName<PriceUnit>()[t.Unit],
            LotCeiling = t.LotCeiling,
            RegisterClause = t.RegisterClause,
            HubConfirmedNoPlace = noPlace.Contains(t.Framework),
        });
    }

    /// <summary>The rates of the home's schedule on a lot that covers the need; the cheapest core fee where it stands on several.</summary>
    public static async Task<PriceTerms?> Schedule(PortalDb db, AskedOption asked, List<FrameworkTerms> terms, DateOnly today, CancellationToken cancel)
    {
        if (asked.HomeUrn is null || asked.ItemisedExtras.Count == 0)
        {
            return null;
        }

        HashSet<(FrameworkId, string)> usable = [.. terms.Where(t => t.AuthorityEntitled && t.Admitted).Select(t => (t.Framework, t.LotNumber))];
        List<HomeAdmission> homes = await db.HomeAdmissions.AsNoTracking().Include(h => h.Schedules).Where(h => h.HomeUrn == asked.HomeUrn).ToListAsync(cancel);
        return homes.Where(h => usable.Contains((h.Framework, h.LotNumber))).Select(h => h.ScheduleOn(today)?.Terms).OfType<PriceTerms>().MinBy(t => t.Core);
    }

    public static async Task<IEnumerable<RegisterFacts>> Register(PortalDb db, AskedOption asked, string? formerUrn, DateOnly today, CancellationToken cancel)
    {
        if (asked.HomeUrn is null)
        {
            return [];
        }

        List<PriceRegisterRow> rows = await Registered.Ask(db, new PricedAs(asked.HomeUrn, formerUrn, asked.ServiceType, Words.Of(asked.Unit), today), cancel);
        return rows.Select(row => new RegisterFacts
        {
            Framework = row.Framework,
            HomeUrn = asked.HomeUrn,
            ServiceType = row.ServiceType,
            Unit = Words.ByName<PriceUnit>()[row.Unit],
            Price = row.Price,
            From = row.From,
            To = row.To,
        });
    }

    private sealed record NeedOf(OrganisationId Authority, OrganisationId? Provider, string? HomeUrn, string ServiceType, DateOnly Day, int Age);

    private sealed record PricedAs(string HomeUrn, string? FormerUrn, string ServiceType, string Unit, DateOnly Day);
}
