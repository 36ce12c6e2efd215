using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>The commissioner records that a winner withdraws or fails its checks; the next in rank comes forward.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/award/fallen")]
public sealed class DropWinnerController(PortalDb db, DropWinner drop) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Read(tenderRef, new DropWinnerForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, DropWinnerForm form, CancellationToken cancel) => Try(
        act: () => drop.Execute(Actor, tenderRef, OrganisationId.From(form.Supplier!.Value), form.Withdrew!.Value, form.Reason!, cancel),
        then: () =>
        {
            Tell("The award is re-opened and the remaining tenders are ranked again. Recommend the award anew.");
            return Redirect(AwardLinks.Award(tenderRef));
        },
        again: async () => View(await Read(tenderRef, form, cancel)));

    private async Task<DropWinnerPage> Read(string tenderRef, DropWinnerForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        Award award = await db.AwardOf(tender.Id, cancel) ?? throw new NotFound("That award");
        Choice[] winners = [.. award.Winners.GroupBy(w => w.Bidder).Select(w => new Choice(w.Key.Value.ToString(), w.First().BidderName, $"Lot {string.Join(", ", w.Select(x => x.LotNumber).Distinct())}"))];
        return new DropWinnerPage(tender.Ref, tender.Title, award.MayBeReopened, winners, form);
    }
}

/// <summary>The page.</summary>
public sealed record DropWinnerPage(string Ref, string Title, bool MayBeReopened, IReadOnlyList<Choice> Winners, DropWinnerForm Form);

/// <summary>Who falls out and why.</summary>
public sealed record DropWinnerForm
{
    [Required(ErrorMessage = "Choose the supplier")]
    public Guid? Supplier { get; init; }

    [Required(ErrorMessage = "Say whether the supplier withdrew")]
    public bool? Withdrew { get; init; }

    [Required(ErrorMessage = "Say what was found, or how the supplier withdrew"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Reason { get; init; }
}
