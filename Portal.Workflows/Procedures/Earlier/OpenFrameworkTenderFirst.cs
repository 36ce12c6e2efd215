using Portal.Domain.Kernel;
using Portal.Domain.Tenders.Publishing;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures.Earlier;

/// <summary>The first version of the framework tender's procedure, kept for instances that began with it.</summary>
public static class OpenFrameworkTenderFirst
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("OpenFrameworkTender", 1, "Framework tender, open procedure, light touch", "tenders", TenderClock.Buyer)
        .Starts("tender.published")
        .EndsEarly("tender.cancelled")
        .Until("questions-close", "Questions close", TenderClock.QuestionsClose)
        .Tells("answer", "Answer what was asked", Role.Commissioner, "The time for questions is over. Answer every question to everybody; if answers come late, propose an extension for all.")
        .Until("tenders-close", "Tenders close", TenderClock.Closed)
        .Does("close", "Close the tender", async step => await step.Use<CloseTender>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Until("opening-time", "Opening time is reached", TenderClock.Opens)
        .Tells("openers", "Open the tenders", Role.Opener, "Two of you can now open the tenders. Each needs the passphrase kept at publication.")
        .Task("open", "Two people open the tenders", Role.Opener, "tender.opened", TenderClock.Opens, new Reminder(TimeSpan.FromDays(1), "The tenders have waited for a day to be opened."))
        .Task("start-qualification", "Begin the check of conditions of participation", Role.Commissioner, "tender.qualificationStarted")
        .Task("qualify", "Decide who meets the conditions", Role.Commissioner, "tender.scoringStarted")
        .Tells("evaluators", "Score the tenders", Role.Evaluator, "The tenders that meet the conditions wait for your scores and reasons.")
        .Task("score", "Score blind, with reasons", Role.Evaluator, "tender.moderationStarted")
        .Task("moderate", "Agree one score for each answer", Role.Moderator, "tender.pricingStarted")
        .Task("price", "Open and score the prices", Role.Moderator, "tender.decidingStarted")
        .Task("decide", "Decide, send all assessment summaries at once, publish the award notice", Role.Commissioner, "tender.standstillBegan")
        .Until("standstill", "The standstill is over", TenderClock.StandstillOver)
        .Does("end-standstill", "End the standstill", async step => await step.Use<EndStandstill>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Tells("may-sign", "The contract may be signed", Role.Commissioner, "The standstill is over and nothing holds the contract back.")
        .Task("sign", "Sign the contract", Role.Commissioner, "tender.signed")
        .Tells("details-notice", "Publish the contract details notice", Role.Commissioner, "The contract is signed. The contract details notice (UK7) is due; the tender's page shows its last day.");
}
