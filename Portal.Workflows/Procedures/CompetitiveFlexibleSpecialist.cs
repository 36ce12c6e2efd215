using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Flexible;
using Portal.Domain.Tenders.Outages;
using Portal.Domain.Tenders.Publishing;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A specialist contract by the competitive flexible procedure: requests, shortlist by published criteria, initial tenders, negotiation, final tenders, assessment, award (A4-01, A4-07). Lateness of a step never changes an outcome.</summary>
public static class CompetitiveFlexibleSpecialist
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("CompetitiveFlexibleSpecialist", 1, "Specialist contract, competitive flexible procedure", "tenders", TenderClock.Buyer)
        .Starts("tender.requestsInvited")
        .EndsEarly("tender.cancelled", "tender.completed")
        .Pauses("award.signatureSuspended", until: "award.suspensionLifted")
        .Returns("award.reopened", to: "decide")
        .Until("requests-close", "Requests to take part close", StagesClock.RequestsClosed)
        .Does("close-requests", "End the time for requests", async step => await step.Use<CloseRequests>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Tells("no-request", "Nobody asked to take part", Role.Commissioner, "End the procurement, which needs a termination notice (UK12), or consider a direct award because no request came (section 43, rule A9-08).").OnlyIf("no request came", StagesClock.NoRequestCame)
        .Tells("one-request", "Only one supplier asked to take part", Role.Commissioner, "Decide whether going on with one gives value for money; the reason is recorded with the invitation.").OnlyIf("one request came", StagesClock.OneRequestCame)
        .Task("shortlist", "Decide who meets the conditions, score the requests, invite the shortlist", Role.Commissioner, "tender.tendersInvited")
        .Until("questions-close", "Questions close", TenderClock.QuestionsClose)
        .Tells("answer", "Answer what was asked", Role.Commissioner, "The time for questions is over. Answer every question to everybody; if answers come late, propose an extension for all.")
        .Until("initial-close", "Initial tenders close", StagesClock.InitialClosed)
        .Does("outage", "Look whether the portal was unavailable in the last hour", async step => await step.Use<ProposeExtension>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Task("extension", "Decide whether everybody gets more time", Role.Commissioner, "tender.extensionApproved tender.extensionRefused").OnlyIf("the portal was unavailable", TenderClock.ExtensionPending)
        .Until("extended-close", "The last deadline for initial tenders has passed", StagesClock.InitialClosed)
        .Does("close", "Close the initial tenders", async step => await step.Use<CloseTender>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Until("opening-time", "Opening time is reached", StagesClock.InitialOpens)
        .Tells("openers", "Open the initial tenders", Role.Opener, "Two of you can now open the initial tenders. Each needs the passphrase kept at publication.")
        .Task("open", "Two people open the initial tenders", Role.Opener, "tender.opened", TenderClock.Opens, new Reminder(TimeSpan.FromDays(1), "The initial tenders have waited for a day to be opened."))
        .Tells("no-tender", "No initial tender came", Role.Commissioner, "Everybody on the shortlist was silent. End the procurement, which needs a termination notice (UK12), or consider a direct award (section 43, rule A9-08).").OnlyIf("no initial tender came", StagesClock.NoInitialTender)
        .Tells("one-tender", "Only one initial tender came", Role.Commissioner, "You may negotiate with one. Record why an award is still value for money when you invite its final tender.").OnlyIf("one supplier tendered", StagesClock.OneInitialTender)
        .Task("start-negotiation", "Begin the negotiation with everybody who tendered", Role.Commissioner, "tender.negotiationStarted")
        .Task("negotiate", "Negotiate in rounds, with the same time and information for all, then invite final tenders", Role.Commissioner, "tender.finalTendersInvited")
        .Until("final-close", "Final tenders close", TenderClock.Closed)
        .Does("final-outage", "Look whether the portal was unavailable before the last deadline", async step => await step.Use<ProposeExtension>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Task("final-extension", "Decide whether everybody gets more time for final tenders", Role.Commissioner, "tender.finalExtensionSettled").OnlyIf("the portal was unavailable", TenderClock.ExtensionPending)
        .Until("final-extended-close", "The last deadline for final tenders has passed", TenderClock.Closed)
        .Does("final-closed", "Close the final tenders", async step => await step.Use<CloseTender>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Until("final-opening-time", "Opening time of the final tenders is reached", TenderClock.Opens)
        .Tells("final-openers", "Open the final tenders", Role.Opener, "Two of you can now open the final tenders, under new keys. Each needs the passphrase kept before.")
        .Task("final-open", "Two people open the final tenders", Role.Opener, "tender.finalTendersOpened", TenderClock.Opens, new Reminder(TimeSpan.FromDays(1), "The final tenders have waited for a day to be opened."))
        .Tells("no-final-tender", "No final tender came", Role.Commissioner, "End the procurement with its reason; that needs a termination notice (UK12). Initial tenders cannot be awarded.").OnlyIf("no final tender came", TenderClock.NoTenderCame)
        .Task("start-qualification", "Look once more at who may be assessed", Role.Commissioner, "tender.qualificationStarted")
        .Task("qualify", "Decide who still meets the conditions", Role.Commissioner, "tender.scoringStarted")
        .Tells("evaluators", "Score the final tenders", Role.Evaluator, "The final tenders wait for your scores and reasons.")
        .Task("score", "Score blind, with reasons", Role.Evaluator, "tender.moderationStarted")
        .Task("moderate", "Agree one score for each answer", Role.Moderator, "tender.pricingStarted")
        .Task("price", "Open and score the prices, with their open books", Role.Moderator, "tender.decidingStarted")
        .Task("decide", "Decide, send all assessment summaries at once, publish the award notice", Role.Commissioner, "tender.standstillBegan tender.standstillForgone")
        .Until("standstill", "The standstill is over", TenderClock.StandstillOver)
        .Does("end-standstill", "End the standstill", async step => await step.Use<EndStandstill>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Tells("may-sign", "The contract may be signed", Role.Commissioner, "The standstill is over and nothing holds the contract back.")
        .Task("sign", "Sign the contract", Role.Commissioner, "tender.signed")
        .Tells("details-notice", "Publish the contract details notice", Role.Commissioner, "The contract is signed. The contract details notice (UK7) is due; the tender's page shows its last day.");
}
