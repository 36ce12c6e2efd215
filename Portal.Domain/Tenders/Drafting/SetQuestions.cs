using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Replaces the questions of a lot.</summary>
public sealed class SetQuestions(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, string lot, IReadOnlyList<LotQuestion> questions, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        tender.ChangeLot(lot, "questions", l => l.Ask(questions));
        await db.Save(actor, stop);
    }
}
