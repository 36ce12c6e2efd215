using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>One home of an uplift: the price it started from, the price it comes to, and the version of its schedule that followed, or why none did.</summary>
public sealed class UpliftHome
{
    private UpliftHome()
    {
    }

    internal UpliftHome(UpliftId uplift, HomeAdmission home, UpliftAsked asked)
    {
        PriceSchedule now = home.ScheduleOn(asked.From)!;
        Id = Guid.CreateVersion7();
        Uplift = uplift;
        HomeAdmission = home.Id;
        HomeUrn = home.HomeUrn;
        FromVersion = now.Number;
        Before = now.Terms.Core;
        After = now.Terms.RaisedBy(asked.Percent).Core;
        Unit = now.Unit;
    }

    public Guid Id { get; private set; }

    public UpliftId Uplift { get; private set; }

    public HomeAdmissionId HomeAdmission { get; private set; }

    public string HomeUrn { get; private set; } = "";

    public int FromVersion { get; private set; }

    public Money Before { get; private set; }

    public Money After { get; private set; }

    public string Unit { get; private set; } = "";

    public int? NewVersion { get; private set; }

    /// <summary>Why this home was left out in the end; null while it was not.</summary>
    public string? LeftOutBecause { get; private set; }

    internal static IEnumerable<Reason> WhatIsWrong(HomeAdmission home, FrameworkLot lot, UpliftAsked asked)
    {
        if (home.Status == HomeAdmissionStatus.Left)
        {
            yield return new Reason("HOME_LEFT", $"{home.HomeUrn} has left the lot.", Field: "Homes");
        }
        else if (home.ScheduleOn(asked.From) is not { } schedule)
        {
            yield return new Reason("PRICE_MISSING", $"{home.HomeUrn} has no agreed price on {Law.LondonTime.Day(asked.From)} to rise from.", Field: "Homes");
        }
        else if (home.Schedules.Any(s => s.Status == PriceScheduleStatus.Proposed))
        {
            yield return new Reason("PRICE_PENDING", $"Another price of {home.HomeUrn} is being decided. Wait for that decision first.", Field: "Homes");
        }
        else if (asked.Percent is > 0m and <= 100m)
        {
            foreach (Reason wrong in schedule.Terms.RaisedBy(asked.Percent).WhatIsWrong(lot))
            {
                yield return wrong with { Text = $"{home.HomeUrn}: {wrong.Text}", Field = "Percent" };
            }
        }
    }

    /// <summary>What has changed so that this home cannot rise any more; null when nothing has.</summary>
    internal string? OvertakenBy(HomeAdmission? home, DateOnly day) => home switch
    {
        null or { Status: HomeAdmissionStatus.Left } => "The home has left the lot.",
        _ when home.ScheduleOn(day)?.Number != (NewVersion ?? FromVersion) => "Its price schedule was changed in the meantime.",
        _ => null,
    };

    internal void Rose(int version) => NewVersion = version;

    internal void LeaveOut(string because) => LeftOutBecause = because;
}
