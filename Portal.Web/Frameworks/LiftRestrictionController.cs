using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks;

/// <summary>Lifts a restriction, with what changed.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/quality/{id}/lift")]
public sealed class LiftRestrictionController(LiftQaRestriction lift, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(QaRestrictionId id, CancellationToken cancel) => Page(id, new ReasonForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(QaRestrictionId id, ReasonForm form, CancellationToken cancel) => Try(
        act: () => lift.Execute(Actor, id, form.Reason!, cancel),
        then: () =>
        {
            Tell("The restriction is lifted in every region.");
            return Redirect("/frameworks/quality");
        },
        again: () => Page(id, form, cancel));

    private async Task<IActionResult> Page(QaRestrictionId id, ReasonForm form, CancellationToken cancel)
    {
        QaRestriction restriction = await db.QaRestrictions.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw new NotFound("That restriction");
        string provider = await db.Organisations.Where(o => o.Id == restriction.Provider).Select(o => o.Name).SingleAsync(cancel);
        return View("LiftRestriction", new LiftRestrictionPage(restriction, provider, form));
    }
}

/// <summary>The page that lifts a restriction.</summary>
public sealed record LiftRestrictionPage(QaRestriction Restriction, string Provider, ReasonForm Form);
