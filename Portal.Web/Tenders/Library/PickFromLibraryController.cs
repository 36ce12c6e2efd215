using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Library;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Library;

/// <summary>Copies versions from the library into a draft, and keeps a lot's questions in the question bank.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/library")]
public sealed class PickFromLibraryController(PortalDb db, PickFromLibrary pick, KeepQuestions keep) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new PickForm(), new KeepForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Pick(string tenderRef, PickForm form, CancellationToken cancel) => Try(
        act: () => pick.Execute(Actor, tenderRef, form.Item, form.Version, string.IsNullOrEmpty(form.Lot) ? null : form.Lot, cancel),
        then: () =>
        {
            Tell("The draft has its copy.");
            return Redirect(TenderLinks.Section(tenderRef, "library"));
        },
        again: () => Page(tenderRef, form, new KeepForm(), cancel));

    [HttpPost("questions")]
    public Task<IActionResult> Keep(string tenderRef, [Bind(Prefix = "Keep")] KeepForm keepForm, CancellationToken cancel) => Try(
        act: () => keep.Execute(Actor, tenderRef, keepForm.Lot ?? "", keepForm.Title ?? "", cancel),
        then: () =>
        {
            Tell("The questions are in the question bank.");
            return Redirect("/tenders/library");
        },
        again: () => Page(tenderRef, new PickForm(), keepForm, cancel));

    private async Task<IActionResult> Page(string tenderRef, PickForm form, KeepForm keepForm, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        List<LibraryItem> items = await db.LibraryItems.AsNoTracking().Where(i => i.Organisation == Actor.Organisation && i.RetiredAt == null).OrderBy(i => i.Title).ToListAsync(cancel);
        return View("PickFromLibrary", new PickPage(tender, items, form, keepForm));
    }
}

/// <summary>The page.</summary>
public sealed record PickPage(Tender Tender, IReadOnlyList<LibraryItem> Items, PickForm Form, KeepForm Keep)
{
    public string Ref => Tender.Ref;

    public string Title => Tender.Title;

    /// <summary>Every version of every item, newest first within an item.</summary>
    public IReadOnlyList<Choice> Versions =>
    [
        .. from item in Items
           from version in item.Versions.Reverse()
           select new Choice(string.Create(CultureInfo.InvariantCulture, $"{item.Id.Value}/{version.Number}"), $"{LibraryWords.Of(item.Kind)}: {item.Title}, version {version.Number}"),
    ];

    public IReadOnlyList<Choice> Lots => [.. Tender.Lots.OrderBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal).Select(l => new Choice(l.Number, $"Lot {l.Number}: {l.Title}"))];
}

/// <summary>What is chosen.</summary>
public sealed record PickForm
{
    [Required(ErrorMessage = "Choose what to copy")]
    public string? Choice { get; init; }

    public string? Lot { get; init; }

    public LibraryItemId Item => new(Guid.TryParse(Choice?.Split('/')[0], out Guid id) ? id : default);

    public int Version => int.TryParse(Choice?.Split('/')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}

/// <summary>Which lot's questions are kept under which title.</summary>
public sealed record KeepForm
{
    [Required(ErrorMessage = "Choose the lot")]
    public string? Lot { get; init; }

    [Required(ErrorMessage = "Enter a title for the questions"), StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? Title { get; init; }
}
