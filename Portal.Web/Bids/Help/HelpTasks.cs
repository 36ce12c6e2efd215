using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Help;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids.Help;

/// <summary>Bidders who wait for help.</summary>
public sealed class HelpTasks(PortalDb db) : ITodayTask
{
    private const int Most = 20;

    public string Heading => "Bidders who ask for help";

    public async Task<IReadOnlyList<TodayItem>> WhatNeeds(Actor actor, CancellationToken cancel)
    {
        if (!actor.Is(Role.Commissioner, Role.RccCommissioner))
        {
            return [];
        }

        OrganisationId buyer = actor.Organisation;
        var waiting = await (from help in db.HelpRequests.AsNoTracking()
                             join tender in db.Tenders on help.Tender equals tender.Id
                             where tender.Buyer == buyer && help.AnsweredAt == null && tender.Stage == TenderStage.Open
                             orderby help.ExpectedAt
                             select new { tender.Ref, tender.Title, help.ExpectedAt, help.AlarmedAt }).Take(Most).ToListAsync(cancel);
        return [.. waiting.Select(w => new TodayItem($"Help a bidder with {w.Title}", BidLinks.HelpDesk(w.Ref), w.ExpectedAt, w.AlarmedAt is null ? "Waiting" : "Urgent"))];
    }
}
