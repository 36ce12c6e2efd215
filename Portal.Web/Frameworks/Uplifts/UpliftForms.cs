using System.ComponentModel.DataAnnotations;
using Portal.Domain.Frameworks;

namespace Portal.Web.Frameworks.Uplifts;

/// <summary>The uplift rule as the framework's terms publish it.</summary>
public sealed record UpliftRuleForm
{
    [Display(Name = "Index"), Required(ErrorMessage = "Enter the index"), StringLength(100)]
    public string? Index { get; init; } = "Consumer Prices Index";

    [Display(Name = "Cap"), Required(ErrorMessage = "Enter the cap in per cent"), Range(0, 100, ErrorMessage = "The cap must be between 0 and 100")]
    public decimal? CapPercent { get; init; }

    [Display(Name = "Review trigger"), Range(0, 100, ErrorMessage = "The review trigger must be between 0 and 100")]
    public decimal? ReviewAbovePercent { get; init; }

    [Display(Name = "Quorum"), Required(ErrorMessage = "Enter the quorum in per cent of the board"), Range(1, 100, ErrorMessage = "The quorum must be between 1 and 100")]
    public int? QuorumPercent { get; init; } = 50;

    [Display(Name = "Days to vote"), Required(ErrorMessage = "Enter for how many days a vote stands open"), Range(3, 60, ErrorMessage = "A vote stands open for 3 to 60 days")]
    public int? VoteDays { get; init; } = 14;

    [Display(Name = "Where it is published"), Required(ErrorMessage = "Say where in the framework’s terms this stands"), StringLength(1000)]
    public string? Published { get; init; }

    [Display(Name = "First day of a rise")]
    public DateOnly? EarliestOn { get; init; }

    public static UpliftRuleForm Of(UpliftTerms? terms) => terms is null ? new UpliftRuleForm() : new UpliftRuleForm
    {
        Index = terms.Index,
        CapPercent = Plain(terms.CapPercent),
        ReviewAbovePercent = terms.ReviewAbovePercent is { } trigger ? Plain(trigger) : null,
        QuorumPercent = terms.QuorumPercent,
        VoteDays = terms.VoteDays,
        Published = terms.Published,
        EarliestOn = terms.EarliestOn,
    };

    // As a person writes it: 4, not the 4.0 that a database keeps.
    private static decimal Plain(decimal percent) => percent / 1.0000000000000000000000000000m;

    public UpliftTerms Terms() => new(Index!.Trim(), CapPercent!.Value, ReviewAbovePercent, QuorumPercent!.Value, VoteDays!.Value, Published!.Trim(), EarliestOn);
}

/// <summary>From when another rule holds, by which variation, and why.</summary>
public sealed record UpliftChangeForm
{
    [Display(Name = "First day of the new rule"), Required(ErrorMessage = "Enter the day from which the new rule holds")]
    public DateOnly? From { get; init; }

    [Display(Name = "Variation or deed"), Required(ErrorMessage = "Enter the number and the day of the variation or deed"), StringLength(400)]
    public string? Variation { get; init; }

    [Display(Name = "Reason"), Required(ErrorMessage = "Say why the rule changes"), StringLength(2000)]
    public string? Reason { get; init; }
}

/// <summary>An index figure as its publisher gave it.</summary>
public sealed record IndexForm
{
    /// <summary>Of which of the rule's indexes; null: today's.</summary>
    [StringLength(100)]
    public string? Name { get; init; }

    [Display(Name = "Index figure"), Required(ErrorMessage = "Enter the index figure in per cent"), Range(-100, 100, ErrorMessage = "The index figure must be between -100 and 100")]
    public decimal? Percent { get; init; }

    [Display(Name = "Period"), Required(ErrorMessage = "Enter the period, such as 12 months to September 2026"), StringLength(100)]
    public string? Period { get; init; }

    [Display(Name = "Source"), Required(ErrorMessage = "Say where you read it"), StringLength(400)]
    public string? Source { get; init; }

    [Display(Name = "First day")]
    public DateOnly? From { get; init; }

    public IndexFigure Figure() => new(Percent!.Value, Period!, Source!, Name, From);
}

/// <summary>Why a proposed change of the uplift rule is not made.</summary>
public sealed record NoRuleChangeForm
{
    [Display(Name = "Reason"), Required(ErrorMessage = "Say why the change is not made"), StringLength(2000)]
    public string? Reason { get; init; }
}
