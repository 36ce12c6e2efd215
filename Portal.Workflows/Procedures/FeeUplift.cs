using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A provider asks for higher prices under the framework's uplift rule: evidence, the board's vote with its quorum, finance, and the day from which new versions of the schedules hold (care-sector §1.3).</summary>
public static class FeeUplift
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("FeeUplift", 1, "Uplift of a provider’s prices", "frameworks/uplifts", UpliftClock.Lead)
        .Starts("uplift.asked")
        .EndsEarly("uplift.ended")
        .Task("evidence", "Look at the evidence and put it to the board", Role.Commissioner, "uplift.putToBoard", UpliftClock.LookBy, new Reminder(TimeSpan.Zero, "A provider has waited ten working days for its request to be put to the board or refused."))
        .Either("vote", "The board votes", "uplift.allVoted", UpliftClock.VoteCloses)
        .Does("count", "Count the votes", step => step.Use<CountUpliftVotes>().Execute(UpliftClock.Id(step), step.Cancellation))
        .Task("finance", "Confirm that it can be paid", Role.Finance, "uplift.confirmed", UpliftClock.AskedFrom, new Reminder(TimeSpan.FromDays(-7), "The board has carried an uplift that is asked for from a week on. Until you confirm it, prices do not change."), new Reminder(TimeSpan.Zero, "The day that was asked for has come. Once you confirm, the new prices hold from the day after; they never hold backwards."))
        .Until("effective", "The day from which it holds", UpliftClock.HoldsFrom)
        .Does("in-force", "Say that the new prices hold", step => step.Use<BringUpliftIntoForce>().Execute(UpliftClock.Id(step), step.Cancellation));
}
