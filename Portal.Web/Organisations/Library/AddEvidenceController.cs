using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Organisations.Library;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations.Library;

/// <summary>Adds a document to the evidence library.</summary>
[Authorize(Policies.Providers)]
[Route(EvidenceLinks.Add)]
public sealed class AddEvidenceController(PortalDb db, KeepFile keep, AddEvidence add) : PageController
{
    /// <summary>Held in memory while it is sealed, never in a temporary file.</summary>
    internal const int MostBytes = 50 * 1024 * 1024;

    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancel) => View("AddEvidence", await Page(new EvidenceForm(), cancel));

    [HttpPost]
    [RequestSizeLimit(MostBytes)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostBytes, MemoryBufferThreshold = MostBytes)]
    public async Task<IActionResult> Post(EvidenceForm form, CancellationToken cancel)
    {
        Guid added = default;
        return await Try(
            act: async () =>
            {
                await using Stream bytes = form.File!.OpenReadStream();
                Upload upload = await keep.Execute(Actor, form.File.FileName, form.File.Length, bytes, cancel);
                added = (await add.Execute(Actor, form.Facts, upload.Id, form.ExpiresOn, cancel)).Id.Value;
            },
            then: () =>
            {
                Tell($"“{form.Title}” is in your library.");
                return Redirect(EvidenceLinks.Of(added));
            },
            again: async () => View("AddEvidence", await Page(form, cancel)));
    }

    private async Task<AddEvidencePage> Page(EvidenceForm form, CancellationToken cancel) => new(form, await EvidenceChoices.Homes(db, Actor.Organisation, cancel));
}

/// <summary>What can be chosen on the library's forms.</summary>
internal static class EvidenceChoices
{
    public static Task<List<Choice>> Homes(PortalDb db, OrganisationId owner, CancellationToken cancel) =>
        db.ProviderHomes.AsNoTracking().Where(h => h.Provider == owner).OrderBy(h => h.Name).Select(h => new Choice(h.Urn, h.Name + " (URN " + h.Urn + ")", null)).ToListAsync(cancel);
}

/// <summary>The page.</summary>
public sealed record AddEvidencePage(EvidenceForm Form, IReadOnlyList<Choice> Homes);

/// <summary>What is typed about a document, and its file.</summary>
public sealed record EvidenceForm
{
    [Required(ErrorMessage = "Choose what kind of evidence it is")]
    public EvidenceKind? Kind { get; init; }

    [Required(ErrorMessage = "Enter a title"), StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? Title { get; init; }

    [Required(ErrorMessage = "Enter who issued it"), StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? Issuer { get; init; }

    [StringLength(100, ErrorMessage = "At most 100 characters")]
    public string? Number { get; init; }

    public DateOnly? ExpiresOn { get; init; }

    public List<string> Homes { get; init; } = [];

    [Required(ErrorMessage = "Choose a file")]
    public IFormFile? File { get; init; }

    internal EvidenceFacts Facts => new(Kind!.Value, Title ?? "", Issuer ?? "", Number ?? "", Homes);
}
