using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards.Direct;

/// <summary>Begins a direct award: which procurement, to whom, on which ground.</summary>
[Authorize(Policies.Commissioners)]
[Route(DirectAwardLinks.Start)]
public sealed class BeginDirectAwardController(PortalDb db, BeginDirectAward begin) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string? tender, CancellationToken cancel) => View(await Page(new BeginDirectAwardForm { Tender = tender }, cancel));

    [HttpPost]
    public Task<IActionResult> Post(BeginDirectAwardForm form, CancellationToken cancel) => Try(
        act: () => begin.Execute(Actor, form.Tender!, form.Supplier!.Value, form.Ground, cancel),
        then: () =>
        {
            Tell("The direct award is begun. Next, evidence every limb of its ground.");
            return Redirect(DirectAwardLinks.Page(form.Tender!));
        },
        again: async () => View(await Page(form, cancel)));

    private async Task<BeginDirectAwardPage> Page(BeginDirectAwardForm form, CancellationToken cancel)
    {
        TenderStage[] over = [TenderStage.Open, TenderStage.Standstill, TenderStage.ReadyToSign, TenderStage.Signed, TenderStage.Cancelled];
        IQueryable<TenderId> underWay = db.DirectAwards.Where(d => d.Buyer == Actor.Organisation && d.Stage != DirectAwardStage.GivenUp).Select(d => d.Tender);
        var tenders = await db.Tenders.AsNoTracking().Where(t => t.Buyer == Actor.Organisation && !over.Contains(t.Stage) && !underWay.Contains(t.Id)).OrderByDescending(t => t.Ref).Take(500)
            .Select(t => new { t.Ref, t.Title, t.Stage }).ToListAsync(cancel);
        Choice[] suppliers = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Provider || o.Kind == OrganisationKind.OwnProvider).OrderBy(o => o.Name)
            .Select(o => new Choice(o.Id.Value.ToString(), o.Name, null)).ToArrayAsync(cancel);
        Choice[] grounds = [.. DirectAwardGround.Held.Select(g => new Choice(g.Code, g.Title))];
        return new BeginDirectAwardPage([.. tenders.Select(t => new Choice(t.Ref, $"{t.Ref}: {t.Title} ({GovWords.Of(t.Stage).ToLowerInvariant()})"))], suppliers, grounds, form);
    }
}

/// <summary>The page.</summary>
public sealed record BeginDirectAwardPage(IReadOnlyList<Choice> Tenders, IReadOnlyList<Choice> Suppliers, IReadOnlyList<Choice> Grounds, BeginDirectAwardForm Form);

/// <summary>What is chosen.</summary>
public sealed record BeginDirectAwardForm
{
    [Required(ErrorMessage = "Choose the procurement")]
    public string? Tender { get; init; }

    [Required(ErrorMessage = "Choose the supplier")]
    public OrganisationId? Supplier { get; init; }

    [Required(ErrorMessage = "Choose the ground of the Act")]
    public string? Ground { get; init; }
}
