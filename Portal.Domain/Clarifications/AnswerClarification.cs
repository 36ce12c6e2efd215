using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Clarifications;

/// <summary>What the buyer answers, to all or, with a reason, to the asker alone.</summary>
public sealed record BuyersAnswer(string PublishedQuestion, string Answer, string? ConfidentialReason = null);

/// <summary>The buyer answers a question. An answer to all is public from that moment, for everybody alike (A2-06).</summary>
public sealed class AnswerClarification(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, int number, BuyersAnswer answer, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        Clarification clarification = await db.Clarifications.SingleOrDefaultAsync(c => c.Tender == tender.Id && c.Number == number, stop) ?? throw new NotFound($"Question {number}");
        if (string.IsNullOrWhiteSpace(answer.ConfidentialReason))
        {
            clarification.AnswerToAll(tender, answer.PublishedQuestion, answer.Answer, actor, clock.GetUtcNow());
        }
        else
        {
            clarification.AnswerInConfidence(tender, answer.Answer, answer.ConfidentialReason, actor, clock.GetUtcNow());
        }

        await db.Save(actor, stop);
    }
}
