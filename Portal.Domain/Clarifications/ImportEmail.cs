using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Clarifications;

/// <summary>Puts a supplier's e-mail on record and, where it asks something, makes it a question like any other, answered to everybody in the portal.</summary>
public sealed class ImportEmail(PortalDb db, TimeProvider clock)
{
    /// <param name="question">What it asks, without what could show who; null when it asks nothing.</param>
    /// <returns>The number of the question, if it became one.</returns>
    public async Task<int?> Execute(Actor actor, string tenderRef, ReceivedEmail email, string? question, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        if (!tender.IsPublished)
        {
            throw new NotFound($"Tender {tenderRef}");
        }

        DateTimeOffset now = clock.GetUtcNow();
        int? number = null;
        if (!string.IsNullOrWhiteSpace(question))
        {
            number = 1 + (await db.Clarifications.Where(c => c.Tender == tender.Id).MaxAsync(c => (int?)c.Number, stop) ?? 0);
            db.Add(Clarification.FromEmail(tender, number.Value, question, now));
        }

        db.Add(EmailRecord.Import(tender, email, number, actor, now));
        await db.Save(actor, stop);
        return number;
    }
}
