using System.ComponentModel.DataAnnotations;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Web.Tenders;

/// <summary>What is typed about a decision of the authority's own governance.</summary>
public sealed record GoverningForm
{
    [Required(ErrorMessage = "Enter the decision number"), StringLength(60, ErrorMessage = "The number has at most 60 characters")]
    public string? Decision { get; init; }

    [Display(Name = "Day of the decision"), Required(ErrorMessage = "Enter the day of the decision")]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "Enter who decided"), StringLength(200, ErrorMessage = "At most 200 characters")]
    public string? By { get; init; }

    [Display(Name = "Value it allows"), Required(ErrorMessage = "Enter the value it allows")]
    public Money? Limit { get; init; }

    [Display(Name = "Last day of the call-in")]
    public DateOnly? CallInEndsOn { get; init; }

    [StringLength(1000, ErrorMessage = "At most 1,000 characters")]
    public string? NoCallInReason { get; init; }

    public static GoverningForm Of(GoverningDecision? made) => new()
    {
        Decision = made?.Decision,
        On = made?.On,
        By = made?.By,
        Limit = made?.Limit,
        CallInEndsOn = made?.CallInEndsOn,
        NoCallInReason = made?.NoCallInReason,
    };

    public ApprovalToProcure ToProcure() => new(Decision ?? "", On ?? default, By ?? "") { Limit = Limit, CallInEndsOn = CallInEndsOn, NoCallInReason = NoCallInReason ?? "" };

    public ApprovalToAward ToAward() => new(Decision ?? "", On ?? default, By ?? "") { Limit = Limit, CallInEndsOn = CallInEndsOn, NoCallInReason = NoCallInReason ?? "" };
}

/// <summary>A page on which such a decision is recorded, with what it still leaves in the way.</summary>
public sealed record GoverningPage(string Ref, string Title, Money? Value, IReadOnlyList<Reason> Blocks, GoverningForm Form)
{
    /// <summary>What the value is of.</summary>
    public string What { get; init; } = "this tender";
}
