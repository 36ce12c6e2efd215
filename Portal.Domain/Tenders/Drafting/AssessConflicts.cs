using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>A colleague of the drafter makes or revises the conflicts assessment (A3-07).</summary>
public sealed class AssessConflicts(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string assessment, string mitigation, CancellationToken stop)
    {
        Tender tender = await db.LoadTender(actor, tenderRef, stop);
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal, Role.HeadOfService, Role.Director);
        tender.AssessConflicts(actor, assessment, mitigation, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
