using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>What a home charges under a framework and on what conditions (care-sector §1.3); percentages are of the core fee.</summary>
public sealed record PriceTerms
{
    /// <summary>The core fee for one child in one place, per the lot's unit, before discounts.</summary>
    public required Money Core { get; init; }

    public Money? OneToOneHour { get; init; }

    public Money? EducationWeek { get; init; }

    public Money? TherapyHour { get; init; }

    public Money? TransportMile { get; init; }

    public Money? ShortBreakNight { get; init; }

    /// <summary>Off the second and later child of one family.</summary>
    public decimal SiblingDiscount { get; init; }

    /// <summary>Off each placement beyond the volume the schedule names.</summary>
    public decimal VolumeDiscount { get; init; }

    /// <summary>From which running placement of the provider on the lot the volume discount is given; null where there is none.</summary>
    public int? VolumeFrom { get; init; }

    /// <summary>Off after 52 weeks in the home.</summary>
    public decimal LongTermDiscount { get; init; }

    /// <summary>Off a guaranteed (block) place.</summary>
    public decimal BlockDiscount { get; init; }

    /// <summary>Part of the block fee paid while a guaranteed place is empty.</summary>
    public decimal? VoidRate { get; init; }

    /// <summary>Part of the fee paid to hold a bed before admission or during absence.</summary>
    public decimal RetainerRate { get; init; } = 50m;

    public int RetainerDays { get; init; } = 14;

    /// <summary>Notice of a planned ending, in days.</summary>
    public int NoticeDays { get; init; } = 28;

    /// <summary>Days of absence paid in full before the retainer rate applies.</summary>
    public int AbsenceFullDays { get; init; } = 14;

    /// <summary>How prices may rise, in the agreement's words; empty where only the framework's own rule, if it has one, says so.</summary>
    public string UpliftRule { get; init; } = "";

    public static PriceTerms Of(Money core) => new() { Core = core };

    /// <summary>The same terms with every price so many per cent higher, rounded down to the penny, so that no price rises by more than the per cent.</summary>
    public PriceTerms RaisedBy(decimal percent) => this with
    {
        Core = Raised(Core, percent),
        OneToOneHour = OneToOneHour is { } hour ? Raised(hour, percent) : null,
        EducationWeek = EducationWeek is { } week ? Raised(week, percent) : null,
        TherapyHour = TherapyHour is { } therapy ? Raised(therapy, percent) : null,
        TransportMile = TransportMile is { } mile ? Raised(mile, percent) : null,
        ShortBreakNight = ShortBreakNight is { } night ? Raised(night, percent) : null,
    };

    /// <summary>Whether any price of these terms is above the other's, or is asked where the other had none.</summary>
    public bool IsDearerThan(PriceTerms other) => Core > other.Core
        || Dearer(OneToOneHour, other.OneToOneHour) || Dearer(EducationWeek, other.EducationWeek) || Dearer(TherapyHour, other.TherapyHour)
        || Dearer(TransportMile, other.TransportMile) || Dearer(ShortBreakNight, other.ShortBreakNight);

    /// <summary>What of these terms the lot does not allow; empty when all is well.</summary>
    public IReadOnlyList<Reason> WhatIsWrong(FrameworkLot lot) => [.. WrongPrices(lot), .. WrongNumbers()];

    private IEnumerable<Reason> WrongPrices(FrameworkLot lot)
    {
        if (Core <= Money.Zero)
        {
            yield return new Reason("CORE_FEE", "Enter a core fee above £0.", Field: "Core");
        }

        if (!lot.OpenBook && lot.Ceiling is { } ceiling && Core > ceiling)
        {
            yield return new Reason("ABOVE_CEILING", $"The core fee {Core} is above the lot’s published maximum of {ceiling}.", "care-sector §1.3", "Core");
        }

        if (Extras().Any(e => e < Money.Zero))
        {
            yield return new Reason("NEGATIVE_PRICE", "A price cannot be below £0.", Field: "Extras");
        }
    }

    private IEnumerable<Reason> WrongNumbers()
    {
        if (Rates().Any(r => r is < 0m or > 100m))
        {
            yield return new Reason("PERCENTAGE", "A percentage lies between 0 and 100.", Field: "Discounts");
        }

        if (VolumeDiscount > 0m && VolumeFrom is not > 1)
        {
            yield return new Reason("VOLUME_FROM", "Say from which placement on the volume discount is given: the second or a later one.", "care-sector §1.3", "VolumeFrom");
        }

        if (RetainerDays < 0 || NoticeDays < 0 || AbsenceFullDays < 0)
        {
            yield return new Reason("DAYS", "A number of days cannot be below 0.", Field: "NoticeDays");
        }
    }

    private static Money Raised(Money price, decimal percent) => new(decimal.Floor(price.Amount * (100m + percent)) / 100m);

    private static bool Dearer(Money? mine, Money? other) => mine is { } price && (other is not { } before || price > before);

    private IEnumerable<Money> Extras() => new[] { OneToOneHour, EducationWeek, TherapyHour, TransportMile, ShortBreakNight }.OfType<Money>();

    private decimal[] Rates() => [SiblingDiscount, VolumeDiscount, LongTermDiscount, BlockDiscount, VoidRate ?? 0m, RetainerRate];
}
