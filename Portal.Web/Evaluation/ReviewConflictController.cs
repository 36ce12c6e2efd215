using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation;

/// <summary>The commissioner or legal decides on a declared conflict.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/evaluation/declarations/{personId}")]
public sealed class ReviewConflictController(PortalDb db, ReviewConflict review) : PageController
{
    private const string GoesOn = "goesOn";

    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, PersonId personId, CancellationToken cancel) => View("GiveReason", await Read(tenderRef, personId, new GiveReasonForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, PersonId personId, GiveReasonForm form, CancellationToken cancel) => Try(
        act: () => form.Choice is null
            ? throw new RuleBroken("CHOICE_MISSING", "Choose whether the person goes on.", field: "Choice")
            : review.Execute(Actor, tenderRef, personId, form.Choice == GoesOn, form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("The decision on the conflict is kept.");
            return Redirect(EvaluationLinks.Overview(tenderRef));
        },
        again: async () => View("GiveReason", await Read(tenderRef, personId, form, cancel)));

    private async Task<GiveReasonPage> Read(string tenderRef, PersonId person, GiveReasonForm form, CancellationToken cancel)
    {
        Actor.MustBe(Role.Commissioner, Role.RccCommissioner, Role.Legal);
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        ConflictDeclaration declared = await db.DeclarationOf(tender.Id, person, cancel) ?? throw new NotFound("That declaration");
        return new GiveReasonPage(
            $"Review the conflict of {declared.PersonName}",
            $"Declared {London.Short(declared.DeclaredAt)}: {declared.Details}",
            "Keep the decision",
            EvaluationLinks.Overview(tenderRef),
            EvaluationLinks.Trail(tender.Ref, tender.Title),
            form)
        {
            ChoiceLabel = "What follows from it?",
            Choices = [new Choice(GoesOn, "Goes on, with the steps described below"), new Choice("stepsDown", "Takes no further part")],
        };
    }
}
