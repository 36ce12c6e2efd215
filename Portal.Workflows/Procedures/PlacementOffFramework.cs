using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>The gate's exception path: a placement that is not a plain allow. In an emergency the child is placed first and the record follows by working days 1, 5 and 10 (A9-11); otherwise every approval is asked for at the same time.</summary>
public static class PlacementOffFramework
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("PlacementOffFramework", 1, "Placement by the gate's exception path", "gate/decisions", GateClock.Authority)
        .IsCalled(GateClock.Called)
        .PageIs(subject => $"/gate/decisions/{subject.Split('/')[1]}?latest=true")
        .Starts("gate.exceptionOpened")
        .EndsEarly("gate.exceptionEnded")
        .Each("approvals", "Every approval that is needed, at the same time", GateClock.ApprovalsNeeded, one => one
            .Task("approve", "Approve, in the office that the decision names", Role.HeadOfService, "gate.approvalGiven", GateClock.ApproveBy, new Reminder(TimeSpan.Zero, "A placement waits for an approval since a working day.")))
        .Task("call-off", "Call the place off", Role.PlacementOfficer, "gate.calledOff", GateClock.ApproveBy, new Reminder(TimeSpan.FromDays(1), "The gate permits this placement, and no place is called off."))
        .Tells("finance", "A fee waits for approval", Role.Finance, "A place was called off by the gate's exception path. Its fee is before those who must sign it; nights provided are always paid.", "/fees")
        .Task("review", "Day 1: review the emergency", Role.RccCommissioner, "gate.doneRccReview", GateClock.DueOf(Duty.RccReview), Before(4), Late).OnlyIf("it was an emergency", GateClock.Owes(Duty.RccReview))
        .Task("ratify", "Day 5: ratify the emergency", Role.Director, "gate.doneRatified", GateClock.DueOf(Duty.Ratified), Before(24), Late).OnlyIf("it was an emergency", GateClock.Owes(Duty.Ratified))
        .Task("ground", "Day 10: record the legal ground", Role.Legal, "gate.doneLegalGround", GateClock.DueOf(Duty.LegalGround), Before(24), Late).OnlyIf("it was an emergency", GateClock.Owes(Duty.LegalGround))
        .Task("review-28", "After 28 days: look at the placement again", Role.PlacementOfficer, "gate.doneReview28", GateClock.DueOf(Duty.Review28), Before(72), Late).OnlyIf("the place is off framework", GateClock.Owes(Duty.Review28))
        .Task("retest", "After 12 weeks: test it against the frameworks", Role.PlacementOfficer, "gate.doneRetest12Weeks", GateClock.DueOf(Duty.Retest12Weeks), Before(72), Late).OnlyIf("the place is off framework", GateClock.Owes(Duty.Retest12Weeks));

    private static Reminder Late => new(TimeSpan.Zero, "This duty is due now and is not recorded as done.");

    private static Reminder Before(int hours) => new(TimeSpan.FromHours(-hours), "This duty falls due soon.");
}
