using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A re-opening of a framework: members are carried over, updated or left, and new ones join (A8-06, A8-07).</summary>
public static class FlexibleFrameworkRound
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("FlexibleFrameworkRound", 1, "Re-opening of a framework", "frameworks", RoundClock.Lead)
        .PageIs(subject => $"/frameworks/{subject.Split('/')[1]}")
        .Starts("framework.roundAnnounced")
        .EndsEarly("framework.roundCancelled")
        .Until("opens", "The round opens", RoundClock.Opens)
        .Does("open", "Open the round", step => RoundClock.Move(step, RoundStage.Open))
        .Tells("newcomers", "The round is open", Role.Commissioner, "Providers may now join, and members may update what they offer. Nobody needs to do anything to stay.")
        .Until("closes", "The round closes", RoundClock.Closes)
        .Does("close", "Close the round", step => RoundClock.Move(step, RoundStage.Closed))
        .Task("settle", "Settle what becomes of each member and newcomer", Role.Commissioner, "framework.roundCompleted", RoundClock.SettleBy, new Reminder(TimeSpan.Zero, "The round closed four weeks ago and is not settled. Members not spoken of are carried over when you complete it."))
        .Tells("onboard", "Onboard the new members' homes", Role.RccCommissioner, "New members have joined. Each of their homes is onboarded on its own before a child can be placed there.").OnlyIf("a new member joined", RoundClock.AnybodyJoined);
}
