using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Chooses who evaluates, moderates, opens and commissions.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/team")]
public sealed class ChooseTeamController(PortalDb db, ChooseTeam choose) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(await Page(tender, ChooseTeamForm.Of(tender), cancel));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, ChooseTeamForm form, CancellationToken cancel) => Try(
        act: () => choose.Execute(Actor, tenderRef, form.Members(), cancel),
        then: () => Redirect(TenderLinks.Draft(tenderRef)),
        again: async () => View(await Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), form, cancel)));

    // The buyer's own people and those of the authorities in it.
    private async Task<ChooseTeamPage> Page(Tender tender, ChooseTeamForm form, CancellationToken cancel)
    {
        List<OrganisationId> near = await db.Organisations.Where(o => o.Id == tender.Buyer || o.Parent == tender.Buyer).Where(o => o.Kind != OrganisationKind.Provider && o.Kind != OrganisationKind.OwnProvider).Select(o => o.Id).ToListAsync(cancel);
        List<Person> people = await db.People.AsNoTracking().Where(p => p.Memberships.Any(m => near.Contains(m.Organisation))).OrderBy(p => p.Name).ToListAsync(cancel);
        return new ChooseTeamPage(tender.Ref, tender.Title, form, people);
    }
}

/// <summary>The page.</summary>
public sealed record ChooseTeamPage(string Ref, string Title, ChooseTeamForm Form, IReadOnlyList<Person> People)
{
    public IReadOnlyList<Choice> With(params Role[] anyOf) =>
        [.. People.Where(p => p.Memberships.Any(m => m.Roles.Intersect(anyOf).Any())).Select(p => new Choice(p.Id.Value.ToString(), p.Name))];
}

/// <summary>What is ticked.</summary>
public sealed record ChooseTeamForm
{
    public List<Guid> Commissioners { get; init; } = [];

    public List<Guid> Evaluators { get; init; } = [];

    public List<Guid> Moderators { get; init; } = [];

    public List<Guid> Openers { get; init; } = [];

    public static ChooseTeamForm Of(Tender tender)
    {
        List<Guid> With(TeamPart part) => [.. tender.Team.Where(m => m.Part == part).Select(m => m.Person.Value)];
        return new ChooseTeamForm { Commissioners = With(TeamPart.Commissioner), Evaluators = With(TeamPart.Evaluator), Moderators = With(TeamPart.Moderator), Openers = With(TeamPart.Opener) };
    }

    public IReadOnlyCollection<(PersonId Person, TeamPart Part)> Members() =>
    [
        .. Commissioners.Select(p => (new PersonId(p), TeamPart.Commissioner)),
        .. Evaluators.Select(p => (new PersonId(p), TeamPart.Evaluator)),
        .. Moderators.Select(p => (new PersonId(p), TeamPart.Moderator)),
        .. Openers.Select(p => (new PersonId(p), TeamPart.Opener)),
    ];
}
