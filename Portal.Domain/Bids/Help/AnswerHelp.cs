using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Help;

/// <summary>Somebody on duty answers; the bidder is told at once.</summary>
public sealed class AnswerHelp(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor by, string reference, HelpRequestId id, string answer, CancellationToken ct)
    {
        Tender tender = await db.LoadTenderToChange(by, reference, ct);
        HelpRequest request = await db.HelpRequests.SingleOrDefaultAsync(h => h.Id == id && h.Tender == tender.Id, ct) ?? throw new NotFound("That request for help");
        DateTimeOffset now = clock.GetUtcNow();
        request.AnswerBy(by, answer, now);
        db.Add(Message.ToPerson(request.AskedBy, $"Help with tender {tender.Ref}", request.Answer!, $"/tenders/{tender.Ref}/help", now, $"help/{id.Value}/answer"));
        await db.Save(by, ct);
    }
}
