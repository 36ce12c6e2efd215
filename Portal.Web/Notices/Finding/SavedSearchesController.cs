using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Finding;
using Portal.Web.Furniture;

namespace Portal.Web.Notices.Finding;

/// <summary>The searches one keeps, with their alerts; a new one and the end of one.</summary>
[Authorize(Policies.SignedIn)]
[Route("/notices/searches")]
public sealed class SavedSearchesController(PortalDb db, SaveSearch save, ForgetSearch forget) : PageController
{
    [HttpGet]
    public async Task<IActionResult> List(CancellationToken cancel)
    {
        List<SavedSearch> kept = await db.SavedSearches.AsNoTracking().Where(s => s.Person == Actor.Person).OrderBy(s => s.SavedAt).ToListAsync(cancel);
        return View("SavedSearches", new SavedSearchesPage([.. kept.Select(s => new KeptSearch(s.Id, s.Name, NoticeQuery.Of(s.Search).Tail))]));
    }

    [HttpGet("new")]
    public IActionResult New([FromQuery] NoticeQuery asked) => View("SaveSearch", new SaveSearchPage(asked, new SaveSearchForm()));

    [HttpPost("new")]
    public Task<IActionResult> Keep([FromQuery] NoticeQuery asked, SaveSearchForm form, CancellationToken cancel) => Try(
        act: () => save.Execute(Actor, form.Name!, asked.Search, cancel),
        then: () =>
        {
            Tell("The search is saved. You get a message and an e-mail for each new notice that fits it.");
            return Redirect("/notices/searches");
        },
        again: () => Task.FromResult<IActionResult>(View("SaveSearch", new SaveSearchPage(asked, form))));

    [HttpPost("{id}/delete")]
    public async Task<IActionResult> Forget(SavedSearchId id, CancellationToken cancel)
    {
        await forget.Execute(Actor, id, cancel);
        Tell("The search is deleted.");
        return Redirect("/notices/searches");
    }
}

/// <summary>The list.</summary>
public sealed record SavedSearchesPage(IReadOnlyList<KeptSearch> Searches);

/// <summary>One search one keeps.</summary>
public sealed record KeptSearch(SavedSearchId Id, string Name, string Tail);

/// <summary>The page of a new one.</summary>
public sealed record SaveSearchPage(NoticeQuery Asked, SaveSearchForm Form);

/// <summary>What is typed.</summary>
public sealed record SaveSearchForm
{
    [Display(Name = "Name"), Required(ErrorMessage = "Enter a name for the search"), StringLength(100, ErrorMessage = "The name must be 100 characters or fewer")]
    public string? Name { get; init; }
}
