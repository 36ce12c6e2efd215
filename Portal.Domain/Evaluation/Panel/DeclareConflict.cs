using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Panel;

/// <summary>A member of the panel says, after the bids were opened, whether there is a conflict of interest.</summary>
public sealed class DeclareConflict(PortalDb db, TimeProvider clock)
{
    public async Task<ConflictDeclaration> Execute(Actor actor, string reference, bool conflict, string? details, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTender(actor, reference, stop);
        if (!tender.HasOnTeam(actor.Person, TeamPart.Evaluator) && !tender.HasOnTeam(actor.Person, TeamPart.Moderator))
        {
            throw new NotAllowed("You are not on the panel of this tender.");
        }

        if (tender.Stage < TenderStage.Opened)
        {
            throw new RuleBroken("BIDDERS_UNKNOWN", "Declare after the bids have been opened: only then are the bidders known.", "C2-09");
        }

        ConflictDeclaration? declaration = await db.DeclarationOf(tender.Id, actor.Person, stop);
        if (declaration is null)
        {
            declaration = ConflictDeclaration.Of(tender, actor, clock.GetUtcNow());
            db.Add(declaration);
        }

        declaration.Declare(tender, conflict, details, clock.GetUtcNow());
        await db.Save(actor, stop);
        return declaration;
    }
}
