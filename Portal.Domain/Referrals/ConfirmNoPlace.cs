using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Referrals;

/// <summary>The national hub confirms, for one referral, that a national contract has no place, and the authority is told: the gate then lets it look elsewhere (row C5).</summary>
public sealed class ConfirmNoPlace(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string referralRef, string words, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.NccAnalyst);
        Framework framework = await db.LoadFramework(reference, stop);
        framework.MustBeManagedBy(actor);
        DateTimeOffset now = clock.GetUtcNow();
        var confirmation = HubConfirmation.NoPlace(framework, referralRef, actor.Person, words, now);
        Referral referral = await db.Referrals.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(r => r.Ref == referralRef, stop)
            ?? throw new RuleBroken("REFERRAL_UNKNOWN", $"There is no referral {referralRef}. Ask the authority for its reference.", field: "Referral");
        if (await db.NoPlaceConfirmedFor(referralRef).ContainsAsync(framework.Id, stop))
        {
            throw new RuleBroken("CONFIRMED_ALREADY", $"It is confirmed already that {reference} has no place for {referralRef}.", field: "Referral");
        }

        db.Add(confirmation);
        db.Add(Message.ToOrganisation(referral.Authority, Role.PlacementOfficer, $"{reference} has no place for referral {referralRef}", $"The national hub confirms it: {words.Trim()} You may look elsewhere; ask the gate again.", $"/referrals/{referralRef}", now, $"hub/{framework.Id.Value}/{referralRef}/none"));
        await db.Save(actor, stop);
    }
}
