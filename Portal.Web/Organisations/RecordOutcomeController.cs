using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Organisations;

/// <summary>A quality lead records what the regulator's register says of a home.</summary>
[Authorize(Policies.QaLeads)]
[Route("/organisations/homes/{urn}/outcome")]
public sealed class RecordOutcomeController(RecordOutcome record, PortalDb db) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string urn, string? back, CancellationToken cancel)
    {
        ProviderHome home = await Home(urn, cancel);
        return View(new RecordOutcomePage(home, new RecordOutcomeForm { Registration = home.Registration, Judgement = home.Judgement, Restriction = home.Restriction, Back = back }));
    }

    [HttpPost]
    public Task<IActionResult> Post(string urn, RecordOutcomeForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, urn, new RegulatorOutcome(form.Registration!.Value, form.Judgement!.Value, form.Restriction, form.Source), cancel),
        then: () =>
        {
            Tell("The regulator’s outcome is recorded. The gate and every framework use it from now on.");
            return Redirect(Url.IsLocalUrl(form.Back) ? form.Back : "/frameworks");
        },
        again: async () => View("RecordOutcome", new RecordOutcomePage(await Home(urn, cancel), form)));

    private async Task<ProviderHome> Home(string urn, CancellationToken cancel) =>
        await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == urn, cancel) ?? throw new NotFound("The home");
}

/// <summary>The page.</summary>
public sealed record RecordOutcomePage(ProviderHome Home, RecordOutcomeForm Form);

/// <summary>What the register says.</summary>
public sealed record RecordOutcomeForm
{
    [Required(ErrorMessage = "Choose what the register says")]
    public Registration? Registration { get; init; }

    [Required(ErrorMessage = "Choose the overall judgement")]
    public Judgement? Judgement { get; init; }

    public bool Restriction { get; init; }

    [Required(ErrorMessage = "Say where you read it"), StringLength(500)]
    public string Source { get; init; } = "";

    /// <summary>The page to return to.</summary>
    public string? Back { get; init; }
}
