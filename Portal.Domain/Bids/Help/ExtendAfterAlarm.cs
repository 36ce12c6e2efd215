using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Amending;

namespace Portal.Domain.Bids.Help;

/// <summary>Grants the later deadline that an alarm proposed, to everybody alike, by an amendment that all who showed interest are told of (A7-03, A7-05).</summary>
public sealed class ExtendAfterAlarm(PortalDb db, AmendTender amend)
{
    private const string What = "The deadline for tenders is later, for everybody.";
    private const string Why = "A bidder's request for help was not answered in time before the deadline.";
    private const string Considered = "Yes: this change is the extension itself.";

    public async Task Execute(Actor by, string reference, HelpRequestId id, CancellationToken ct)
    {
        Tender tender = await db.LoadTenderToChange(by, reference, ct);
        HelpRequest request = await db.HelpRequests.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.Tender == tender.Id, ct) ?? throw new NotFound("That request for help");
        if (request.ProposedClosesAt is not { } later || later <= tender.ClosesAt)
        {
            throw new RuleBroken("NO_PROPOSAL", "No later deadline is proposed for this request, or it has been granted already.", "D1-11");
        }

        await amend.Execute(by, reference, new Amendment(What, Why, Considered, ClosesAt: later), ct);
    }
}
