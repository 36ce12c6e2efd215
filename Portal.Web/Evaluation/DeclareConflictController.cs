using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>A panel member declares whether there is a conflict of interest.</summary>
[Authorize(Policies.Evaluators)]
[Route("/tenders/{tenderRef}/evaluation/declaration")]
public sealed class DeclareConflictController(PortalDb db, DeclareConflict declare) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Read(tenderRef, new DeclareConflictForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, DeclareConflictForm form, CancellationToken cancel) => Try(
        act: () => declare.Execute(Actor, tenderRef, form.Conflict!.Value, form.Details, cancel),
        then: () =>
        {
            Tell(form.Conflict!.Value ? "Your declaration is kept. A reviewer decides before you see a bid." : "Your declaration is kept. You can see the bids now.");
            return Redirect(EvaluationLinks.Overview(tenderRef));
        },
        again: async () => View(await Read(tenderRef, form, cancel)));

    private async Task<DeclareConflictPage> Read(string tenderRef, DeclareConflictForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        if (!tender.HasOnTeam(Actor.Person, TeamPart.Evaluator) && !tender.HasOnTeam(Actor.Person, TeamPart.Moderator))
        {
            throw new NotAllowed("You are not on the panel of this tender.");
        }

        OrganisationId[] bidders = [.. (await db.OpenedBidsOf(tender.Id, cancel)).Select(b => b.Bidder).Distinct()];
        List<string> names = await db.Organisations.Where(o => bidders.Contains(o.Id)).OrderBy(o => o.Name).Select(o => o.Name).ToListAsync(cancel);
        return new DeclareConflictPage(tender.Ref, tender.Title, names, form);
    }
}

/// <summary>The page: the bidders' names, without saying which bid is whose, and the form.</summary>
public sealed record DeclareConflictPage(string Ref, string Title, IReadOnlyList<string> Bidders, DeclareConflictForm Form);

/// <summary>The declaration.</summary>
public sealed record DeclareConflictForm
{
    [Required(ErrorMessage = "Say whether you have a conflict of interest")]
    public bool? Conflict { get; init; }

    public string? Details { get; init; }
}
