using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Scoring;

/// <summary>The moderator opens an evaluator's locked sheet again, with a reason that stays on the record.</summary>
public sealed class ReopenSheet(PortalDb db)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, PersonId evaluator, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToModerate(actor, reference, stop);
        ScoreSheet sheet = await db.SheetOf(tender.Id, tender.LotNumbered(lotNumber).Id, evaluator, stop) ?? throw new NotFound("That sheet");
        sheet.Reopen(tender, reason);
        await db.Save(actor, stop);
    }
}
