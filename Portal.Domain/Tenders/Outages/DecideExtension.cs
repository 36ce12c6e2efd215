using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders.Interest;

namespace Portal.Domain.Tenders.Outages;

/// <summary>The commissioner gives everybody more time after an outage, or says why the deadline stands; all who showed interest are told the same (A7-05, D2-07).</summary>
public sealed class DecideExtension(PortalDb db, TimeProvider clock)
{
    /// <param name="newDeadline">Null: the deadline stands.</param>
    public async Task Execute(Actor actor, string tenderRef, DateTimeOffset? newDeadline, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
        ExtensionProposal proposal = await db.ExtensionProposals.Where(p => p.Tender == tender.Id && p.Stage == ExtensionStage.Proposed).OrderByDescending(p => p.ProposedAt).FirstOrDefaultAsync(stop)
            ?? throw new RuleBroken("NO_EXTENSION_ASKED", $"No extension of tender {tenderRef} waits for a decision.", "D1-11");
        DateTimeOffset now = clock.GetUtcNow();
        if (newDeadline is { } later)
        {
            proposal.Approve(tender, later, reason, actor, now);
        }
        else
        {
            proposal.Refuse(tender, reason, actor, now);
        }

        TenderNews news = newDeadline is { } closes
            ? new($"Tender {tenderRef}: more time for everybody", $"The portal was unavailable before the deadline. Tenders are now due by {LondonTime.ForPeople(closes)}. A bid that is in stays in and may be replaced; one that came too late must be submitted again.\n\nWhy: {reason}", $"/tenders/{tenderRef}", $"extension/{proposal.Id.Value}")
            : new($"Tender {tenderRef}: the deadline stands", $"The portal was unavailable for a part of the hour before the deadline. The buyer has decided that the deadline stands.\n\nWhy: {reason}", $"/tenders/{tenderRef}", $"extension/{proposal.Id.Value}");
        await db.TellWatchers(tender, news, now, stop);
        await db.Save(actor, stop);
    }
}
