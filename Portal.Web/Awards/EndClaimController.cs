using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>Legal records how one claim ended; every other claim stays as it is.</summary>
[Authorize(Policies.Legal)]
[Route("/tenders/{tenderRef}/award/suspension")]
public sealed class EndClaimController(PortalDb db, EndClaim end) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, CancellationToken cancel) => View(await Read(new AwardRef(tenderRef, part), new EndClaimForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, EndClaimForm form, CancellationToken cancel) => Try(
        act: () => end.Execute(Actor, new AwardRef(tenderRef, part), form.Claim!.Value, new ClaimEnding(form.Kind!.Value, form.ClaimNumber ?? "", form.On!.Value, form.KeptAt ?? "", form.Reason ?? ""), cancel),
        then: () =>
        {
            Tell("The end of the claim is recorded.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View(await Read(new AwardRef(tenderRef, part), form, cancel)));

    private async Task<EndClaimPage> Read(AwardRef which, EndClaimForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, which.Tender, cancel);
        Award award = await db.LoadAward(tender.Id, which.Part, cancel);
        Choice[] open = [.. award.Claims.Select((claim, i) => (claim, Number: i + 1)).Where(c => c.claim.IsOpen).Select(c => new Choice($"{c.Number}", ClaimWords.Named(c.claim), ClaimWords.Effect(c.claim)))];
        return new EndClaimPage(which, tender.Title, open, form);
    }
}

/// <summary>The page: the claims that still run, and the form.</summary>
public sealed record EndClaimPage(AwardRef Ref, string Title, IReadOnlyList<Choice> Open, EndClaimForm Form);

/// <summary>Which claim ended, how, by which paper.</summary>
public sealed record EndClaimForm
{
    [Required(ErrorMessage = "Choose the claim")]
    public int? Claim { get; init; }

    [Required(ErrorMessage = "Choose how it ended")]
    public ClaimEnd? Kind { get; init; }

    public string? ClaimNumber { get; init; }

    [Required(ErrorMessage = "Enter the day on the order or notice")]
    public DateOnly? On { get; init; }

    public string? KeptAt { get; init; }

    public string? Reason { get; init; }
}
