using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>What a provider says of a home it adds; the regulator's judgement is recorded by a buyer's quality lead, never by the provider.</summary>
public sealed record NewHome(string Urn, string Name, string HostAuthority, IReadOnlyCollection<string> ServiceTypes, int Places);

/// <summary>A verified provider adds one of its registered homes.</summary>
public sealed partial class AddHome(PortalDb db)
{
    public async Task Execute(Actor actor, NewHome home, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.ProviderBidder, Role.Administrator);
        Organisation provider = await db.Organisations.SingleAsync(o => o.Id == actor.Organisation, cancellation);
        if (!provider.IsProvider)
        {
            throw new NotAllowed("Only a provider has homes.");
        }

        string urn = home.Urn.Trim().ToUpperInvariant();
        List<Reason> reasons = [.. WhatBlocks(home, urn)];
        if (await db.ProviderHomes.AnyAsync(h => h.Urn == urn, cancellation))
        {
            reasons.Add(new Reason("HOME_KNOWN", "A home with this URN is recorded already. If it is yours, ask the co-operative to move it to you.", Field: "Urn"));
        }

        if (!await db.Organisations.AnyAsync(o => o.Code == home.HostAuthority && o.Kind == OrganisationKind.Authority, cancellation))
        {
            reasons.Add(new Reason("AUTHORITY", "Choose the authority where the home stands.", Field: "HostAuthority"));
        }

        RuleBroken.If(reasons);
        db.Add(ProviderHome.Register(urn, provider.Id, home.Name.Trim(), home.HostAuthority, home.ServiceTypes, home.Places, Judgement.None));
        await db.Save(actor, cancellation);
    }

    private static IEnumerable<Reason> WhatBlocks(NewHome home, string urn)
    {
        if (!Urn().IsMatch(urn))
        {
            yield return new Reason("URN", "Enter the Ofsted URN, such as SC123456 or 2712345.", Field: "Urn");
        }

        if (home.Places is < 1 or > 60)
        {
            yield return new Reason("PLACES", "Registered places must be between 1 and 60.", Field: "Places");
        }

        if (home.ServiceTypes.Count == 0)
        {
            yield return new Reason("SERVICE_TYPES", "Choose at least one type of service.", Field: "ServiceTypes");
        }
    }

    [GeneratedRegex("^(SC[0-9]{6}|[0-9]{6,7})$")]
    private static partial Regex Urn();
}
