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
    public async Task<IActionResult> Show(string tenderRef, int part, CancellationToken cancel) => View(await Read(new AwardRef(tenderRef, part), new DropWinnerForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, DropWinnerForm form, CancellationToken cancel) => Try(
        act: () => drop.Execute(Actor, new AwardRef(tenderRef, part), OrganisationId.From(form.Supplier!.Value), form.Withdrew!.Value, form.Reason!, cancel),
        then: () =>
        {
            Tell("The award is re-opened and the remaining tenders are ranked again. Recommend the award anew.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View(await Read(new AwardRef(tenderRef, part), form, cancel)));

    private async Task<DropWinnerPage> Read(AwardRef which, DropWinnerForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, which.Tender, cancel);
        Award award = await db.LoadAward(tender.Id, which.Part, cancel);
        Choice[] winners = [.. award.Winners.GroupBy(w => w.Bidder).Select(w => new Choice(w.Key.Value.ToString(), w.First().BidderName, $"Lot {string.Join(", ", w.Select(x => x.LotNumber).Distinct())}"))];
        return new DropWinnerPage(which, tender.Title, award.MayBeReopened, winners, form);
    }
}

/// <summary>The page.</summary>
public sealed record DropWinnerPage(AwardRef Ref, string Title, bool MayBeReopened, IReadOnlyList<Choice> Winners, DropWinnerForm Form);

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
