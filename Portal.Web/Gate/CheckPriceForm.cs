using System.ComponentModel.DataAnnotations;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Web.Gate;

/// <summary>The page: what was asked and, when complete, the answer.</summary>
public sealed record CheckPricePage(CheckPriceForm Form, GateAnswer? Answer, ProviderHome? Home)
{
    public IReadOnlyList<DutyTurn> OnDuty { get; init; } = [];

    /// <summary>The home's statement of purpose covers the service.</summary>
    public bool Serves { get; init; } = true;

    /// <summary>What the rule's own words leave open: no such home, or which of two grounds stops it.</summary>
    public string? Precisely => (Answer, Home) switch
    {
        (null, _) => null,
        (_, null) => $"The portal’s copy of the regulator’s register has no home {Form.HomeUrn}. Check the number; if it is right, the home is new or is not registered: look in Ofsted’s own register, and ring whoever is on duty.",
        ({ Decisive: "A5" }, _) when !Serves => $"The statement of purpose of {Home.Name} does not cover this service.",
        ({ Decisive: "A5" }, _) => $"{Home.Name} has {Home.PlacesVacant} of {Home.PlacesRegistered} registered places free.",
        _ => null,
    };

    /// <summary>Places of the home under its former URN that no novation has passed on.</summary>
    public IReadOnlyList<PlaceNotPassed> NotPassed { get; init; } = [];
}

/// <summary>What an officer asks the gate about one option.</summary>
public sealed record CheckPriceForm
{
    [Required(ErrorMessage = "Enter the home’s Ofsted URN"), RegularExpression(@"^(SC\d{6}|\d{7})$", ErrorMessage = "A URN is SC and six digits, or seven digits")]
    public string? HomeUrn { get; init; }

    [Required(ErrorMessage = "Enter the whole fee asked")]
    public Money? Price { get; init; }

    public PriceUnit Unit { get; init; }

    [Required(ErrorMessage = "Enter the child’s age"), Range(0, 25, ErrorMessage = "Enter an age from 0 to 25")]
    public int? ChildAge { get; init; }

    [Required(ErrorMessage = "Choose the service")]
    public string? ServiceType { get; init; } = "residential";

    public Urgency Urgency { get; init; }

    public DateTimeOffset? NeededBy { get; init; }

    [StringLength(60)]
    public string? ChildReference { get; init; }

    [StringLength(40)]
    public string? Referral { get; init; }

    [Range(0, 5200, ErrorMessage = "Enter a number of weeks")]
    public decimal? Weeks { get; init; }

    public bool AlreadyLivesThere { get; init; }

    public bool Adjoining { get; init; }

    [StringLength(4000)]
    public string? LegalGround { get; init; }

    [StringLength(4000)]
    public string? ExceptionReason { get; init; }

    public bool IsComplete => HomeUrn is not null && Price is { } price && price >= Money.Zero && ChildAge is not null && ServiceType is not null;

    public AskedOption ToAsked() => new()
    {
        ChildReference = Blank(ChildReference),
        ChildAge = ChildAge!.Value,
        ServiceType = ServiceType!,
        Urgency = Urgency,
        NeededBy = NeededBy,
        HomeUrn = HomeUrn,
        Price = Price!.Value,
        Unit = Unit,
        Weeks = Weeks,
        Referral = Blank(Referral),
        AlreadyLivesThere = AlreadyLivesThere,
        NewContract = !AlreadyLivesThere,
        Distance = Adjoining ? Distance.Adjoining : null,
        LegalGround = Blank(LegalGround),
        ExceptionReason = Blank(ExceptionReason),
    };

    /// <summary>Runs the recording; what the gate cannot read is shown at its field.</summary>
    public async Task<GateDecision> Recorded(Func<Task<GateDecision>> act)
    {
        try
        {
            return Price < Money.Zero ? throw new RuleBroken("PRICE", "A fee is not negative.", field: "Price") : await act();
        }
        catch (FactsRefused refused)
        {
            throw new RuleBroken([.. refused.Errors.Select(e => new Reason("FACTS", string.Join(" ", e.Value), Field: e.Key))]);
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
