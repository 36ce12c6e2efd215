using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Panel;

/// <summary>The commissioner or a lawyer decides on a declared conflict.</summary>
public sealed class ReviewConflict(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, PersonId person, bool mayGoOn, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        Tender tender = await db.LoadTender(actor, reference, stop);
        ConflictDeclaration declaration = await db.DeclarationOf(tender.Id, person, stop) ?? throw new NotFound("That declaration");
        declaration.Review(tender, mayGoOn, reason, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
