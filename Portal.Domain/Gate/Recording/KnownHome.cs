using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;

namespace Portal.Domain.Gate.Recording;

/// <summary>What the portal's own record of a home says to the gate; nothing when the home is not listed.</summary>
internal sealed record KnownHome(ProviderHome? Home, string? ProviderCode, IReadOnlyList<string> Embargoes, bool Excluded)
{
    public OrganisationId? Provider => Home?.Provider;

    public static async Task<KnownHome> Look(PortalDb db, AskedOption asked, CancellationToken cancel)
    {
        ProviderHome? home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == asked.HomeUrn, cancel);
        return home is null
            ? new KnownHome(null, null, [], false)
            : new KnownHome(
                home,
                await db.Organisations.Where(o => o.Id == home.Provider).Select(o => o.Code).SingleOrDefaultAsync(cancel),
                await db.EmbargoesOf(home.Urn, home.Provider).ToListAsync(cancel),
                await IsExcluded(db, home.Provider, cancel));
    }

    // A ground found to apply and to continue excludes until a later decision finds otherwise (A6-01 to A6-03).
    private static async Task<bool> IsExcluded(PortalDb db, OrganisationId provider, CancellationToken cancel) =>
        await db.ParticipationDecisions.Where(d => d.Bidder == provider).OrderByDescending(d => d.DecidedAt)
            .Select(d => (ParticipationOutcome?)d.Outcome).FirstOrDefaultAsync(cancel) == ParticipationOutcome.Excluded;

    public OptionFacts Describe(OptionFacts option, AskedOption asked, string authority) => Home is null
        ? option with { Registration = asked.Declaration is null ? null : RegistrationFact.OfficerChecked, Distance = asked.Distance }
        : option with
        {
            Provider = ProviderCode,
            Registration = Seen(Home.Registration),
            Judgement = Home.Judgement,
            Restriction = Home.Restriction,
            PlacesRegistered = Home.PlacesRegistered,
            PlacesOccupied = Home.PlacesOccupied,
            WithinStatementOfPurpose = Home.ServiceTypes.Count == 0 || Home.ServiceTypes.Contains(asked.ServiceType),
            Excluded = Excluded,
            Embargoes = Embargoes,
            Distance = DistanceFrom(authority, Home, asked.Distance),
        };

    private static RegistrationFact Seen(Registration registration) => registration switch
    {
        Registration.Active => RegistrationFact.Active,
        Registration.Suspended => RegistrationFact.Suspended,
        Registration.Cancelled => RegistrationFact.Cancelled,
        _ => RegistrationFact.None,
    };

    // Own when the home stands in the authority; otherwise what the officer says, and at a distance when that is nothing or wrong.
    private static Distance DistanceFrom(string authority, ProviderHome home, Distance? stated)
    {
        if (home.HostAuthority == authority)
        {
            return Distance.Own;
        }

        return stated == Distance.Adjoining ? Distance.Adjoining : Distance.AtADistance;
    }
}
