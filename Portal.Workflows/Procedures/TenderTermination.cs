using Portal.Domain.Awards.Direct;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Publishing;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>What follows when a published procurement ends without award: the termination notice, word to every bidder, and the record kept (A11-11, A13-03).</summary>
public static class TenderTermination
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("TenderTermination", 1, "End of a procurement without award", "tenders", TenderClock.Buyer)
        .Starts("tender.terminated")
        .Does("tell-bidders", "Tell every supplier with a bid in the box what becomes of it", Tell)
        .Tells("notice", "Check the termination notice", Role.Commissioner, "The portal has made the termination notice (UK12). It is due as soon as reasonably practicable: see that it reaches the central digital platform and record its number.")
        .Does("keep", "Set how long the record is kept", async step => await step.Use<KeepTenderRecord>().Execute(await TenderClock.Id(step), step.Cancellation))
        .Until("next-working-day", "The next working day begins", TenderClock.DayAfterTermination)
        .Tells("notice-late", "The termination notice has no number yet", Role.Legal, "The termination notice (UK12) was due as soon as reasonably practicable and no national number is recorded for it. Ask the commissioner why.").OnlyIf("no number is recorded for the notice", TenderClock.TerminationUnnumbered)
        .Until("kept", "The record has been kept long enough", TenderClock.RecordKept)
        .Tells("records", "The record may be destroyed", Role.Legal, "The years of keeping are over. Decide whether anything still needs the record before it is destroyed.");

    // The supplier of a direct award has no bid in the box; both are told in the one save of the second.
    private static async Task Tell(StepContext step)
    {
        TenderId id = await TenderClock.Id(step);
        await step.Use<TellDirectSupplier>().Execute(id, step.Cancellation);
        await step.Use<TellOfTermination>().Execute(id, step.Cancellation);
    }
}
