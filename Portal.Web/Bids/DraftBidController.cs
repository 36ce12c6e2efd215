using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>Writes a bid for one lot. Saving is not submitting; a price that cannot be read is marked and the rest is saved; two colleagues who edit at once are shown both versions.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tender}/bids/{lot}")]
public sealed class DraftBidController(PortalDb db, SaveBidDraft save, KeepFile keep, IKeyStore keys, TimeProvider clock) : PageController
{
    private const int MostInOneForm = 64 * 1024 * 1024;

    private DraftBidPages Pages => new(db, keys, clock);

    [HttpGet]
    public async Task<IActionResult> Show(string tender, string lot, CancellationToken cancel)
    {
        (Tender found, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        BidDraft? draft = await db.FindDraft(Actor.Organisation, wanted.Id, cancel);
        BidContent content = draft?.Content(keys) ?? BidContent.Empty;
        return View(await Pages.Read(Actor, found, wanted, draft, BidForm.Of(content, draft?.ETag), content, cancel));
    }

    // Files sent without script are held in memory, never in a temporary file, hence the limits.
    [HttpPost]
    [RequestSizeLimit(MostInOneForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostInOneForm, MemoryBufferThreshold = MostInOneForm, ValueLengthLimit = 1024 * 1024)]
    public async Task<IActionResult> Save(string tender, string lot, BidForm form, CancellationToken cancel)
    {
        (Tender found, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        BidDraft? draft = await db.FindDraft(Actor.Organisation, wanted.Id, cancel);
        BidContent typed = form.Over(draft?.Content(keys) ?? BidContent.Empty, wanted, ModelState);
        BidContent content = typed;
        try
        {
            content = await BidFormActs.Apply(typed, form, Request.Form.Files, keep, Actor, cancel);
            if (form.Act == "leaveOut" && ModelState.IsValid)
            {
                content = MissingParts.WithoutFaultyHomes(wanted, content, await db.FilesOf(Actor.Organisation, content, keys, cancel));
            }

            BidDraft saved = await save.Execute(Actor, tender, lot, content, new DraftSeen(string.IsNullOrEmpty(form.ETag) ? null : form.ETag), cancel);
            return ModelState.IsValid
                ? Saved(saved, form, tender, lot)
                : await Again(found, wanted, saved, form with { ETag = saved.ETag }, content, StatusCodes.Status422UnprocessableEntity, cancel);
        }
        catch (DraftChanged changed)
        {
            return await ShowBoth(found, wanted, changed.Now, form, content, cancel);
        }
        catch (RuleBroken refusal)
        {
            AddReasons(refusal);
            return await Again(found, wanted, draft, form, typed, StatusCodes.Status409Conflict, cancel);
        }
    }

    private IActionResult Saved(BidDraft saved, BidForm form, string tender, string lot)
    {
        if (Request.Headers["X-Autosave"] == "1")
        {
            return Json(new { etag = saved.ETag, saved = London.Short(saved.SavedAt) });
        }

        return Redirect(form.Act == "submit" ? BidLinks.Submit(tender, lot) : BidLinks.Draft(tender, lot));
    }

    // What was typed and attached stays in the form; nothing of the colleague's is overwritten unless the writer, having seen both, saves again.
    private Task<IActionResult> ShowBoth(Tender tender, Lot lot, BidDraft? theirs, BidForm form, BidContent yours, CancellationToken cancel)
    {
        ViewData["Conflict"] = true;
        string shown = Request.Headers["X-Autosave"] == "1" ? "Press “Save draft” to see both versions." : "Both versions are shown below. Save again to keep yours.";
        ModelState.AddModelError("", $"{theirs?.SavedByName ?? "Somebody"} changed this draft while you had it open. Nothing of yours was saved yet. {shown}");
        foreach (string held in (string[])["Form.Held", "Form.AddHome"])
        {
            ModelState.Remove(held);
        }

        IReadOnlyList<string> files = BidFormActs.Missing(lot, yours, theirs?.Content(keys) ?? BidContent.Empty);
        BidForm again = form with { ETag = theirs?.ETag, Held = [.. files], AddHome = null, Homes = BidForm.Of(yours, null).Homes };
        return Again(tender, lot, theirs, again, yours, StatusCodes.Status409Conflict, cancel);
    }

    private async Task<IActionResult> Again(Tender tender, Lot lot, BidDraft? draft, BidForm form, BidContent typed, int status, CancellationToken cancel)
    {
        Response.StatusCode = status;
        if (Request.Headers["X-Autosave"] == "1" && status == StatusCodes.Status422UnprocessableEntity && draft is not null)
        {
            return Json(new { etag = draft.ETag, saved = London.Short(draft.SavedAt), faults = Faults() });
        }

        ViewData["KeptTheRest"] = status == StatusCodes.Status422UnprocessableEntity;
        if (Request.Headers["X-Autosave"] == "1")
        {
            return Json(new { problem = ModelState.Values.SelectMany(v => v.Errors).Select(e => e.ErrorMessage).FirstOrDefault() });
        }

        ModelState.Remove("Form.ETag");
        return View("DraftBid", await Pages.Read(Actor, tender, lot, draft, form, typed, cancel));
    }

    // What could not be read, by the name of its field; everything else of the draft is saved.
    private IEnumerable<object> Faults() =>
        ModelState.Where(e => e.Value is { Errors.Count: > 0 }).Select(e => (object)new { field = e.Key, text = e.Value!.Errors[0].ErrorMessage });
}
