using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>A colleague of the drafter makes or revises the conflicts assessment.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/draft/conflicts")]
public sealed class AssessConflictsController(PortalDb db, AssessConflicts assess) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        return View(Page(tender, new AssessConflictsForm { Assessment = tender.Conflicts?.Assessment, Mitigation = tender.Conflicts?.Mitigation }));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, AssessConflictsForm form, CancellationToken cancel) => Try(
        act: () => assess.Execute(Actor, tenderRef, form.Assessment ?? "", form.Mitigation ?? "", cancel),
        then: () =>
        {
            Tell("The conflicts assessment is recorded.");
            return Redirect(TenderLinks.Draft(tenderRef));
        },
        again: async () => View(Page(await db.LoadTender(Actor, tenderRef, cancel), form)));

    private AssessConflictsPage Page(Tender tender, AssessConflictsForm form) => new(tender.Ref, tender.Title, tender.DraftedBy == Actor.Person, tender.Conflicts, form) { Earlier = tender.EarlierConflicts, IsStale = tender.ConflictsAreStale && tender.Stage >= TenderStage.Opened, IsPublished = tender.IsPublished };
}

/// <summary>The page.</summary>
public sealed record AssessConflictsPage(string Ref, string Title, bool IsDrafter, ConflictsAssessment? Now, AssessConflictsForm Form)
{
    /// <summary>Earlier versions, oldest first.</summary>
    public IReadOnlyList<ConflictsAssessment> Earlier { get; init; } = [];

    /// <summary>The bidders have become known since.</summary>
    public bool IsStale { get; init; }

    public bool IsPublished { get; init; }
}

/// <summary>What is typed.</summary>
public sealed record AssessConflictsForm
{
    [Required(ErrorMessage = "Enter what was looked at and found"), StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? Assessment { get; init; }

    [Required(ErrorMessage = "Enter what is done about conflicts, perceived ones included"), StringLength(8000, ErrorMessage = "At most 8,000 characters")]
    public string? Mitigation { get; init; }
}
