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

    // A ground of exclusion found to apply and to continue excludes until a later decision finds otherwise (A6-01 to A6-03).
    public static async Task<KnownHome> Look(PortalDb db, AskedOption asked, CancellationToken cancel)
    {
        DbSet<Organisation> organisations = db.Organisations;
        DbSet<ParticipationDecision> decisions = db.ParticipationDecisions;
        var found = await db.ProviderHomes.AsNoTracking().Where(h => h.Urn == asked.HomeUrn).Select(h => new
        {
            Home = h,
            Code = organisations.Where(o => o.Id == h.Provider).Select(o => o.Code).FirstOrDefault(),
            Participation = decisions.Where(d => d.Bidder == h.Provider).OrderByDescending(d => d.DecidedAt).Select(d => (ParticipationOutcome?)d.Outcome).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancel);
        return found is null
            ? new KnownHome(null, null, [], false)
            : new KnownHome(found.Home, found.Code, await db.EmbargoesOf(found.Home.Urn, found.Home.Provider).ToListAsync(cancel), found.Participation == ParticipationOutcome.Excluded);
    }

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
