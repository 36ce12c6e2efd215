using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Clarifications;

/// <summary>The buyer answers a question. An answer to all is public from that moment, for everybody alike (A2-06); one that changes the documents waits until the change is published (A7-04).</summary>
public sealed class AnswerClarification(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, int number, BuyersAnswer answer, CancellationToken stop)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        Clarification clarification = await db.Clarifications.SingleOrDefaultAsync(c => c.Tender == tender.Id && c.Number == number, stop) ?? throw new NotFound($"Question {number}");
        DateTimeOffset now = clock.GetUtcNow();
        string link = $"/tenders/{tenderRef}/questions";
        if (string.IsNullOrWhiteSpace(answer.ConfidentialReason))
        {
            await AnswerAll(actor, tender, clarification, answer, now, stop);
        }
        else
        {
            if (await db.Clarifications.AnyAsync(c => c.Tender == tender.Id && c.MergedInto == number, stop))
            {
                throw new RuleBroken("SAME_ASKED", "Others asked the same, so the answer is not a secret of one asker. Answer it to everybody.", "A2-06", "ConfidentialReason");
            }

            clarification.AnswerInConfidence(tender, answer, actor, now);
            db.Add(Message.ToPerson(clarification.AskedByPerson, $"Your question {number} about tender {tenderRef} is answered to you alone", clarification.Answer!, link, now, $"{tenderRef}/answer/{number}/asker"));
        }

        await db.Save(actor, stop);
    }

    private async Task AnswerAll(Actor actor, Tender tender, Clarification clarification, BuyersAnswer answer, DateTimeOffset now, CancellationToken stop)
    {
        if (answer.Effect == AnswerEffect.ChangesDocuments && clarification.ChangeSince(tender) is null)
        {
            clarification.Hold(tender, answer, actor, now);
            return;
        }

        clarification.AnswerToAll(tender, answer, actor, now);
        await db.TellWatchers(tender, AnswerNews.Of(tender, clarification), now, stop);
    }
}
