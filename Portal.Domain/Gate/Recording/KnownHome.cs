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
    // A ground of exclusion found to apply and to continue excludes until a later decision finds otherwise (A6-01 to A6-03).
    private static readonly PreparedQuery<At, Found> Homes = new((db, asked) => db.ProviderHomes.AsNoTracking().Where(h => h.Urn == asked.Urn).Select(h => new Found(
        h,
        db.Set<Organisation>().Where(o => o.Id == h.Provider).Select(o => o.Code).FirstOrDefault(),
        db.Set<ParticipationDecision>().Where(d => d.Bidder == h.Provider).OrderByDescending(d => d.DecidedAt).Select(d => (ParticipationOutcome?)d.Outcome).FirstOrDefault())));

    private static readonly PreparedQuery<By, string> Embargoed = new((db, asked) => db.EmbargoesOf(asked.Urn, asked.Provider));

    public OrganisationId? Provider => Home?.Provider;

    public static async Task<KnownHome> Look(PortalDb db, AskedOption asked, CancellationToken cancel)
    {
        return asked.HomeUrn is { } urn && (await Homes.Ask(db, new At(urn), cancel)).SingleOrDefault() is { } found
            ? new KnownHome(found.Home, found.Code, await Embargoed.Ask(db, new By(urn, found.Home.Provider), cancel), found.Participation == ParticipationOutcome.Excluded)
            : new KnownHome(null, null, [], false);
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

    private sealed record At(string Urn);

    private sealed record By(string Urn, OrganisationId Provider);

    private sealed record Found(ProviderHome Home, string? Code, ParticipationOutcome? Participation);
}
