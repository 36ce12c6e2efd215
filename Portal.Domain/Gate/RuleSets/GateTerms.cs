using Portal.Domain.Kernel;

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

    /// <summary>What no rule set may say: a duty on no day, or a child waiting longer than the contract's 24 hours for price.</summary>
    public IReadOnlyList<Reason> WhatIsWrong()
    {
        int[] days = [ForeseeableAfterWorkingDays, ReviewWorkingDay, HostNotifiedWorkingDay, RatifyWorkingDay, LegalGroundWorkingDay, OnboardWorkingDay, PackageWeeks, ReviewDays, RetestWeeks];
        if (Array.Exists(days, d => d is < 1 or > 100))
        {
            return [new Reason("TERMS_RANGE", "Days and weeks of a rule set lie between 1 and 100.", Field: "Terms")];
        }

        return NeededWithinHours is < 24 or > 72
            ? [new Reason("TERMS_RANGE", "Price and paperwork may never delay a child needed within 24 hours; the limit lies between 24 and 72 hours.", "A9-11", "NeededWithinHours")]
            : [];
    }
}
