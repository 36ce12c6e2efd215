using Portal.Domain.Kernel;
using Portal.Domain.Referrals;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A call-off by competition: every capable member is asked at once, each offer is matched to the child's needs first and compared by price only among those that fit.</summary>
public static class FurtherCompetition
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("FurtherCompetition", 1, "Call-off by further competition", "referrals", ReferralClock.Authority)
        .Starts("referral.sent")
        .EndsEarly("referral.withdrawn")
        .Tells("nobody", "Nobody could be asked", Role.PlacementOfficer, "No member of a framework you may use offers this service for this age. Search wider, record where, and ask the gate about what you find.").OnlyIf("no member is eligible", ReferralClock.NobodyAsked)
        .Either("window", "Providers answer, until the window closes", "referral.windowClosed referral.placed", ReferralClock.WindowCloses)
        .Does("close-window", "Note that the window has passed", step => step.Use<LetWindowPass>().Execute(step.Reference, step.Cancellation))
        .Tells("no-offer", "Nobody offered a place", Role.PlacementOfficer, "The window has closed without an offer. Record where else you searched, ask the hub to confirm that there is no place, and ask the gate about what you find.").OnlyIf("nobody offered a place", ReferralClock.NoOffer)
        .Task("match", "Say of each offer whether it fits the child's needs, and why", Role.PlacementOfficer, "referral.matchAssessed referral.placed", ReferralClock.NeededBy, new Reminder(TimeSpan.FromDays(-2), "Offers wait to be matched to the child's needs.")).OnlyIf("there is an offer", ReferralClock.AnyOffer)
        .Task("place", "Ask the gate and call the place off", Role.PlacementOfficer, "referral.placed", ReferralClock.NeededBy, new Reminder(TimeSpan.FromDays(-1), "The child needs the place tomorrow, and none is called off."), new Reminder(TimeSpan.Zero, "The child needs the place now. If none is found, use the emergency path."));
}
