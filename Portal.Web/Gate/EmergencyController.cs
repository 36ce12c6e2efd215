using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>An emergency: three questions and one declaration, recorded at once.</summary>
[Authorize(Policies.PlacementOfficers)]
[Route("/gate/emergency")]
public sealed class EmergencyController(RecordDecision record, PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(CancellationToken cancel) => Page(new EmergencyForm(), cancel);

    [HttpPost]
    public async Task<IActionResult> Post(EmergencyForm form, CancellationToken cancel)
    {
        GateDecision? decided = null;
        return await Try(
            act: async () => decided = await record.Execute(Actor, form.ToAsked(clock.GetUtcNow()), null, cancel),
            then: () => Redirect($"/gate/decisions/{decided!.Id.Value}"),
            again: () => Page(form, cancel));
    }

    private async Task<IActionResult> Page(EmergencyForm form, CancellationToken cancel) =>
        View("Emergency", new EmergencyPage(form, await db.OnDuty(Actor.Organisation, clock.GetUtcNow(), cancel)));
}

/// <summary>The page.</summary>
public sealed record EmergencyPage(EmergencyForm Form, IReadOnlyList<DutyTurn> OnDuty);

/// <summary>What is asked at 2 a.m.: how old, which home, what price; and the declaration.</summary>
public sealed record EmergencyForm : IValidatableObject
{
    // Longer ago than the card is good for, nobody can say that it was followed.
    private const int MostDaysAfterwards = 14;

    [Required(ErrorMessage = "Enter the child’s age"), Range(0, 25, ErrorMessage = "Enter an age from 0 to 25")]
    public int? ChildAge { get; init; }

    [Required(ErrorMessage = "Choose the service")]
    public string ServiceType { get; init; } = "residential";

    [RegularExpression(@"^(SC\d{6}|\d{7})$", ErrorMessage = "A URN is SC and six digits, or seven digits. Leave it empty when the home is not listed.")]
    public string? HomeUrn { get; init; }

    /// <summary>What is known of a home whose URN is not: optional tonight, owed tomorrow.</summary>
    [StringLength(200)]
    public string? HomeName { get; init; }

    [StringLength(200)]
    public string? HomeProvider { get; init; }

    [StringLength(40)]
    public string? HomeTelephone { get; init; }

    [Required(ErrorMessage = "Enter the weekly fee asked")]
    public Money? Price { get; init; }

    [StringLength(60)]
    public string? ChildReference { get; init; }

    [Required(ErrorMessage = "Say in a sentence why the child needs this place now"), StringLength(4000)]
    public string? Why { get; init; }

    public bool Declared { get; init; }

    /// <summary>When it was decided by the offline card; empty when the portal was there.</summary>
    public DateTimeOffset? DecidedOffline { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Declared)
        {
            yield return new ValidationResult("Make the declaration", [nameof(Declared)]);
        }

        DateTimeOffset now = validationContext.GetRequiredService<TimeProvider>().GetUtcNow();
        if (DecidedOffline > now || DecidedOffline < now.AddDays(-MostDaysAfterwards))
        {
            yield return new ValidationResult($"A decision is entered afterwards within {MostDaysAfterwards} days, and lies in the past", [nameof(DecidedOffline)]);
        }

        if (Price < Money.Zero)
        {
            yield return new ValidationResult("A fee is not negative", [nameof(Price)]);
        }
    }

    public AskedOption ToAsked(DateTimeOffset now) => new()
    {
        ChildAge = ChildAge!.Value,
        ServiceType = ServiceType,
        HomeUrn = string.IsNullOrWhiteSpace(HomeUrn) ? null : HomeUrn,
        Unlisted = string.IsNullOrWhiteSpace(HomeUrn) ? UnlistedHome.Of(HomeName, HomeProvider, HomeTelephone) : null,
        Price = Price!.Value,
        Urgency = Urgency.OutOfHours,
        KnownSince = now,
        NewContract = true,
        ChildReference = string.IsNullOrWhiteSpace(ChildReference) ? null : ChildReference.Trim(),
        Declaration = Why,
        DecidedOffline = DecidedOffline,
    };
}
