using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>The check before submitting, and the one button. Pressing it twice submits once.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tender}/bids/{lot}/submit")]
public sealed class SubmitBidController(PortalDb db, SubmitBid submit, IKeyStore keys, TimeProvider clock) : PageController
{
    private DraftBidPages Pages => new(db, keys, clock);

    [HttpGet]
    public async Task<IActionResult> Show(string tender, string lot, CancellationToken cancel)
    {
        (Tender found, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        BidDraft? draft = await db.FindDraft(Actor.Organisation, wanted.Id, cancel);
        BidContent content = draft?.Content(keys) ?? BidContent.Empty;
        DraftBidPage page = await Pages.Read(Actor, found, wanted, draft, BidForm.Of(content, draft?.ETag), content, cancel);
        return View(new SubmitBidPage(page, draft is null, Guid.NewGuid().ToString("N")));
    }

    [HttpPost]
    public async Task<IActionResult> Submit(string tender, string lot, string key, CancellationToken cancel)
    {
        Repetition repetition = new(Actor.Person.Value.ToString(), $"page {tender}/{lot}", key.Length is > 0 and <= 64 ? key : Guid.NewGuid().ToString("N"), "");
        try
        {
            SealedBid bid = await submit.Execute(Actor, tender, lot, repetition, cancel);
            await CopyCookie.Keep(db, Actor, bid, HttpContext, clock.GetUtcNow());
            if (!bid.IsLate) // The receipt of a late bid says in its heading that it is late, and what then: nothing is "done".
            {
                Tell("Your bid is submitted and sealed.");
            }

            return Redirect(BidLinks.Receipt(tender, lot));
        }
        catch (BidIncomplete incomplete)
        {
            foreach (MissingPart missing in incomplete.Missing)
            {
                ModelState.AddModelError(missing.Field, missing.Message);
            }
        }
        catch (RuleBroken refused)
        {
            AddReasons(refused);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return await Show(tender, lot, cancel);
    }

    [HttpPost("/tenders/{tender}/bids/{lot}/withdraw")]
    public async Task<IActionResult> Withdraw([FromServices] WithdrawBid withdraw, string tender, string lot, CancellationToken cancel)
    {
        await withdraw.Execute(Actor, tender, lot, cancel);
        Tell($"Your bid for lot {lot} is withdrawn. It stays sealed and is never opened.");
        return Redirect(BidLinks.Lots(tender));
    }
}

/// <summary>What is about to be submitted.</summary>
public sealed record SubmitBidPage(DraftBidPage Bid, bool NoDraft, string Key);
