using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>A buyer's quality lead records that a home was sold or registered anew: the URN it had before, and where that was read. Places on frameworks do not pass by it.</summary>
public sealed class RecordSuccession(PortalDb db)
{
    public async Task Execute(Actor actor, string urn, string formerUrn, string source, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.QaLead);
        if (!await db.Organisations.AnyAsync(o => o.Id == actor.Organisation && (o.Kind == OrganisationKind.RegionalCooperative || o.Kind == OrganisationKind.NationalCooperative || o.Kind == OrganisationKind.Authority), cancellation))
        {
            throw new NotAllowed("Only a buyer's quality lead records what the regulator says.");
        }

        if (string.IsNullOrWhiteSpace(source))
        {
            throw new RuleBroken("SOURCE", "Say where you read it: the register or the report, and its date.", field: "Source");
        }

        string before = formerUrn.Trim().ToUpperInvariant();
        ProviderHome home = await db.ProviderHomes.SingleOrDefaultAsync(h => h.Urn == urn, cancellation) ?? throw new NotFound("The home");
        ProviderHome former = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == before, cancellation)
            ?? throw new RuleBroken("UNKNOWN_URN", $"No home with the URN {before} is listed here.", field: "FormerUrn");
        if (await db.ProviderHomes.AnyAsync(h => h.FormerUrn == before && h.Urn != urn, cancellation))
        {
            throw new RuleBroken("SUCCEEDED", $"{before} is recorded as the former URN of another home.", field: "FormerUrn");
        }

        home.Succeed(former, source.Trim());
        await db.Save(actor, cancellation);
    }
}
