using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Team;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Team;

/// <summary>Who works on a tender and who stands in for whom, from when until when.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/team")]
public sealed class TenderTeamController(PortalDb db, NameDeputy name, EndDeputy end, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, new DeputyForm(), cancel);

    [HttpPost("deputies")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Name(string tenderRef, DeputyForm form, CancellationToken cancel) => Try(
        act: () => name.Execute(Actor, tenderRef, form.Wanted(), cancel),
        then: () =>
        {
            Tell("The deputy is named. Both have a message.");
            return Redirect($"/tenders/{tenderRef}/team");
        },
        again: () => Page(tenderRef, form, cancel));

    [HttpPost("deputies/{person}/{part}/end")]
    [Authorize(Policies.Commissioners)]
    public async Task<IActionResult> End(string tenderRef, PersonId person, TeamPart part, CancellationToken cancel)
    {
        await end.Execute(Actor, tenderRef, person, part, cancel);
        Tell("The deputy no longer stands in.");
        return Redirect($"/tenders/{tenderRef}/team");
    }

    private async Task<IActionResult> Page(string tenderRef, DeputyForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        bool mayChange = Actor.Is(Role.Commissioner, Role.RccCommissioner) && tender.Stage is not (TenderStage.Signed or TenderStage.Cancelled);
        List<Person> people = mayChange
            ? await db.People.AsNoTracking().Where(p => p.Memberships.Any(m => m.Organisation == tender.Buyer)).OrderBy(p => p.Name).ToListAsync(cancel)
            : [];
        return View("TenderTeam", new TenderTeamPage(tender, LondonTime.DateOf(clock.GetUtcNow()), mayChange, people, form));
    }
}

/// <summary>The page.</summary>
public sealed record TenderTeamPage(Tender Tender, DateOnly Today, bool MayChange, IReadOnlyList<Person> People, DeputyForm Form)
{
    private static readonly Role[] Standing = [Role.Commissioner, Role.RccCommissioner, Role.Moderator];

    public string Ref => Tender.Ref;

    public string Title => Tender.Title;

    /// <summary>Members who may have a deputy.</summary>
    public IReadOnlyList<Choice> Members =>
        [.. Tender.Team.Where(m => m.Part is TeamPart.Commissioner or TeamPart.Moderator).OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => new Choice($"{m.Part}/{m.Person.Value}", $"{m.Name}, {GovWords.Of(m.Part).ToLowerInvariant()}"))];

    public IReadOnlyList<Choice> Candidates =>
        [.. People.Where(p => p.Memberships.Any(m => m.Roles.Intersect(Standing).Any())).Select(p => new Choice(p.Id.Value.ToString(), p.Name))];

    public string StatusOf(TeamDeputy deputy) => deputy.ActsOn(Today) ? "Active" : deputy.From > Today ? "Pending" : "Done";
}

/// <summary>What is chosen.</summary>
public sealed record DeputyForm
{
    [Display(Name = "Stands in for"), Required(ErrorMessage = "Choose whose deputy it is")]
    public string? For { get; init; }

    [Display(Name = "Deputy"), Required(ErrorMessage = "Choose who stands in")]
    public Guid? Person { get; init; }

    [Display(Name = "First day"), Required(ErrorMessage = "Enter the first day")]
    public DateOnly? From { get; init; }

    [Display(Name = "Last day"), Required(ErrorMessage = "Enter the last day")]
    public DateOnly? To { get; init; }

    [Required(ErrorMessage = "Say why somebody stands in"), StringLength(500, ErrorMessage = "At most 500 characters")]
    public string? Reason { get; init; }

    public DeputyWanted Wanted()
    {
        string[] chosen = (For ?? "").Split('/');
        bool read = Enum.TryParse(chosen[0], out TeamPart part) & Guid.TryParse(chosen[^1], out Guid member);
        return new DeputyWanted(new PersonId(read ? member : default), part, new PersonId(Person ?? default), From ?? default, To ?? default, Reason ?? "");
    }
}
