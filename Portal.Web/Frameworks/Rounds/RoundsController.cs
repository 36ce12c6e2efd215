using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Rounds;

/// <summary>A framework's re-openings, and the form that announces the next.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks/{frameworkRef}/rounds")]
public sealed class RoundsController(AnnounceRound announce, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string frameworkRef, CancellationToken cancel) => Page(frameworkRef, new AnnounceRoundForm(), cancel);

    [HttpPost]
    [Authorize(Policies.Commissioners)]
    public async Task<IActionResult> Announce(string frameworkRef, AnnounceRoundForm form, CancellationToken cancel)
    {
        FrameworkRound? round = null;
        return await Try(
            act: async () => round = await announce.Execute(Actor, frameworkRef, form.OpensAt!.Value, form.ClosesAt!.Value, form.TenderRef, cancel),
            then: () =>
            {
                Tell("The round is announced. Members are told, and providers of homes in the area that have not joined.");
                return Redirect($"{FrameworkLinks.Of(frameworkRef)}/rounds/{round!.Number}");
            },
            again: () => Page(frameworkRef, form, cancel));
    }

    private async Task<IActionResult> Page(string frameworkRef, AnnounceRoundForm form, CancellationToken cancel)
    {
        Framework framework = await db.LoadFramework(frameworkRef, cancel);
        List<FrameworkRound> rounds = await db.FrameworkRounds.AsNoTracking().Where(r => r.Framework == framework.Id).OrderByDescending(r => r.Number).ToListAsync(cancel);
        bool manages = (Actor.Organisation == framework.Lead || Actor.Organisation == framework.Cooperative) && Actor.Is(Role.Commissioner, Role.RccCommissioner);
        bool running = rounds.Exists(r => r.Stage is RoundStage.Announced or RoundStage.Open or RoundStage.Closed);
        string? years = framework.Form == FrameworkForm.Open ? (await db.Standing(framework, clock.GetUtcNow(), cancel)).YearsInWords : null;
        return View("Rounds", new RoundsPage(framework, rounds, manages && !running && framework.Form != FrameworkForm.Closed, form) { Years = years });
    }
}

/// <summary>The rounds of a framework.</summary>
public sealed record RoundsPage(Framework Framework, IReadOnlyList<FrameworkRound> Rounds, bool MayAnnounce, AnnounceRoundForm Form)
{
    /// <summary>From when an open framework's years count, and by when it is awarded again; null for any other.</summary>
    public string? Years { get; init; }
}

/// <summary>The next round.</summary>
public sealed record AnnounceRoundForm
{
    [Required(ErrorMessage = "Enter when the round opens")]
    public DateTimeOffset? OpensAt { get; init; }

    [Required(ErrorMessage = "Enter when the round closes")]
    public DateTimeOffset? ClosesAt { get; init; }

    [StringLength(40)]
    public string? TenderRef { get; init; }
}
