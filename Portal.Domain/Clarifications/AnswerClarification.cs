using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Interest;

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
        DateTimeOffset now = clock.GetUtcNow();
        string link = $"/tenders/{tenderRef}/questions";
        if (string.IsNullOrWhiteSpace(answer.ConfidentialReason))
        {
            clarification.AnswerToAll(tender, answer.PublishedQuestion, answer.Answer, actor, now);
            await db.TellWatchers(tender, new TenderNews($"Question {number} about tender {tenderRef} is answered", $"{clarification.PublishedQuestion}\n\n{clarification.Answer}", link, $"answer/{number}"), now, stop);
        }
        else
        {
            if (await db.Clarifications.AnyAsync(c => c.Tender == tender.Id && c.MergedInto == number, stop))
            {
                throw new RuleBroken("SAME_ASKED", "Others asked the same, so the answer is not a secret of one asker. Answer it to everybody.", "A2-06", "ConfidentialReason");
            }

            clarification.AnswerInConfidence(tender, answer.Answer, answer.ConfidentialReason, actor, now);
            db.Add(Message.ToPerson(clarification.AskedByPerson, $"Your question {number} about tender {tenderRef} is answered to you alone", clarification.Answer!, link, now, $"{tenderRef}/answer/{number}/asker"));
        }

        await db.Save(actor, stop);
    }
}
