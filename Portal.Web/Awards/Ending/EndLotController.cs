using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Ending;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;
using Portal.Web.Tenders;

namespace Portal.Web.Awards.Ending;

/// <summary>Ends one lot without award while the others go on (A11-11).</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/lots/{lot}/end")]
public sealed class EndLotController(PortalDb db, EndLot end) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel) => Page(tenderRef, lot, new EndLotForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, EndLotForm form, CancellationToken cancel) => Try(
        act: () => end.Execute(Actor, tenderRef, lot, form.Reason!, cancel),
        then: () =>
        {
            Tell($"Lot {lot} has ended without award. Everybody who takes part in it is told, and its termination notice (UK12) is made. The other lots go on.");
            return Redirect(TenderLinks.Page(tenderRef));
        },
        again: () => Page(tenderRef, lot, form, cancel));

    private async Task<IActionResult> Page(string tenderRef, string number, EndLotForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        Lot lot = tender.LotNumbered(number);
        Award? award = await db.AwardOf(tender, lot, cancel);
        tender.MustBeCompeted();
        return View("EndLot", new EndLotPage(tender.Ref, tender.Title, lot, [.. tender.LotsGoingOn.Where(l => l.Id != lot.Id)], form)
        {
            Blocks = [.. tender.WhatBlocksEnding(lot), .. award?.WhatBlocksLeavingOut(tender, number) ?? []],
            Opened = tender.Stage >= TenderStage.Opened,
            Winners = [.. award?.Winners.Where(w => w.LotNumber == number).Select(w => w.BidderName).Distinct() ?? []],
            Anew = award is { Stage: <= AwardStage.Decided } && award.PassedOverFor(number).Count > 0,
            PassedOver = [.. award?.PassedOverFor(number).Select(p => $"{p.BidderName} on lot {p.LotNumber}").Distinct() ?? []],
        });
    }
}

/// <summary>The page: what ending the lot does at this stage.</summary>
/// <param name="GoOn">The other lots, which go on.</param>
public sealed record EndLotPage(string Ref, string Title, Lot Lot, IReadOnlyList<Lot> GoOn, EndLotForm Form)
{
    public IReadOnlyList<Reason> Blocks { get; init; } = [];

    public bool Opened { get; init; }

    /// <summary>To whom the lot was to go.</summary>
    public IReadOnlyList<string> Winners { get; init; } = [];

    /// <summary>The limit on lots counted this one, so the award is recommended anew (A4-13).</summary>
    public bool Anew { get; init; }

    public IReadOnlyList<string> PassedOver { get; init; } = [];
}

/// <summary>What is typed.</summary>
public sealed record EndLotForm
{
    [Required(ErrorMessage = "Say why the lot ends"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Reason { get; init; }
}
