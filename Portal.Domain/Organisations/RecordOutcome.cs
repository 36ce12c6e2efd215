using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>What the regulator's register says of a home, and where it was read.</summary>
public sealed record RegulatorOutcome(Registration Registration, Judgement Judgement, bool Restriction, string Source);

/// <summary>A buyer's quality lead records what the regulator's register says of a home now; a provider never records its own.</summary>
public sealed class RecordOutcome(PortalDb db)
{
    public async Task Execute(Actor actor, string urn, RegulatorOutcome outcome, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.QaLead);
        if (!await db.Organisations.AnyAsync(o => o.Id == actor.Organisation && (o.Kind == OrganisationKind.RegionalCooperative || o.Kind == OrganisationKind.NationalCooperative || o.Kind == OrganisationKind.Authority), cancellation))
        {
            throw new NotAllowed("Only a buyer's quality lead records what the regulator says.");
        }

        if (string.IsNullOrWhiteSpace(outcome.Source))
        {
            throw new RuleBroken("SOURCE", "Say where you read it: the register or the report, and its date.", field: "Source");
        }

        ProviderHome home = await db.ProviderHomes.SingleOrDefaultAsync(h => h.Urn == urn, cancellation) ?? throw new NotFound("The home");
        home.RecordOutcome(outcome.Registration, outcome.Judgement, outcome.Restriction, outcome.Source.Trim());
        await db.Save(actor, cancellation);
    }
}
