using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Furniture.Sheets;

namespace Portal.Web.Bids.Prices;

/// <summary>A lot's price schedule out as an Excel workbook and in again; a fault is told line by line and nothing is changed.</summary>
[Authorize(Policies.Providers)]
[Route("/tenders/{tender}/bids/{lot}")]
public sealed class PriceSheetController(PortalDb db, SaveBidDraft save, IKeyStore keys) : PageController
{
    private const int MostInForm = Workbook.MostBytes + (64 * 1024);

    [HttpGet("prices")]
    public Task<IActionResult> Show(string tender, string lot, CancellationToken cancel) => Page(tender, lot, [], cancel);

    [HttpGet("prices.xlsx")]
    public async Task<IActionResult> Template(string tender, string lot, CancellationToken cancel)
    {
        (_, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        return File(PriceSheet.Write(wanted, (await Draft(wanted, cancel)).Content), WorkbookWriter.MediaType, $"prices-{tender}-lot-{lot}.xlsx");
    }

    [HttpPost("prices")]
    [RequestSizeLimit(MostInForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostInForm, MemoryBufferThreshold = MostInForm)]
    public async Task<IActionResult> Take(string tender, string lot, IFormFile? sheet, CancellationToken cancel)
    {
        (_, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        (BidDraft? draft, BidContent before) = await Draft(wanted, cancel);
        try
        {
            (BidContent after, int taken, IReadOnlyList<SheetFault> faults) = PriceSheetReading.Read(await Workbook.Sent(sheet, cancel), wanted, before);
            if (faults.Count > 0)
            {
                ModelState.AddModelError("sheet", faults.Count == 1 ? "One line is wrong. No price was changed." : $"{faults.Count} lines are wrong. No price was changed.");
                return await Page(tender, lot, faults, cancel);
            }

            if (taken > 0)
            {
                await save.Execute(Actor, tender, lot, after, new DraftSeen(draft?.ETag), cancel);
            }

            Tell(taken == 0 ? "The sheet holds no price; nothing was changed." : taken == 1 ? "One price was taken into your draft. Saving is not submitting." : $"{taken} prices were taken into your draft. Saving is not submitting.");
            return Redirect(BidLinks.Draft(tender, lot));
        }
        catch (WorkbookRefused refused)
        {
            ModelState.AddModelError("sheet", refused.Message);
        }
        catch (DraftChanged changed)
        {
            ModelState.AddModelError("sheet", $"{changed.Now?.SavedByName ?? "A colleague"} changed the draft at this moment. No price was taken: send the sheet again.");
        }
        catch (RuleBroken refused)
        {
            AddReasons(refused);
        }

        return await Page(tender, lot, [], cancel);
    }

    private async Task<(BidDraft? Draft, BidContent Content)> Draft(Lot lot, CancellationToken cancel)
    {
        BidDraft? draft = await db.FindDraft(Actor.Organisation, lot.Id, cancel);
        return (draft, draft?.Content(keys) ?? BidContent.Empty);
    }

    private async Task<IActionResult> Page(string tender, string lot, IReadOnlyList<SheetFault> faults, CancellationToken cancel)
    {
        (Tender found, Lot wanted) = await db.LoadBiddable(Actor, tender, lot, cancel);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        bool noHomes = wanted.PerHome && (await Draft(wanted, cancel)).Content.Homes.Count == 0;
        return View("PriceSheet", new PriceSheetPage(found.Ref, found.Title, wanted.Number, faults, noHomes));
    }
}

/// <summary>The page.</summary>
public sealed record PriceSheetPage(string Ref, string Title, string Lot, IReadOnlyList<SheetFault> Faults, bool NoHomes);
