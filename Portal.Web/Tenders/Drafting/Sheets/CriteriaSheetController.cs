using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;
using Portal.Web.Furniture.Sheets;

namespace Portal.Web.Tenders.Drafting.Sheets;

/// <summary>A lot's award criteria out as an Excel workbook and in again; a fault is told line by line and nothing is changed.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/lots/{lot}")]
public sealed class CriteriaSheetController(PortalDb db, SetCriteria change) : PageController
{
    private const int MostInForm = Workbook.MostBytes + (64 * 1024);

    [HttpGet("criteria/sheet")]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel) => Page(await Loaded(tenderRef, lot, cancel), []);

    [HttpGet("criteria.xlsx")]
    public async Task<IActionResult> Download(string tenderRef, string lot, CancellationToken cancel) =>
        File(CriteriaSheet.Write((await Loaded(tenderRef, lot, cancel)).Lot), WorkbookWriter.MediaType, $"criteria-{tenderRef}-lot-{lot}.xlsx");

    [HttpPost("criteria/sheet")]
    [RequestSizeLimit(MostInForm)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostInForm, MemoryBufferThreshold = MostInForm)]
    public async Task<IActionResult> Take(string tenderRef, string lot, IFormFile? sheet, CancellationToken cancel)
    {
        (Tender tender, Lot wanted) = await Loaded(tenderRef, lot, cancel);
        IReadOnlyList<Criterion> before = wanted.Criteria;
        IReadOnlyList<SheetFault> faults = [];
        try
        {
            (IReadOnlyList<Criterion> after, faults) = CriteriaSheetReading.Read(await Workbook.Sent(sheet, cancel));
            if (faults.Count == 0)
            {
                await change.Execute(Actor, tenderRef, lot, after, cancel);
                Tell(CriteriaChanges.InWords(before, after));
                return Redirect(TenderLinks.Lot(tenderRef, lot, "criteria"));
            }

            ModelState.AddModelError("sheet", faults.Count == 1 ? "One thing is wrong. No criterion was changed." : $"{faults.Count} things are wrong. No criterion was changed.");
        }
        catch (WorkbookRefused refused)
        {
            ModelState.AddModelError("sheet", $"{refused.Message} No criterion was changed.");
        }
        catch (RuleBroken refused)
        {
            AddReasons(refused);
        }
        catch (StaleVersion stale)
        {
            ModelState.AddModelError("sheet", stale.Message);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page((tender, wanted), faults);
    }

    private async Task<(Tender Tender, Lot Lot)> Loaded(string tenderRef, string lot, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return (tender, tender.LotNumbered(lot));
    }

    private ViewResult Page((Tender Tender, Lot Lot) of, IReadOnlyList<SheetFault> faults) =>
        View("CriteriaSheet", new CriteriaSheetPage(of.Tender.Ref, of.Tender.Title, of.Lot.Number, of.Lot.Criteria.Count, faults));
}

/// <summary>The page.</summary>
public sealed record CriteriaSheetPage(string Ref, string Title, string Lot, int Criteria, IReadOnlyList<SheetFault> Faults);
