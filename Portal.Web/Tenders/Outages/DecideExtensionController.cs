using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Outages;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Outages;

/// <summary>The commissioner decides whether everybody gets more time after an outage before the deadline.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/extension")]
public sealed class DecideExtensionController(PortalDb db, DecideExtension decide, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => Page(tenderRef, null, cancel);

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, DecideExtensionForm form, CancellationToken cancel) => Try(
        act: () => decide.Execute(Actor, tenderRef, form.MoreTime == true ? form.ClosesAt ?? throw new RuleBroken("DEADLINE_MISSING", "Enter the new deadline.", "D1-11", "ClosesAt") : null, form.Reason ?? "", cancel),
        then: () =>
        {
            Tell(form.MoreTime == true ? "Everybody has more time and has been told." : "The deadline stands; everybody has been told why.");
            return Redirect(TenderLinks.Page(tenderRef));
        },
        again: () => Page(tenderRef, form, cancel));

    private async Task<IActionResult> Page(string tenderRef, DecideExtensionForm? form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        ExtensionProposal? proposal = await db.ExtensionProposals.AsNoTracking().Where(p => p.Tender == tender.Id).OrderByDescending(p => p.ProposedAt).FirstOrDefaultAsync(cancel);
        DateTimeOffset? least = proposal?.Least(clock.GetUtcNow());
        DecideExtensionForm shown = form ?? new DecideExtensionForm { ClosesAt = least is { } at ? NextHour(at) : null };
        return View("DecideExtension", new DecideExtensionPage(tender.Ref, tender.Title, proposal, shown));
    }

    private static DateTimeOffset NextHour(DateTimeOffset at) => new(at.UtcTicks + (TimeSpan.TicksPerHour - 1) - ((at.UtcTicks + TimeSpan.TicksPerHour - 1) % TimeSpan.TicksPerHour), TimeSpan.Zero);
}

/// <summary>The page: what was found, and the form while a decision is awaited.</summary>
public sealed record DecideExtensionPage(string Ref, string Title, ExtensionProposal? Proposal, DecideExtensionForm Form);

/// <summary>What is decided.</summary>
public sealed record DecideExtensionForm
{
    [Display(Name = "More time"), Required(ErrorMessage = "Say whether everybody gets more time")]
    public bool? MoreTime { get; init; }

    [Display(Name = "New deadline")]
    public DateTimeOffset? ClosesAt { get; init; }

    [Required(ErrorMessage = "Give the reason; everybody reads it"), StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Reason { get; init; }
}
