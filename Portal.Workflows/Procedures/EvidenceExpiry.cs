using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Library;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>One version of a provider's evidence: reminders before its last good day, then the stop of new placements that rest on it. A new version begins the procedure anew, with the way back.</summary>
public static class EvidenceExpiry
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("EvidenceExpiry", 1, "Evidence lapses and is renewed", "organisations/evidence", EvidenceClock.Owner)
        .Starts("evidence.versionAdded")
        .EndsEarly("evidence.versionAdded")
        .Task("accept", "Check the renewed evidence", Role.QaLead, "evidence.accepted").OnlyIf("homes are stopped because the earlier version lapsed", EvidenceClock.HomesStopped)
        .Does("reinstate", "Open the homes again that it had stopped", step => step.Use<ReinstateOnRenewal>().Execute(EvidenceClock.Id(step), step.Cancellation))
        .Until("sixty", "60 days before the last good day", EvidenceClock.Before(60))
        .Does("remind-60", "Remind the provider", EvidenceClock.Remind)
        .Until("thirty", "30 days before the last good day", EvidenceClock.Before(30))
        .Does("remind-30", "Remind the provider again", EvidenceClock.Remind)
        .Until("seven", "7 days before the last good day", EvidenceClock.Before(7))
        .Does("remind-7", "Remind the provider a last time", EvidenceClock.Remind)
        .Until("lapse", "The last good day is over", EvidenceClock.Before(-1))
        .Does("suspend", "Stop new placements that rest on it", step => step.Use<SuspendOnLapse>().Execute(EvidenceClock.Id(step), step.Cancellation))
        .Tells("renew", "Add the next version", Role.ProviderBidder, "This evidence has lapsed. Add its next version; once a buyer has accepted it, homes that were stopped are opened again.").OnlyIf("it has lapsed", EvidenceClock.Lapsed);
}
