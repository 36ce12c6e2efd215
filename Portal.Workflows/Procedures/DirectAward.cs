using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Publishing;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A contract without a competition: the ground evidenced limb by limb, the transparency notice public, then decision, award notice, standstill and signature. A user-choice award has no notices (A9-01 to A9-08).</summary>
public static class DirectAward
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("DirectAward", 1, "Direct award", "direct-awards", TenderClock.Buyer)
        .Starts("directAward.begun")
        .EndsEarly("directAward.givenUp", "tender.cancelled")
        .Pauses("award.signatureSuspended", until: "award.suspensionLifted")
        .Task("justify", "Evidence every limb of the ground and put the award forward", Role.Commissioner, "directAward.putForward")
        .Does("end-competition", "End the steps of the competition", DirectAwardClock.EndCompetition).OnlyIf("a competition brought no suitable tender", DirectAwardClock.WasCompeted)
        .Task("transparency", "See the transparency notice (UK5) public", Role.Commissioner, "directAward.noticePublic", DirectAwardClock.NextWorkingDay, new Reminder(TimeSpan.Zero, "The transparency notice (UK5) is not public on the central digital platform yet, and nothing may be awarded before it is. Enter it there and record its number, or settle why it was rejected.")).OnlyIf("the award is published", DirectAwardClock.OwesNotices)
        .Tells("to-decide", "Decide the direct award", Role.Director, "A direct award waits for the decision of somebody with delegated authority. Every limb of its ground is evidenced on its page.")
        .Task("decide", "Decide the award", Role.Director, "award.decided")
        .Task("award-notice", "Publish the contract award notice (UK6)", Role.Commissioner, "award.noticePublished").OnlyIf("the award is published", DirectAwardClock.OwesNotices)
        .Until("standstill", "The standstill is over", TenderClock.StandstillOver)
        .Does("end-standstill", "End the standstill", async step => await step.Use<EndStandstill>().Execute(await TenderClock.Id(step), step.Cancellation)).OnlyIf("there was a standstill", DirectAwardClock.StandsStill)
        .Tells("may-sign", "The contract may be signed", Role.Commissioner, "Nothing holds the contract back by law. Look at the supplier once more, have it sign, and ask a director to sign last.")
        .Task("sign", "Sign the contract", Role.Director, "tender.signed")
        .Tells("details-notice", "Publish the contract details notice", Role.Commissioner, "The contract is signed. The contract details notice (UK7) is due; the notice duties show its last day.").OnlyIf("the award is published", DirectAwardClock.OwesNotices);
}
