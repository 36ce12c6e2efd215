using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Library;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations.Library;

/// <summary>A provider's evidence as far as it is shared with the buyer who looks: read it, check it for all regions, or ask for more.</summary>
[Authorize(Policies.Buyers)]
[Route("/organisations/{code}/evidence")]
public sealed class SharedEvidenceController(PortalDb db, RequestEvidence request, ReviewEvidence review, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string code, CancellationToken cancel) => Page(code, new AskEvidenceForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Ask(string code, AskEvidenceForm form, CancellationToken cancel) => Try(
        act: () => request.Execute(Actor, code, form.Kind!.Value, form.Why ?? "", cancel),
        then: () => Done(code, "The provider is asked. You are told of the answer."),
        again: () => Page(code, form, cancel));

    [HttpPost("{id:guid}/review")]
    public Task<IActionResult> Review(string code, EvidenceDocumentId id, bool accepted, string? found, CancellationToken cancel) => Try(
        act: () => review.Execute(Actor, id, accepted, found ?? "", cancel),
        then: () => Done(code, "Your check is recorded. Other regions can rely on it."),
        again: () => Page(code, new AskEvidenceForm(), cancel));

    private RedirectResult Done(string code, string told)
    {
        Tell(told);
        return Redirect(EvidenceLinks.Shared(code));
    }

    private async Task<IActionResult> Page(string code, AskEvidenceForm form, CancellationToken cancel)
    {
        OrganisationId me = Actor.Organisation;
        Organisation provider = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code, cancel) is { IsProvider: true } found ? found : throw new NotFound("The provider");
        List<EvidenceDocument> all = await db.EvidenceDocuments.AsNoTracking().Where(d => d.Owner == provider.Id && d.RetiredAt == null).ToListAsync(cancel);
        List<EvidenceRequest> asked = await db.EvidenceRequests.AsNoTracking().Where(r => r.Buyer == me && r.Provider == provider.Id).OrderByDescending(r => r.AskedAt).ToListAsync(cancel);
        DateOnly today = LondonTime.DateOf(clock.GetUtcNow());
        return View("SharedEvidence", new SharedEvidencePage(
            provider.Code,
            provider.Name,
            [.. all.Where(d => d.IsSharedWith(me)).OrderBy(d => d.Title, StringComparer.OrdinalIgnoreCase).Select(d => (d, EvidenceRow.StateOf(d, today)))],
            asked,
            form));
    }
}

/// <summary>The page; the documents are read only.</summary>
public sealed record SharedEvidencePage(string Code, string Provider, IReadOnlyList<(EvidenceDocument Document, string State)> Documents, IReadOnlyList<EvidenceRequest> Asked, AskEvidenceForm Form);

/// <summary>What a buyer asks for.</summary>
public sealed record AskEvidenceForm
{
    [Required(ErrorMessage = "Choose what you need to see")]
    public EvidenceKind? Kind { get; init; }

    [Required(ErrorMessage = "Say what you need it for"), StringLength(1000, ErrorMessage = "At most 1,000 characters")]
    public string? Why { get; init; }
}
