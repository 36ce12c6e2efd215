using System.ComponentModel.DataAnnotations;
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

    [HttpPost("variation")]
    public Task<IActionResult> Vary([FromServices] VaryFrameworkValue vary, string frameworkRef, CapVariationForm form, CancellationToken cancel) => Try(
        act: () => vary.Execute(Actor, frameworkRef, new Money(form.To!.Value), (form.Reason!, form.Agreed!), cancel),
        then: () =>
        {
            Tell("The value that the parties agreed is recorded. Use is now measured against it.");
            return Redirect(FrameworkLinks.Of(frameworkRef) + "/value");
        },
        again: () => Page(frameworkRef, cancel, form));

    private async Task<IActionResult> Page(string frameworkRef, CancellationToken cancel, CapVariationForm? form = null)
    {
        Framework framework = await db.LoadFrameworkToManage(Actor, frameworkRef, cancel);
        Tender? tender = await db.Tenders.AsNoTracking().Include(t => t.Lots).SingleOrDefaultAsync(t => t.Ref == framework.TenderRef, cancel);
        List<PreparedNotice> changes = await db.ChangesOf(framework, cancel);
        Money? by = tender is null ? null : PublishedChanges.CapBy(tender, changes, LondonTime.DateOf(clock.GetUtcNow()))?.Value;
        return View("FrameworkCap", new FrameworkCapPage(framework, changes, by, tender?.Regime, form ?? new CapVariationForm()));
    }
}

/// <summary>A framework's value, the change notices about it, and what they come to.</summary>
public sealed record FrameworkCapPage(Framework Framework, IReadOnlyList<PreparedNotice> Changes, Money? ByNotices, Regime? Regime, CapVariationForm Form)
{
    public bool MayFollow => ByNotices is { } value && value != Framework.EstimatedValue;

    /// <summary>No notice is owed for another value: a light touch agreement, or one from before the portal.</summary>
    public bool MayVary => Regime != Domain.Law.Regime.Full && Framework.Stage != FrameworkStage.Expired;
}

/// <summary>The value that the parties agreed, why, and by which variation.</summary>
public sealed record CapVariationForm
{
    [Display(Name = "Value"), Required(ErrorMessage = "Enter the value"), Range(typeof(decimal), "0.01", "999999999999", ErrorMessage = "Enter a value above £0", ParseLimitsInInvariantCulture = true)]
    public decimal? To { get; init; }

    [Display(Name = "Variation or deed"), Required(ErrorMessage = "Enter the number and the day of the variation or deed"), StringLength(400)]
    public string? Agreed { get; init; }

    [Display(Name = "Reason"), Required(ErrorMessage = "Say why the value changes"), StringLength(2000)]
    public string? Reason { get; init; }
}
