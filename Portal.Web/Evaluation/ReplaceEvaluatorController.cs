using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>An evaluator leaves before moderation, and another may take the place.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/evaluation/panel")]
public sealed class ReplaceEvaluatorController(PortalDb db, ReplaceEvaluator replace) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Page(tenderRef, new ReplaceEvaluatorForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, ReplaceEvaluatorForm form, CancellationToken cancel) => Try(
        act: () => replace.Execute(Actor, tenderRef, new PersonId(form.Leaver!.Value), form.Person is { } person ? new PersonId(person) : null, form.Reason!, cancel),
        then: () =>
        {
            Tell(form.Person is null ? "The evaluator has left the panel." : "The evaluator is replaced. The newcomer has a message: first the declaration, then the scores.");
            return Redirect(EvaluationLinks.Overview(tenderRef));
        },
        again: async () => View(await Page(tenderRef, form, cancel)));

    private async Task<ReplaceEvaluatorPage> Page(string tenderRef, ReplaceEvaluatorForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        HashSet<PersonId> gone = [.. await db.ConflictDeclarations.Where(d => d.Tender == tender.Id && d.Standing == ConflictStanding.SteppedDown).Select(d => d.Person).ToListAsync(cancel)];
        List<Person> people = await db.People.AsNoTracking().Where(p => p.Memberships.Any(m => m.Organisation == tender.Buyer)).OrderBy(p => p.Name).ToListAsync(cancel);
        return new ReplaceEvaluatorPage(tender.Ref, tender.Title, tender.AwaitsScores, form)
        {
            Evaluators = [.. tender.Team.Where(m => m.Part == TeamPart.Evaluator && !gone.Contains(m.Person)).OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => new Choice(m.Person.Value.ToString(), m.Name))],
            Candidates = [.. people.Where(p => p.Memberships.Any(m => m.Organisation == tender.Buyer && m.Roles.Contains(Role.Evaluator)) && !tender.Team.Any(m => m.Person == p.Id)).Select(p => new Choice(p.Id.Value.ToString(), p.Name))],
        };
    }
}

/// <summary>The page.</summary>
public sealed record ReplaceEvaluatorPage(string Ref, string Title, bool AwaitsScores, ReplaceEvaluatorForm Form)
{
    public required IReadOnlyList<Choice> Evaluators { get; init; }

    /// <summary>People of the buyer who hold the role and are not on the team.</summary>
    public required IReadOnlyList<Choice> Candidates { get; init; }
}

/// <summary>What is chosen.</summary>
public sealed record ReplaceEvaluatorForm
{
    [Display(Name = "Who leaves"), Required(ErrorMessage = "Choose who leaves")]
    public Guid? Leaver { get; init; }

    [Display(Name = "Who evaluates instead")]
    public Guid? Person { get; init; }

    [Required(ErrorMessage = "Say why the evaluator leaves"), StringLength(500, ErrorMessage = "At most 500 characters")]
    public string? Reason { get; init; }
}
