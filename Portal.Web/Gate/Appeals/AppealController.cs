using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Gate.Appeals;

/// <summary>One appeal: the authority's grounds, the decision it is against, the panel's answer.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/appeals/{id}")]
public sealed class AppealController(AnswerAppeal answer, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(AppealId id, CancellationToken cancel) => Page(id, new AnswerAppealForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(AppealId id, AnswerAppealForm form, CancellationToken cancel) => Try(
        act: () => answer.Execute(Actor, id, form.Upheld!.Value, form.Words!, cancel),
        then: () =>
        {
            Tell(form.Upheld == true ? "The appeal is upheld. The gate has decided again; its approvals are asked for." : "The appeal is dismissed. The authority is told why.");
            return Redirect($"/gate/appeals/{id.Value}");
        },
        again: () => Page(id, form, cancel));

    private async Task<IActionResult> Page(AppealId id, AnswerAppealForm form, CancellationToken cancel)
    {
        Appeal appeal = await db.Appeals.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && (a.Panel == Actor.Organisation || a.Authority == Actor.Organisation), cancel) ?? throw new NotFound("That appeal");
        GateDecision decision = await db.GateDecisions.AsNoTracking().SingleAsync(d => d.Id == appeal.Decision, cancel);
        string authority = await db.Organisations.Where(o => o.Id == appeal.Authority).Select(o => o.Name).SingleAsync(cancel);
        bool mayAnswer = appeal.Stage == AppealStage.Lodged && appeal.Panel == Actor.Organisation && Actor.Is(Role.RccCommissioner, Role.Director, Role.QaLead, Role.Legal);
        return View("Appeal", new AppealPage(appeal, decision, authority, mayAnswer, form));
    }
}

/// <summary>The appeal as its page shows it.</summary>
public sealed record AppealPage(Appeal Appeal, GateDecision Decision, string Authority, bool MayAnswer, AnswerAppealForm Form);

/// <summary>The panel's answer.</summary>
public sealed record AnswerAppealForm
{
    [Required(ErrorMessage = "Say whether the appeal is upheld")]
    public bool? Upheld { get; init; }

    [Required(ErrorMessage = "Give the panel’s reasons"), StringLength(3900)]
    public string? Words { get; init; }
}
