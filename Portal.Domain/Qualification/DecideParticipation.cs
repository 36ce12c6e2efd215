using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Qualification.Requests;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification;

/// <summary>Decides whether one bidder meets the conditions of participation and is not excluded.</summary>
public sealed class DecideParticipation(PortalDb db, TimeProvider clock)
{
    public async Task<ParticipationDecision> Execute(Actor actor, string reference, OrganisationId bidder, ParticipationFinding finding, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, reference, stop);
        await db.MustBeBidder(tender, bidder, stop);

        DateTimeOffset now = clock.GetUtcNow();
        // Before there is a bid there can be no case about it: then what was asked and answered stands in the representations.
        if (finding.Outcome == ParticipationOutcome.Excluded && (await db.OpenedBidsOf(tender.Id, stop)).Any(b => b.Bidder == bidder))
        {
            RuleBroken.If([.. finding.WhatIsWrong(), .. HeardBeforeExclusion.WhatBlocksExclusion(await db.CasesOf(tender.Id, stop), bidder, now)]);
        }

        ParticipationDecision? decision = await db.ParticipationDecisions.SingleOrDefaultAsync(d => d.Tender == tender.Id && d.Bidder == bidder, stop);
        if (decision is null)
        {
            decision = ParticipationDecision.For(tender, bidder);
            db.Add(decision);
        }

        decision.Decide(tender, finding, actor, now);
        await db.Save(actor, stop);
        return decision;
    }
}

/// <summary>Who is a bidder at the tender's stage: who asked to take part, and later whose bid was opened.</summary>
public static class BiddersOfATender
{
    extension(PortalDb db)
    {
        /// <summary>Raises <see cref="NotFound"/> for anybody else.</summary>
        public async Task MustBeBidder(Tender tender, OrganisationId bidder, CancellationToken stop)
        {
            bool known = tender.Stage == TenderStage.Shortlisting
                ? (await db.RequestsFor(tender.Id, stop)).Exists(r => r.Supplier == bidder)
                : (await db.OpenedBidsOf(tender.Id, stop)).Any(b => b.Bidder == bidder);
            if (!known)
            {
                throw new NotFound("That bidder");
            }
        }
    }
}
