using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>The award of some lots apart from the others, from its recommendation to the signed contracts: its own letters, notice, standstill and suspension (A10-01). The others stay in the tender's procedure.</summary>
public static class SeparateAward
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("SeparateAward", 1, "Award of some lots before the others", "tenders", AwardClock.Buyer)
        .PageIs(AwardClock.Page)
        .IsCalled(AwardClock.Name)
        .Starts("award.setApart")
        .EndsEarly("award.givenUp")
        .Pauses("award.signatureSuspended", until: "award.suspensionLifted")
        .Returns("award.reopened", to: "decide")
        .Task("decide", "Decide, send the assessment summaries of these lots at once, publish their award notice", Role.Commissioner, "award.standstillBegan award.standstillForgone")
        .Until("standstill", "The standstill of these lots is over", AwardClock.StandstillOver)
        .Does("end-standstill", "End the standstill of these lots", AwardClock.EndStandstill)
        .Tells("may-sign", "The contracts of these lots may be signed", Role.Commissioner, "The standstill of these lots is over and nothing holds their contracts back. The other lots have a standstill of their own.")
        .Task("sign", "Sign the contracts of these lots", Role.Commissioner, "award.signed")
        .Tells("details-notice", "Publish the contract details notice of these lots", Role.Commissioner, "The contracts of these lots are signed. Their contract details notice (UK7) is due; the tender's page shows its last day.");
}
