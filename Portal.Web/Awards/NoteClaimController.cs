using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Awards;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>Notes that the authority was told of a claim, at the minute it was told.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/award/claim")]
public sealed class NoteClaimController(PortalDb db, TimeProvider clock, NoteClaim note) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, int part, CancellationToken cancel) => View(await Read(new AwardRef(tenderRef, part), new NoteClaimForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, int part, NoteClaimForm form, CancellationToken cancel) => Try(
        act: () => note.Execute(Actor, new AwardRef(tenderRef, part), form.Claimant ?? "", form.Details ?? "", form.NotifiedAt, form.ProceedingsOf(clock.GetUtcNow()), cancel),
        then: () =>
        {
            Tell("The claim is noted with its exact time.");
            return Redirect(AwardLinks.Award(new AwardRef(tenderRef, part)));
        },
        again: async () => View(await Read(new AwardRef(tenderRef, part), form, cancel)));

    private async Task<NoteClaimPage> Read(AwardRef which, NoteClaimForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, which.Tender, cancel);
        return new NoteClaimPage(which, tender.Title, form) { Lots = tender.HasLotsApart ? tender.PartInWords(which.Part) : null };
    }
}

/// <summary>The page.</summary>
public sealed record NoteClaimPage(AwardRef Ref, string Title, NoteClaimForm Form)
{
    /// <summary>The lots that the claim is about, where the tender has several awards.</summary>
    public string? Lots { get; init; }
}

/// <summary>Who claims what.</summary>
public sealed record NoteClaimForm
{
    public string? Claimant { get; init; }

    public string? Details { get; init; }

    /// <summary>Empty: at this minute.</summary>
    public DateTimeOffset? NotifiedAt { get; init; }

    [Required(ErrorMessage = "Say whether proceedings have been issued")]
    public bool? Issued { get; init; }

    public string? Court { get; init; }

    public string? ClaimNumber { get; init; }

    /// <summary>Empty: the day on which the authority was told.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>What was issued; null of a letter before claim. A day left out is the day on which the authority was told.</summary>
    public CourtProceedings? ProceedingsOf(DateTimeOffset now) =>
        Issued == true ? new CourtProceedings(Court ?? "", ClaimNumber ?? "", IssuedOn ?? LondonTime.DateOf(NotifiedAt ?? now)) : null;
}
