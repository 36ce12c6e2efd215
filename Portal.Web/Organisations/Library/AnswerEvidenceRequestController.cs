using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Library;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations.Library;

/// <summary>A provider shares a document that a buyer asked for, or declines and says why.</summary>
[Authorize(Policies.Providers)]
[Route("/organisations/evidence/requests/{id:guid}")]
public sealed class AnswerEvidenceRequestController(PortalDb db, AnswerEvidenceRequest answer) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(EvidenceRequestId id, CancellationToken cancel) => Page(id, new AnswerRequestForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(EvidenceRequestId id, AnswerRequestForm form, CancellationToken cancel) => Try(
        act: () => answer.Execute(Actor, id, form.Document is { } chosen ? new EvidenceDocumentId(chosen) : null, form.Because ?? "", cancel),
        then: () =>
        {
            Tell(form.Document is null ? "Declined. The buyer is told why." : "Shared. The buyer is told.");
            return Redirect(EvidenceLinks.All);
        },
        again: () => Page(id, form, cancel));

    private async Task<IActionResult> Page(EvidenceRequestId id, AnswerRequestForm form, CancellationToken cancel)
    {
        OrganisationId owner = Actor.Organisation;
        EvidenceRequest request = await db.EvidenceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Provider == owner, cancel) ?? throw new NotFound("That request");
        List<EvidenceDocument> documents = await db.EvidenceDocuments.AsNoTracking().Where(d => d.Owner == owner && d.RetiredAt == null).ToListAsync(cancel);
        return View("AnswerEvidenceRequest", new AnswerRequestPage(
            request,
            [.. documents.OrderByDescending(d => d.Kind == request.Kind).ThenBy(d => d.Title, StringComparer.OrdinalIgnoreCase).Select(d => new Choice(d.Id.Value.ToString(), $"{d.Title} ({GovWords.Of(d.Kind).ToLowerInvariant()})"))],
            form));
    }
}

/// <summary>The page.</summary>
public sealed record AnswerRequestPage(EvidenceRequest Request, IReadOnlyList<Choice> Documents, AnswerRequestForm Form);

/// <summary>A document to share, or a reason.</summary>
public sealed record AnswerRequestForm
{
    public Guid? Document { get; init; }

    public string? Because { get; init; }
}
