using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Library;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Library;

/// <summary>The buyer's library: templates, specifications and questions in versions, to be picked into drafts.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/library")]
public sealed class LibraryController(PortalDb db, AddLibraryDocument add, RetireLibraryItem retire, PublicFiles files) : PageController
{
    private const long MostUpload = PublicFiles.MostBytes + (1024 * 1024);

    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(new LibraryForm(), cancel);

    [HttpPost]
    [RequestSizeLimit(MostUpload)]
    [RequestFormLimits(MultipartBodyLengthLimit = MostUpload)]
    public Task<IActionResult> Add(LibraryForm form, CancellationToken cancel) => Try(
        act: async () =>
        {
            await using Stream content = form.File!.OpenReadStream();
            await add.Execute(Actor, form.Item is { } item ? new LibraryItemId(item) : null, new LibraryDocument(form.Kind, form.Title ?? "", form.File.FileName, form.Note ?? ""), content, cancel);
        },
        then: () =>
        {
            Tell("It is in the library. Tenders that copied an earlier version keep it.");
            return Redirect("/tenders/library");
        },
        again: () => Page(form, cancel));

    [HttpPost("{item}/retire")]
    public async Task<IActionResult> Retire(LibraryItemId item, CancellationToken cancel)
    {
        await retire.Execute(Actor, item, cancel);
        Tell("It is out of use. Tenders that copied it keep their copy.");
        return Redirect("/tenders/library");
    }

    [HttpGet("{item}/versions/{number:int}")]
    public async Task<IActionResult> Download(LibraryItemId item, int number, CancellationToken cancel)
    {
        LibraryVersion version = (await db.LoadLibraryItem(Actor, item, cancel)).VersionNumbered(number);
        if (version.Document is not { } document)
        {
            return View("LibraryQuestions", version);
        }

        string ending = Path.GetExtension(document.Name).TrimStart('.').ToLowerInvariant();
        return File(await files.Open(document.FileId, cancel), FileTypes.MediaType(ending), document.Name);
    }

    private async Task<IActionResult> Page(LibraryForm form, CancellationToken cancel)
    {
        List<LibraryItem> items = await db.LibraryItems.AsNoTracking().Where(i => i.Organisation == Actor.Organisation).OrderBy(i => i.Title).ToListAsync(cancel);
        return View("Library", new LibraryPage(items, form));
    }
}

/// <summary>The page.</summary>
public sealed record LibraryPage(IReadOnlyList<LibraryItem> Items, LibraryForm Form)
{
    public static IReadOnlyList<Choice> Kinds { get; } =
        [.. Enum.GetValues<LibraryKind>().Where(k => k != LibraryKind.Questions).Select(k => new Choice(k.ToString(), LibraryWords.Of(k)))];

    public IReadOnlyList<Choice> Documents =>
        [.. Items.Where(i => i.Kind != LibraryKind.Questions).Select(i => new Choice(i.Id.Value.ToString(), $"{i.Title} (now version {i.Newest.Number})"))];
}

/// <summary>What is sent.</summary>
public sealed record LibraryForm
{
    /// <summary>The item that gets a new version; none makes a new item.</summary>
    public Guid? Item { get; init; }

    public LibraryKind Kind { get; init; }

    [StringLength(200, ErrorMessage = "The title has at most 200 characters")]
    public string? Title { get; init; }

    [StringLength(500, ErrorMessage = "At most 500 characters")]
    public string? Note { get; init; }

    [Required(ErrorMessage = "Choose a file")]
    public IFormFile? File { get; init; }
}
