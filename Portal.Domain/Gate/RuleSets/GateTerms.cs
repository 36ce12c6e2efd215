namespace Portal.Domain.Gate.RuleSets;

/// <summary>The numbers a gate rule set fixes: hours, working days (UK-wide, A5-06) and weeks. The defaults are those of the founding rule set.</summary>
public sealed record GateTerms
{
    /// <summary>Needed within this many hours, price and paperwork no longer delay the child (A9-11; care-sector §2.3, emergency).</summary>
    public int NeededWithinHours { get; init; } = 24;

    /// <summary>A need known for more than this many working days was foreseeable (Schedule 5: urgency not attributable to the authority).</summary>
    public int ForeseeableAfterWorkingDays { get; init; } = 5;

    /// <summary>The co-operative's duty commissioner looks at an emergency on this working day (care-sector §2.4).</summary>
    public int ReviewWorkingDay { get; init; } = 1;

    /// <summary>The host authority is told of an emergency start by this working day (care-sector §2.3, distance).</summary>
    public int HostNotifiedWorkingDay { get; init; } = 5;

    /// <summary>An emergency is ratified by this working day or the authority to extend it lapses (care-sector §2.4).</summary>
    public int RatifyWorkingDay { get; init; } = 5;

    /// <summary>The legal ground of an emergency is filed by this working day (care-sector §2.4).</summary>
    public int LegalGroundWorkingDay { get; init; } = 10;

    /// <summary>A home whose onboarding is pending is onboarded by this working day.</summary>
    public int OnboardWorkingDay { get; init; } = 10;

    /// <summary>A package above schedule rates lasts at most this many weeks.</summary>
    public int PackageWeeks { get; init; } = 12;

    /// <summary>An off-framework placement is reviewed after this many days and tested against the frameworks again after this many weeks.</summary>
    public int ReviewDays { get; init; } = 28;

    public int RetestWeeks { get; init; } = 12;
}
