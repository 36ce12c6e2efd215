using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>The lots of a draft: adds one, removes one, copies how one is assessed into another.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/lots")]
public sealed class LotsController(PortalDb db, AddLot add, RemoveLot remove, CopyLotContents copy) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new AddLotForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Add(string tenderRef, AddLotForm form, CancellationToken cancel) => Try(
        act: () => add.Execute(Actor, tenderRef, new LotBasics { Title = form.Title ?? "" }, form.Number, cancel),
        then: () => Redirect(TenderLinks.Section(tenderRef, "lots")),
        again: () => Page(tenderRef, form, cancel));

    [HttpPost("{lot}/remove")]
    public Task<IActionResult> Remove(string tenderRef, string lot, CancellationToken cancel) => Try(
        act: () => remove.Execute(Actor, tenderRef, lot, cancel),
        then: () => Redirect(TenderLinks.Section(tenderRef, "lots")),
        again: () => Page(tenderRef, new AddLotForm(), cancel));

    [HttpPost("{lot}/copy")]
    public Task<IActionResult> Copy(string tenderRef, string lot, [FromForm] string? from, CancellationToken cancel) => Try(
        act: () => copy.Execute(Actor, tenderRef, from ?? "", lot, cancel),
        then: () =>
        {
            Tell($"Lot {lot} now has the criteria, questions, prices and evidence of lot {from}.");
            return Redirect(TenderLinks.Section(tenderRef, "lots"));
        },
        again: () => Page(tenderRef, new AddLotForm(), cancel));

    private async Task<IActionResult> Page(string tenderRef, AddLotForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View("Lots", new LotsPage(tender.Ref, tender.Title, [.. tender.Lots.OrderBy(l => l.Number, StringComparer.Ordinal).Select(LotLine.Of)], form));
    }
}

/// <summary>The page.</summary>
public sealed record LotsPage(string Ref, string Title, IReadOnlyList<LotLine> Lots, AddLotForm Form);

/// <summary>A lot and how far it is.</summary>
public sealed record LotLine(string Number, string Title, decimal Weights, int Criteria, int Questions, int Prices, int Evidence)
{
    public static LotLine Of(Lot lot) => new(lot.Number, lot.Title, lot.Criteria.Sum(c => c.Weight), lot.Criteria.Count, lot.Questions.Count, lot.PriceLines.Count, lot.RequiredDocuments.Count + lot.Declarations.Count);
}

/// <summary>What is typed.</summary>
public sealed record AddLotForm
{
    [Required(ErrorMessage = "Enter a title of the lot"), StringLength(250, ErrorMessage = "The title has at most 250 characters")]
    public string? Title { get; init; }

    [RegularExpression("^[A-Za-z0-9]{1,10}$", ErrorMessage = "A lot number has at most 10 letters and digits")]
    public string? Number { get; init; }
}
