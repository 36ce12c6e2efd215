using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Earlier;

/// <summary>A region brings in a framework that it runs already.</summary>
[Authorize(Policies.Commissioners)]
[Route("/frameworks/new")]
public sealed class RecordFrameworkController(RecordFramework record) : PageController
{
    [HttpGet]
    public IActionResult Show() => View(new RecordFrameworkPage(new RecordFrameworkForm()));

    [HttpPost]
    public Task<IActionResult> Post(RecordFrameworkForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, form.Earlier(), cancel),
        then: () =>
        {
            Tell("The framework is recorded. Next: its lots and the providers on them; then take it live.");
            return Redirect(FrameworkLinks.Of(form.Ref!) + "/setup");
        },
        again: () => Task.FromResult<IActionResult>(View("RecordFramework", new RecordFrameworkPage(form))));
}

/// <summary>The page.</summary>
public sealed record RecordFrameworkPage(RecordFrameworkForm Form)
{
    public IReadOnlyList<Choice> Forms { get; } =
    [
        new(nameof(FrameworkForm.Flexible), "Flexible", "A light-touch agreement that re-opens under its own terms"),
        new(nameof(FrameworkForm.Open), "Open", "Re-opens under section 49 of the Procurement Act 2023"),
        new(nameof(FrameworkForm.Closed), "Closed", "Its notice promised no re-opening"),
    ];
}

/// <summary>The agreement as its notice and contract say.</summary>
public sealed record RecordFrameworkForm
{
    [Display(Name = "Reference"), Required(ErrorMessage = "Enter a reference"), RegularExpression(@"^[A-Z][A-Z0-9-]{2,19}$", ErrorMessage = "A reference is 3 to 20 capital letters, figures and hyphens, for example WM-2024")]
    public string? Ref { get; init; }

    [Required(ErrorMessage = "Enter the title"), StringLength(250)]
    public string? Title { get; init; }

    [Display(Name = "Kind"), Required(ErrorMessage = "Choose the kind of framework")]
    public FrameworkForm? Kind { get; init; }

    [Display(Name = "First day"), Required(ErrorMessage = "Enter the first day of the term")]
    public DateOnly? StartsOn { get; init; }

    [Display(Name = "Last day"), Required(ErrorMessage = "Enter the last day of the term")]
    public DateOnly? EndsOn { get; init; }

    [Display(Name = "Latest extension")]
    public DateOnly? MayExtendTo { get; init; }

    [Display(Name = "Estimated value"), Required(ErrorMessage = "Enter the estimated value of its notice")]
    public Money? EstimatedValue { get; init; }

    [Display(Name = "Value used so far")]
    public Money? Used { get; init; }

    [Display(Name = "Price register")]
    public bool RegisterClause { get; init; }

    [Display(Name = "Homes still being checked")]
    public bool PendingHomes { get; init; }

    public EarlierFramework Earlier() => new()
    {
        Ref = Ref!,
        Title = Title!.Trim(),
        Form = Kind!.Value,
        StartsOn = StartsOn!.Value,
        EndsOn = EndsOn!.Value,
        MayExtendTo = MayExtendTo,
        EstimatedValue = EstimatedValue!.Value,
        Used = Used ?? Money.Zero,
        RegisterClause = RegisterClause,
        PendingHomesAllowed = PendingHomes,
    };
}
