using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>A bidder reads what has changed since its bid and says that the bid stands.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tender}/bids/{lot}/confirm")]
public sealed class ConfirmBidController(PortalDb db, ConfirmBid confirm, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tender, string lot, CancellationToken cancel) => View(await Page(tender, lot, cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tender, string lot, CancellationToken cancel) => Try(
        act: () => confirm.Execute(Actor, tender, lot, cancel),
        then: () =>
        {
            Tell($"Your bid for lot {lot} stands and counts.");
            return Redirect(BidLinks.Lots(tender));
        },
        again: async () => View(await Page(tender, lot, cancel)));

    private async Task<ConfirmBidPage> Page(string tender, string lot, CancellationToken cancel)
    {
        (Tender found, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        SealedBid bid = await db.FindSubmitted(Actor.Organisation, wanted.Id, cancel) ?? throw new NotFound("A submitted bid for this lot");
        IReadOnlyList<Amendment> since = [.. found.Amendments.Where(a => a.At > bid.ReceivedAt).OrderByDescending(a => a.At)];
        return new ConfirmBidPage(found.Ref, found.Title, wanted.Number, wanted.Title, bid.ReceivedAt, found.ClosesAt ?? bid.ReceivedAt, bid.Stands(found), found.TakesBids(clock.GetUtcNow()), since);
    }
}

/// <summary>The page.</summary>
public sealed record ConfirmBidPage(
    string Ref, string Title, string Lot, string LotTitle, DateTimeOffset ReceivedAt, DateTimeOffset ClosesAt, bool Stands, bool Open, IReadOnlyList<Amendment> Since);
