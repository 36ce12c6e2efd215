using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>What follows when one lot ends without award while the others go on: its termination notice reaches the central digital platform, or somebody is asked why not (A11-11). Those who take part were told when it ended.</summary>
public static class LotTermination
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("LotTermination", 1, "End of one lot without award", "tenders", LotClock.Buyer)
        .PageIs(LotClock.Page)
        .IsCalled(LotClock.Name)
        .Starts("tender.lotEnded")
        .Tells("notice", "Check the termination notice of the lot", Role.Commissioner, "The portal has made the termination notice (UK12) of this lot. It is due as soon as reasonably practicable: see that it reaches the central digital platform and record its number. The other lots go on.")
        .Until("next-working-day", "The next working day begins", LotClock.DayAfter)
        .Tells("notice-late", "The termination notice of the lot has no number yet", Role.Legal, "The termination notice (UK12) of this lot was due as soon as reasonably practicable and no national number is recorded for it. Ask the commissioner why.").OnlyIf("no number is recorded for the notice", LotClock.Unnumbered);
}
