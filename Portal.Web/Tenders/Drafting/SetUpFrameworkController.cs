using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;
using FrameworkForm = Portal.Domain.Frameworks.FrameworkForm;
using UpliftTerms = Portal.Domain.Frameworks.UpliftTerms;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Says what framework the tender sets up, or that it sets up none.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/framework")]
public sealed class SetUpFrameworkController(PortalDb db, SetUpFramework setUp, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(await SetUpFrameworkPage.Read(db, tender, SetUpFrameworkForm.Of(tender), clock.GetUtcNow(), cancel));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, SetUpFrameworkForm form, CancellationToken cancel) => Try(
        act: () => setUp.Execute(Actor, tenderRef, form.Terms(), cancel),
        then: () => Redirect(TenderLinks.Draft(tenderRef)),
        again: async () =>
        {
            db.ChangeTracker.Clear(); // What was to be saved is not what stands.
            return View(await SetUpFrameworkPage.Read(db, await db.LoadTenderToChange(Actor, tenderRef, cancel), form, clock.GetUtcNow(), cancel));
        });
}

/// <summary>What is typed.</summary>
public sealed record SetUpFrameworkForm
{
    public bool IsFramework { get; init; }

    [RegularExpression("^[A-Za-z0-9-]{2,40}$", ErrorMessage = "A reference has 2 to 40 letters, digits and dashes")]
    public string? FrameworkRef { get; init; }

    public bool National { get; init; }

    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    public DateOnly? ExtensionsTo { get; init; }

    [Display(Name = "Why longer than four years"), StringLength(2000)]
    public string? LongerTermReason { get; init; }

    [Range(1, 100_000, ErrorMessage = "A number of suppliers from 1")]
    public int? MostSuppliers { get; init; }

    public string? SelectionProcess { get; init; }

    public string? PriceMechanism { get; init; }

    public string? WhoMayUse { get; init; }

    /// <summary>Left out by an older page: flexible, as it was.</summary>
    [Display(Name = "How suppliers join later")]
    public FrameworkForm? Joining { get; init; }

    [Display(Name = "Index"), StringLength(100)]
    public string? UpliftIndex { get; init; }

    [Display(Name = "Cap"), Range(0, 100, ErrorMessage = "The cap must be between 0 and 100")]
    public decimal? UpliftCap { get; init; }

    [Display(Name = "Review trigger"), Range(0, 100, ErrorMessage = "The review trigger must be between 0 and 100")]
    public decimal? UpliftReviewAbove { get; init; }

    [Display(Name = "First day of a rise")]
    public DateOnly? UpliftEarliestOn { get; init; }

    public bool DynamicMarket { get; init; }

    public bool RegisterClause { get; init; }

    public static SetUpFrameworkForm Of(Tender tender)
    {
        FrameworkTerms terms = tender.Framework ?? new FrameworkTerms();
        return new SetUpFrameworkForm
        {
            IsFramework = tender.Framework is not null,
            FrameworkRef = terms.Ref,
            National = terms.National,
            StartsOn = terms.StartsOn,
            EndsOn = terms.EndsOn,
            ExtensionsTo = terms.ExtensionsTo,
            LongerTermReason = terms.LongerTermReason,
            MostSuppliers = terms.MostSuppliers,
            SelectionProcess = terms.SelectionProcess,
            PriceMechanism = terms.PriceMechanism,
            WhoMayUse = terms.WhoMayUse,
            Joining = tender.Framework is null && tender.Regime == Regime.Full ? null : terms.Form,
            UpliftIndex = terms.Uplift?.Index,
            UpliftCap = terms.Uplift?.CapPercent,
            UpliftReviewAbove = terms.Uplift?.ReviewAbovePercent,
            UpliftEarliestOn = terms.Uplift?.EarliestOn,
            DynamicMarket = terms.DynamicMarket,
            RegisterClause = terms.RegisterClause,
        };
    }

    public FrameworkTerms? Terms() => !IsFramework ? null : new FrameworkTerms
    {
        Ref = Said(FrameworkRef),
        National = National,
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        ExtensionsTo = ExtensionsTo,
        LongerTermReason = string.IsNullOrWhiteSpace(LongerTermReason) ? null : LongerTermReason.Trim(),
        MostSuppliers = MostSuppliers,
        SelectionProcess = Said(SelectionProcess),
        PriceMechanism = Said(PriceMechanism),
        WhoMayUse = Said(WhoMayUse),
        OpenFramework = Joining == FrameworkForm.Open,
        ClosedFramework = Joining == FrameworkForm.Closed,
        DynamicMarket = DynamicMarket,
        RegisterClause = RegisterClause,
        Uplift = Uplift(),
    };

    private static string Said(string? words) => words?.Trim() ?? "";

    // Half of a rule is kept as it is: the task list says what it lacks.
    private UpliftTerms? Uplift() => string.IsNullOrWhiteSpace(UpliftIndex) && UpliftCap is null && UpliftReviewAbove is null && UpliftEarliestOn is null ? null
        : new UpliftTerms(UpliftIndex?.Trim() ?? "", UpliftCap ?? 0m, UpliftReviewAbove, UpliftTerms.UsualQuorum, UpliftTerms.UsualVoteDays, "The framework terms of the tender notice.", UpliftEarliestOn);
}
