using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The national hub confirms, for one referral, that a national contract has no place.</summary>
public sealed class ConfirmNoPlace(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string referralRef, string words, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.NccAnalyst);
        Framework framework = await db.LoadFramework(reference, stop);
        framework.MustBeManagedBy(actor);
        db.Add(HubConfirmation.NoPlace(framework, referralRef, actor.Person, words, clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}
