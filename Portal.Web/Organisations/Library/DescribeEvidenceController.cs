using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Organisations.Library;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations.Library;

/// <summary>Corrects what is said of a document.</summary>
[Authorize(Policies.Providers)]
[Route("/organisations/evidence/{id:guid}/describe")]
public sealed class DescribeEvidenceController(PortalDb db, DescribeEvidence describe) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(EvidenceDocumentId id, CancellationToken cancel)
    {
        EvidenceDocument document = await db.LoadEvidence(Actor, id, cancel);
        return await Page(id, new DescribeEvidenceForm { Kind = document.Kind, Title = document.Title, Issuer = document.Issuer, Number = document.Number, Homes = document.Homes }, cancel);
    }

    [HttpPost]
    public Task<IActionResult> Post(EvidenceDocumentId id, DescribeEvidenceForm form, CancellationToken cancel) => Try(
        act: () => describe.Execute(Actor, id, new EvidenceFacts(form.Kind!.Value, form.Title ?? "", form.Issuer ?? "", form.Number ?? "", form.Homes), cancel),
        then: () =>
        {
            Tell("Saved.");
            return Redirect(EvidenceLinks.Of(id.Value));
        },
        again: () => Page(id, form, cancel));

    private async Task<IActionResult> Page(EvidenceDocumentId id, DescribeEvidenceForm form, CancellationToken cancel)
    {
        EvidenceDocument document = await db.LoadEvidence(Actor, id, cancel);
        return View("DescribeEvidence", new DescribeEvidencePage(id.Value, document.Title, form, await EvidenceChoices.Homes(db, Actor.Organisation, cancel)));
    }
}

/// <summary>The page.</summary>
public sealed record DescribeEvidencePage(Guid Id, string Title, DescribeEvidenceForm Form, IReadOnlyList<Choice> Homes);

/// <summary>What is typed.</summary>
public sealed record DescribeEvidenceForm
{
    [Required(ErrorMessage = "Choose what kind of evidence it is")]
    public EvidenceKind? Kind { get; init; }

    [Required(ErrorMessage = "Enter a title"), StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? Title { get; init; }

    [Required(ErrorMessage = "Enter who issued it"), StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? Issuer { get; init; }

    [StringLength(100, ErrorMessage = "At most 100 characters")]
    public string? Number { get; init; }

    public List<string> Homes { get; init; } = [];
}
