using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Sufficiency;

/// <summary>Whether each lot has enough homes for the gate's rules to bind: figures, the last finding, and the form that records the next.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/{frameworkRef}/sufficiency")]
public sealed class SufficiencyController(CheckSufficiency check, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) => Page(frameworkRef, new SufficiencyForm(), cancel);

    [HttpPost]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Record(string frameworkRef, SufficiencyForm form, CancellationToken cancel) => Try(
        act: () => check.Execute(Actor, frameworkRef, form.Lot!, form.Sufficient!.Value, form.Words!, cancel),
        then: () =>
        {
            Tell(form.Sufficient == true ? "The check is recorded. The gate’s rules bind this lot from today." : "The check is recorded. The gate’s rules do not bind this lot.");
            return Redirect($"{FrameworkLinks.Of(frameworkRef)}/sufficiency");
        },
        again: () => Page(frameworkRef, form, cancel));

    private async Task<IActionResult> Page(string frameworkRef, SufficiencyForm form, CancellationToken cancel)
    {
        Framework framework = await db.LoadFramework(frameworkRef, cancel);
        List<SufficiencyCheck> checks = await db.SufficiencyChecks.AsNoTracking().Where(c => c.Framework == framework.Id).OrderByDescending(c => c.At).ToListAsync(cancel);
        List<LotSufficiency> lots = [];
        foreach (FrameworkLot lot in framework.Lots.OrderBy(l => l.Number, StringComparer.Ordinal))
        {
            lots.Add(new LotSufficiency(lot, await db.SupplyOf(framework.Id, lot.Number, cancel), checks.Find(c => c.LotNumber == lot.Number)));
        }

        bool manages = (Actor.Organisation == framework.Lead || Actor.Organisation == framework.Cooperative) && Actor.Is(Role.Commissioner, Role.RccCommissioner);
        return View("Sufficiency", new SufficiencyPage(framework, lots, manages, form));
    }
}

/// <summary>A lot with what it offers now and what was found last.</summary>
public sealed record LotSufficiency(FrameworkLot Lot, LotSupply Now, SufficiencyCheck? Last);

/// <summary>The lots of a framework.</summary>
public sealed record SufficiencyPage(Framework Framework, IReadOnlyList<LotSufficiency> Lots, bool Manages, SufficiencyForm Form);

/// <summary>A finding.</summary>
public sealed record SufficiencyForm
{
    [Required(ErrorMessage = "Choose the lot")]
    public string? Lot { get; init; }

    [Required(ErrorMessage = "Say whether the lot suffices")]
    public bool? Sufficient { get; init; }

    [Required(ErrorMessage = "Say on what the finding rests"), StringLength(2000)]
    public string? Words { get; init; }
}
