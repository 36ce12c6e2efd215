using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>Copies answers and evidence from another draft, or an earlier bid that has been opened.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tender}/bids/{lot}/copy-from")]
public sealed class CopyFromController(PortalDb db, CopyIntoDraft copy) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tender, string lot, CancellationToken cancel) => Page(tender, lot, cancel);

    [HttpPost]
    public async Task<IActionResult> Post(string tender, string lot, Guid source, CancellationToken cancel)
    {
        try
        {
            int copied = await copy.Execute(Actor, tender, lot, source, cancel);
            Tell(copied == 0 ? "There was nothing to copy: the questions differ, or yours are answered already." : copied == 1 ? "One answer or file was copied." : $"{copied} answers and files were copied. Check each: the questions may differ.");
            return Redirect(BidLinks.Draft(tender, lot));
        }
        catch (DraftChanged changed)
        {
            ModelState.AddModelError("", $"{changed.Now?.SavedByName ?? "A colleague"} changed the draft at this moment. Nothing was copied: try again.");
        }
        catch (RuleBroken refused)
        {
            AddReasons(refused);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return await Page(tender, lot, cancel);
    }

    private async Task<IActionResult> Page(string tender, string lot, CancellationToken cancel)
    {
        (Tender found, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        OrganisationId me = Actor.Organisation;
        var drafts = await (from draft in db.BidDrafts.AsNoTracking()
                            join other in db.Tenders.AsNoTracking() on draft.Tender equals other.Id
                            where draft.Bidder == me && draft.Lot != wanted.Id
                            orderby draft.SavedAt descending
                            select new { draft.Id, draft.SavedAt, other.Ref, other.Title, Lot = other.Lots.First(l => l.Id == draft.Lot).Number }).ToListAsync(cancel);
        var opened = await (from bid in db.OpenedBids.AsNoTracking()
                            join other in db.Tenders.AsNoTracking() on bid.Tender equals other.Id
                            where bid.Bidder == me
                            orderby bid.ReceivedAt descending
                            select new { bid.Id, bid.ReceivedAt, other.Ref, other.Title, bid.LotNumber }).ToListAsync(cancel);
        return View("CopyFrom", new CopyFromPage(
            found.Ref,
            found.Title,
            wanted.Number,
            [
                .. drafts.Select(d => new BidSource(d.Id.Value, $"Draft for lot {d.Lot} of {d.Title} ({d.Ref})", d.SavedAt)),
                .. opened.Select(b => new BidSource(b.Id.Value, $"Opened bid for lot {b.LotNumber} of {b.Title} ({b.Ref})", b.ReceivedAt)),
            ]));
    }
}

/// <summary>The page.</summary>
public sealed record CopyFromPage(string Ref, string Title, string Lot, IReadOnlyList<BidSource> Sources);

/// <summary>A bid to copy from.</summary>
public sealed record BidSource(Guid Id, string What, DateTimeOffset At);
