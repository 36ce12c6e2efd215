using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Where a version of a price schedule stands.</summary>
public enum PriceScheduleStatus
{
    Proposed,
    Agreed,
    Refused,
}

/// <summary>One version of a home's prices on a lot, with the days on which it holds and the reasons for asking and deciding.</summary>
public sealed class PriceSchedule
{
    private PriceSchedule()
    {
    }

    internal PriceSchedule(HomeAdmissionId homeAdmission, int number, PriceTerms terms, string unit, (DateOnly From, DateOnly? To) validity, string reason)
    {
        Id = Guid.CreateVersion7();
        HomeAdmission = homeAdmission;
        Number = number;
        Terms = terms;
        Unit = unit;
        From = validity.From;
        To = validity.To;
        AskedBecause = reason;
    }

    public Guid Id { get; private set; }

    public HomeAdmissionId HomeAdmission { get; private set; }

    /// <summary>1 is the price of the award.</summary>
    public int Number { get; private set; }

    public PriceScheduleStatus Status { get; private set; }

    public PriceTerms Terms { get; private set; } = null!;

    public string Unit { get; private set; } = "";

    public DateOnly From { get; private set; }

    /// <summary>Last day in force; null while open-ended.</summary>
    public DateOnly? To { get; private set; }

    public string AskedBecause { get; private set; } = "";

    public string? DecidedBecause { get; private set; }

    public bool InForceOn(DateOnly day) => Status == PriceScheduleStatus.Agreed && From <= day && (To is null || day <= To) && (To is null || To >= From);

    internal void Agree(string reason) => (Status, DecidedBecause) = (PriceScheduleStatus.Agreed, reason);

    internal void Refuse(string reason) => (Status, DecidedBecause) = (PriceScheduleStatus.Refused, reason);

    internal void EndBefore(DateOnly next) => To = next.AddDays(-1);

    internal object ForTheLog(string frameworkRef, string lotNumber) =>
        new { frameworkRef, lotNumber, version = Number, core = Terms.Core.Amount, Unit, From, To, AskedBecause, DecidedBecause };
}
