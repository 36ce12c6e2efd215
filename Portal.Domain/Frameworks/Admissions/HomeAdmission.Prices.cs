using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The prices of a home admission: every version with its dates and reason, and no silent change.</summary>
public sealed partial class HomeAdmission
{
    /// <summary>The version in force on a day; null when none is.</summary>
    public PriceSchedule? ScheduleOn(DateOnly day) => schedules.Find(s => s.InForceOn(day));

    /// <summary>Records the price agreed at admission (the award's schedule).</summary>
    public PriceSchedule AgreePrice(FrameworkLot lot, PriceTerms terms, DateOnly from, DateOnly? to = null)
    {
        if (schedules.Count > 0)
        {
            throw new RuleBroken("PRICE_AGREED", "This home has a price already. Propose a change with a reason instead.");
        }

        PriceSchedule schedule = Add(lot, terms, (from, to), "The price of the award.");
        schedule.Agree("The price of the award.");
        Happened("home.priceAgreed", Subject, schedule.ForTheLog(FrameworkRef, LotNumber));
        return schedule;
    }

    /// <summary>Asks for other terms from a later day; nothing changes until the framework's lead agrees.</summary>
    public PriceSchedule ProposePrice(FrameworkLot lot, PriceTerms terms, DateOnly from, string reason, DateOnly today)
    {
        Given.Reason(reason);
        if (schedules.Exists(s => s.Status == PriceScheduleStatus.Proposed))
        {
            throw new RuleBroken("PRICE_PENDING", "A price change for this home is waiting for a decision already.");
        }

        if (from <= today)
        {
            throw new RuleBroken("PRICE_BACKDATED", "A changed price starts tomorrow at the earliest; children already placed keep the price of their agreement.", "care-sector §1.3", "From");
        }

        PriceSchedule schedule = Add(lot, terms, (from, null), reason);
        Happened("home.priceProposed", Subject, schedule.ForTheLog(FrameworkRef, LotNumber));
        return schedule;
    }

    /// <summary>Agrees a proposed price; the version before it ends the day before.</summary>
    public void AcceptPrice(int version, string reason, DateOnly today)
    {
        Given.Reason(reason);
        PriceSchedule proposed = Proposed(version);
        if (proposed.From <= today)
        {
            throw new RuleBroken("PRICE_BACKDATED", "The day from which this price was asked has passed. The provider must propose it anew.", "care-sector §1.3");
        }

        foreach (PriceSchedule earlier in schedules.Where(s => s.Status == PriceScheduleStatus.Agreed && (s.To is null || s.To >= proposed.From)))
        {
            earlier.EndBefore(proposed.From);
        }

        proposed.Agree(reason);
        Happened("home.priceAgreed", Subject, proposed.ForTheLog(FrameworkRef, LotNumber));
    }

    public void RefusePrice(int version, string reason)
    {
        Given.Reason(reason);
        PriceSchedule proposed = Proposed(version);
        proposed.Refuse(reason);
        Happened("home.priceRefused", Subject, new { FrameworkRef, LotNumber, version, reason });
    }

    /// <summary>Writes the version that an uplift brings, for a day that has not come; the version that held until then ends the day before.</summary>
    internal PriceSchedule Raise(FrameworkLot lot, Uplift uplift, DateOnly from, DateOnly today)
    {
        if (from <= today)
        {
            throw new RuleBroken("PRICE_BACKDATED", "A changed price starts tomorrow at the earliest.", "care-sector §1.3", "From");
        }

        PriceSchedule before = ScheduleOn(from)!;
        PriceSchedule raised = Add(lot, before.Terms.RaisedBy(uplift.Percent), (from, before.To), uplift.Because);
        before.EndBefore(from);
        raised.Agree(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Uplift of {uplift.Percent:0.##} % carried by the framework’s board: {uplift.Count(BoardVoice.For)} for, {uplift.Count(BoardVoice.Against)} against."));
        Happened("home.priceAgreed", Subject, raised.ForTheLog(FrameworkRef, LotNumber));
        return raised;
    }

    private PriceSchedule Proposed(int version) =>
        schedules.Find(s => s.Number == version && s.Status == PriceScheduleStatus.Proposed) ?? throw new NotFound($"Proposed price {version} of home {HomeUrn}");

    private PriceSchedule Add(FrameworkLot lot, PriceTerms terms, (DateOnly From, DateOnly? To) validity, string reason)
    {
        RuleBroken.If(terms.WhatIsWrong(lot));
        var schedule = new PriceSchedule(Id, schedules.Count + 1, terms, lot.Unit, validity, reason);
        schedules.Add(schedule);
        return schedule;
    }
}
