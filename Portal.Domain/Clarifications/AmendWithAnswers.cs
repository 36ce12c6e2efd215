using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Clarifications;

/// <summary>Publishes a change of a running tender and, at the same moment, the answers that waited for it (A7-04, A2-06): nobody learns a term from an answer before it stands in the documents.</summary>
public sealed class AmendWithAnswers(PortalDb db, AmendTender amend)
{
    /// <param name="answers">The numbers of the questions whose waiting answers the change carries.</param>
    public async Task Execute(Actor actor, string tenderRef, Amendment amendment, IReadOnlyCollection<int> answers, CancellationToken stop)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(stop);
        await amend.Execute(actor, tenderRef, amendment, stop);
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        DateTimeOffset at = tender.Amendments[^1].At;
        List<Clarification> waiting = await db.Clarifications.Where(c => c.Tender == tender.Id && c.Held != null && answers.Contains(c.Number)).OrderBy(c => c.Number).ToListAsync(stop);
        foreach (Clarification clarification in waiting)
        {
            HeldAnswer held = clarification.Held!;
            clarification.AnswerToAll(tender, new BuyersAnswer(held.Question, held.Answer) { Effect = AnswerEffect.ChangesDocuments }, actor, at);
            await db.TellWatchers(tender, AnswerNews.Of(tender, clarification), at, stop);
        }

        await db.Save(actor, stop);
        await transaction.CommitAsync(stop);
    }
}
