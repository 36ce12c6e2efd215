using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Modifying;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Terms;

/// <summary>The value against which a framework's use is measured, and how a published contract change notice (UK10) changes it.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/{frameworkRef}/value")]
public sealed class FrameworkCapController(FollowContractChange follow, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) => Page(frameworkRef, cancel);

    [HttpPost]
    public Task<IActionResult> Post(string frameworkRef, CancellationToken cancel) => Try(
        act: () => follow.Execute(Actor, frameworkRef, cancel),
        then: () =>
        {
            Tell("Use is now measured against the value of the contract change notice.");
            return Redirect(FrameworkLinks.Of(frameworkRef) + "/value");
        },
        again: () => Page(frameworkRef, cancel));

    private async Task<IActionResult> Page(string frameworkRef, CancellationToken cancel)
    {
        Framework framework = await db.LoadFrameworkToManage(Actor, frameworkRef, cancel);
        Tender? tender = await db.Tenders.AsNoTracking().Include(t => t.Lots).SingleOrDefaultAsync(t => t.Ref == framework.TenderRef, cancel);
        List<PreparedNotice> changes = await db.ChangesOf(framework, cancel);
        Money? by = tender is null ? null : PublishedChanges.CapBy(tender, changes, LondonTime.DateOf(clock.GetUtcNow()))?.Value;
        return View("FrameworkCap", new FrameworkCapPage(framework, changes, by));
    }
}

/// <summary>A framework's value, the change notices about it, and what they come to.</summary>
public sealed record FrameworkCapPage(Framework Framework, IReadOnlyList<PreparedNotice> Changes, Money? ByNotices)
{
    public bool MayFollow => ByNotices is { } value && value != Framework.EstimatedValue;
}
