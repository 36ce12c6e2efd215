using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Publishing;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Publishing;

/// <summary>The check page: everything once more, what blocks, and the button.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/publish")]
public sealed class PublishTenderController(PortalDb db, PublishTender publish, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return tender.IsPublished ? Redirect(TenderLinks.Page(tenderRef)) : View(await Page(tender, cancel));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, CancellationToken cancel) => Try(
        act: () => publish.Execute(Actor, tenderRef, cancel),
        then: () =>
        {
            Tell("The tender is published. Providers can see it, ask questions and bid.");
            return Redirect(TenderLinks.Page(tenderRef));
        },
        again: async () =>
        {
            db.ChangeTracker.Clear(); // What was to be saved is not what stands.
            Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
            if (!tender.IsPublished)
            {
                return View(await Page(tender, cancel));
            }

            Tell("The tender is published already: the button was pressed a moment before.");
            return Redirect(TenderLinks.Page(tenderRef));
        });

    private async Task<PublishTenderPage> Page(Tender tender, CancellationToken cancel)
    {
        DateTimeOffset now = clock.GetUtcNow();
        StandingFramework? standing = await db.StandingFor(tender, now, cancel);
        return new PublishTenderPage(tender, tender.Findings(now, standing), tender.Warnings(now, standing), Methodology.Sha256(tender));
    }
}

/// <summary>The page.</summary>
public sealed record PublishTenderPage(Tender Tender, IReadOnlyList<Finding> Blocks, IReadOnlyList<Reason> Warnings, string Methodology)
{
    public string Ref => Tender.Ref;

    public string Title => Tender.Title;
}
