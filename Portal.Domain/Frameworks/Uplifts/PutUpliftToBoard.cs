using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations.Library;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead has looked at the evidence and puts the uplift to the board, whose authorities may then read the same documents.</summary>
public sealed class PutUpliftToBoard(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, UpliftId id, EvidenceLooked looked, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Uplift uplift = await db.LoadUpliftToManage(actor, id, stop);
        DateTimeOffset now = clock.GetUtcNow();
        List<OrganisationId> board = await db.BoardOf(uplift.Framework, LondonTime.DateOf(now), stop);
        uplift.PutToBoard(actor, looked, board, now);
        EvidenceDocumentId[] ids = [.. uplift.Evidence.Select(EvidenceDocumentId.From)];
        foreach (EvidenceDocument document in await db.EvidenceDocuments.Where(d => ids.Contains(d.Id)).ToListAsync(stop))
        {
            board.ForEach(document.ShareWith);
        }

        db.TellBoard(uplift, now);
        await db.Save(actor, stop);
    }
}
