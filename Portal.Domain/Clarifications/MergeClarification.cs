using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Clarifications;

/// <summary>Joins a question with another that asks the same, so that one answer goes to everybody; the asker is told where to look.</summary>
public sealed class MergeClarification(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, int number, int into, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        Clarification merged = await Find(tender, number, stop);
        Clarification kept = await Find(tender, into, stop);
        DateTimeOffset now = clock.GetUtcNow();
        merged.MergeInto(kept, tender, now);
        if (!merged.CameByEmail)
        {
            db.Add(Message.ToPerson(
                merged.AskedByPerson, $"Your question {number} about tender {tenderRef} is joined with question {into}", "Somebody asked the same. One answer goes to everybody.", $"/tenders/{tenderRef}/questions", now, $"{tenderRef}/merged/{number}"));
        }

        await db.Save(actor, stop);
    }

    private async Task<Clarification> Find(Tender tender, int number, CancellationToken stop) =>
        await db.Clarifications.SingleOrDefaultAsync(c => c.Tender == tender.Id && c.Number == number, stop) ?? throw new NotFound($"Question {number}");
}
