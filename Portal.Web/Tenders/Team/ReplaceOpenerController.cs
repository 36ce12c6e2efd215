using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Team;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Team;

/// <summary>Replaces one of the people named to open a tender, while an opening is still to come.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/team/opener")]
public sealed class ReplaceOpenerController(PortalDb db, ReplaceOpener replace) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Page(tenderRef, new ReplaceOpenerForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, ReplaceOpenerForm form, CancellationToken cancel) => Try(
        act: () => replace.Execute(Actor, tenderRef, new PersonId(form.Leaver!.Value), new PersonId(form.Person!.Value), form.Reason!, cancel),
        then: () =>
        {
            Tell("The opener is replaced. All openers have a message that says what to do next.");
            return Redirect($"/tenders/{tenderRef}/team");
        },
        again: async () => View(await Page(tenderRef, form, cancel)));

    private async Task<ReplaceOpenerPage> Page(string tenderRef, ReplaceOpenerForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        List<Person> people = await db.People.AsNoTracking().Where(p => p.Memberships.Any(m => m.Organisation == tender.Buyer)).OrderBy(p => p.Name).ToListAsync(cancel);
        return new ReplaceOpenerPage(tender.Ref, tender.Title, tender.AwaitsAnOpening, form)
        {
            Openers = [.. tender.Team.Where(m => m.Part == TeamPart.Opener).OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => new Choice(m.Person.Value.ToString(), m.Name))],
            Candidates = [.. people.Where(p => p.Memberships.Any(m => m.Roles.Contains(Role.Opener)) && !tender.Team.Any(m => m.Person == p.Id)).Select(p => new Choice(p.Id.Value.ToString(), p.Name))],
        };
    }
}

/// <summary>The page.</summary>
public sealed record ReplaceOpenerPage(string Ref, string Title, bool AwaitsAnOpening, ReplaceOpenerForm Form)
{
    public required IReadOnlyList<Choice> Openers { get; init; }

    /// <summary>People of the buyer who hold the role and are not on the team.</summary>
    public required IReadOnlyList<Choice> Candidates { get; init; }
}

/// <summary>What is chosen.</summary>
public sealed record ReplaceOpenerForm
{
    [Display(Name = "Who leaves"), Required(ErrorMessage = "Choose who leaves")]
    public Guid? Leaver { get; init; }

    [Display(Name = "Who opens instead"), Required(ErrorMessage = "Choose who opens instead")]
    public Guid? Person { get; init; }

    [Required(ErrorMessage = "Say why the opener is replaced"), StringLength(500, ErrorMessage = "At most 500 characters")]
    public string? Reason { get; init; }
}
