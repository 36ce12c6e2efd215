using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>The moderator opens a locked sheet again, with a reason.</summary>
[Authorize(Policies.Moderators)]
[Route("/tenders/{tenderRef}/evaluation/lots/{lot}/sheets/{personId}")]
public sealed class ReopenSheetController(PortalDb db, ReopenSheet reopen) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, PersonId personId, CancellationToken cancel) => View("GiveReason", await Read(tenderRef, lot, personId, new GiveReasonForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, PersonId personId, GiveReasonForm form, CancellationToken cancel) => Try(
        act: () => reopen.Execute(Actor, tenderRef, lot, personId, form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("The sheet is open again.");
            return Redirect(EvaluationLinks.Overview(tenderRef));
        },
        again: async () => View("GiveReason", await Read(tenderRef, lot, personId, form, cancel)));

    private async Task<GiveReasonPage> Read(string tenderRef, string lot, PersonId person, GiveReasonForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToModerate(Actor, tenderRef, cancel);
        TeamMember member = tender.Team.FirstOrDefault(m => m.Person == person && m.Part == TeamPart.Evaluator) ?? throw new NotFound("That evaluator");
        return new GiveReasonPage(
            $"Reopen the sheet of {member.Name} for lot {tender.LotNumbered(lot).Number}",
            "A locked sheet is opened again only for a reason that can be told in court, such as a score entered under the wrong criterion.",
            "Reopen the sheet",
            EvaluationLinks.Overview(tenderRef),
            EvaluationLinks.Trail(tender.Ref, tender.Title),
            form);
    }
}
