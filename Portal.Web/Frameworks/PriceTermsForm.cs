using System.ComponentModel.DataAnnotations;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;

namespace Portal.Web.Frameworks;

/// <summary>Prices and conditions as a provider types them.</summary>
public sealed record PriceTermsForm
{
    [Display(Name = "Core fee"), Required(ErrorMessage = "Enter the core fee")]
    public Money? Core { get; init; }

    [Display(Name = "Additional 1:1 hour")]
    public Money? OneToOneHour { get; init; }

    [Display(Name = "Education, a week")]
    public Money? EducationWeek { get; init; }

    [Display(Name = "Therapy, an hour")]
    public Money? TherapyHour { get; init; }

    [Display(Name = "Transport, a mile")]
    public Money? TransportMile { get; init; }

    [Display(Name = "Short break, a night")]
    public Money? ShortBreakNight { get; init; }

    [Display(Name = "Sibling discount"), Range(0, 100, ErrorMessage = "Sibling discount must be between 0 and 100")]
    public decimal SiblingDiscount { get; init; }

    [Display(Name = "Volume discount"), Range(0, 100, ErrorMessage = "Volume discount must be between 0 and 100")]
    public decimal VolumeDiscount { get; init; }

    [Display(Name = "Volume discount from which placement on"), Range(2, 1000, ErrorMessage = "The volume discount starts with the second placement or a later one")]
    public int? VolumeFrom { get; init; }

    [Display(Name = "Discount after 52 weeks"), Range(0, 100, ErrorMessage = "Discount after 52 weeks must be between 0 and 100")]
    public decimal LongTermDiscount { get; init; }

    [Display(Name = "Block discount"), Range(0, 100, ErrorMessage = "Block discount must be between 0 and 100")]
    public decimal BlockDiscount { get; init; }

    [Display(Name = "Paid for an empty guaranteed place"), Range(0, 100, ErrorMessage = "Paid for an empty guaranteed place must be between 0 and 100")]
    public decimal? VoidRate { get; init; }

    [Display(Name = "Paid to hold a bed"), Range(0, 100, ErrorMessage = "Paid to hold a bed must be between 0 and 100")]
    public decimal RetainerRate { get; init; } = 50m;

    [Display(Name = "Days a bed is held"), Range(0, 365, ErrorMessage = "Days a bed is held must be between 0 and 365")]
    public int RetainerDays { get; init; } = 14;

    [Display(Name = "Notice, in days"), Range(0, 365, ErrorMessage = "Notice must be between 0 and 365 days")]
    public int NoticeDays { get; init; } = 28;

    [Display(Name = "Days of absence at full fee"), Range(0, 365, ErrorMessage = "Days of absence must be between 0 and 365")]
    public int AbsenceFullDays { get; init; } = 14;

    [Display(Name = "From"), Required(ErrorMessage = "Enter the day from which the price holds")]
    public DateOnly? From { get; init; }

    public static PriceTermsForm Of(PriceTerms terms) => new()
    {
        Core = terms.Core,
        OneToOneHour = terms.OneToOneHour,
        EducationWeek = terms.EducationWeek,
        TherapyHour = terms.TherapyHour,
        TransportMile = terms.TransportMile,
        ShortBreakNight = terms.ShortBreakNight,
        SiblingDiscount = terms.SiblingDiscount,
        VolumeDiscount = terms.VolumeDiscount,
        VolumeFrom = terms.VolumeFrom,
        LongTermDiscount = terms.LongTermDiscount,
        BlockDiscount = terms.BlockDiscount,
        VoidRate = terms.VoidRate,
        RetainerRate = terms.RetainerRate,
        RetainerDays = terms.RetainerDays,
        NoticeDays = terms.NoticeDays,
        AbsenceFullDays = terms.AbsenceFullDays,
    };

    public PriceTerms Terms() => new()
    {
        Core = Core!.Value,
        OneToOneHour = OneToOneHour,
        EducationWeek = EducationWeek,
        TherapyHour = TherapyHour,
        TransportMile = TransportMile,
        ShortBreakNight = ShortBreakNight,
        SiblingDiscount = SiblingDiscount,
        VolumeDiscount = VolumeDiscount,
        VolumeFrom = VolumeFrom,
        LongTermDiscount = LongTermDiscount,
        BlockDiscount = BlockDiscount,
        VoidRate = VoidRate,
        RetainerRate = RetainerRate,
        RetainerDays = RetainerDays,
        NoticeDays = NoticeDays,
        AbsenceFullDays = AbsenceFullDays,
    };
}

/// <summary>The prices part of two pages: putting a home forward and asking for another price.</summary>
public interface IPricesPage
{
    FrameworkLot Lot { get; }

    PriceTermsForm Form { get; }
}
