using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Outages;
using Portal.Domain.Tenders.Publishing;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A framework tender by the open procedure, light touch, from the tender notice to the signed contract. Timers close things and remind people; lateness of a step never changes an outcome.</summary>
public static class OpenFrameworkTender
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("OpenFrameworkTender", 2, "Framework tender, open procedure, light touch", "tenders", TenderClock.Buyer)
        .Starts("tender.published")
        .EndsEarly("tender.cancelled", "tender.completed")
        .Pauses("award.signatureSuspended", until: "award.suspensionLifted")
        .Returns("award.reopened", to: "decide")
        .Until("questions-close", "Questions close", TenderClock.QuestionsClose)
        .Tells("answer", "Answer what was asked", Role.Commissioner, "The time for questions is over. Answer every question to everybody; if answers come late, propose an extension for all.")
        .Until("tenders-close", "Tenders close", TenderClock.Closed)
        .Does("outage", "Look whether the portal was unavailable in the last hour", async step => await step.Use<ProposeExtension>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Task("extension", "Decide whether everybody gets more time", Role.Commissioner, "tender.extensionApproved tender.extensionRefused").OnlyIf("the portal was unavailable", TenderClock.ExtensionPending)
        .Until("extended-close", "The last deadline has passed", TenderClock.Closed)
        .Does("close", "Close the tender", async step => await step.Use<CloseTender>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Until("opening-time", "Opening time is reached", TenderClock.Opens)
        .Tells("openers", "Open the tenders", Role.Opener, "Two of you can now open the tenders. Each needs the passphrase kept at publication.")
        .Task("open", "Two people open the tenders", Role.Opener, "tender.opened", TenderClock.Opens, new Reminder(TimeSpan.FromDays(1), "The tenders have waited for a day to be opened."))
        .Tells("no-tenders", "No tender came", Role.Commissioner, "End the procurement, which needs a termination notice (UK12), or consider a direct award because no tender came (section 43, rule A9-08).").OnlyIf("no tender came", TenderClock.NoTenderCame)
        .Tells("one-tender", "Only one tender came", Role.Commissioner, "It is assessed like any other. Record whether the competition was real and why an award is still value for money.").OnlyIf("one supplier tendered", TenderClock.OneTenderCame)
        .Task("start-qualification", "Begin the check of conditions of participation", Role.Commissioner, "tender.qualificationStarted")
        .Task("qualify", "Decide who meets the conditions", Role.Commissioner, "tender.scoringStarted")
        .Tells("evaluators", "Score the tenders", Role.Evaluator, "The tenders that meet the conditions wait for your scores and reasons.")
        .Task("score", "Score blind, with reasons", Role.Evaluator, "tender.moderationStarted")
        .Task("moderate", "Agree one score for each answer", Role.Moderator, "tender.pricingStarted")
        .Task("price", "Open and score the prices", Role.Moderator, "tender.decidingStarted")
        .Task("decide", "Decide, send all assessment summaries at once, publish the award notice", Role.Commissioner, "tender.standstillBegan tender.standstillForgone")
        .Until("standstill", "The standstill is over", TenderClock.StandstillOver)
        .Does("end-standstill", "End the standstill", async step => await step.Use<EndStandstill>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Tells("may-sign", "The contract may be signed", Role.Commissioner, "The standstill is over and nothing holds the contract back.")
        .Task("sign", "Sign the contract", Role.Commissioner, "tender.signed")
        .Tells("details-notice", "Publish the contract details notice", Role.Commissioner, "The contract is signed. The contract details notice (UK7) is due; the tender's page shows its last day.");
}
