using Portal.Domain.Gate.Offline;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>An authority's card for when the portal cannot be reached: its placement officers are told to print it, and every Monday morning the next is issued and signed. A card issued in between begins the procedure anew.</summary>
public static class WeeklyOfflineCard
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("WeeklyOfflineCard", 1, "The card for when the portal cannot be reached", "gate/card", CardClock.Authority)
        .IsCalled(CardClock.Called)
        .PageIs(_ => IssueOfflineCard.Page)
        .Starts("gate.cardIssued")
        .EndsEarly("gate.cardIssued")
        .Tells("print", "Print this week’s offline card", Role.PlacementOfficer, "It says what you may do when the portal cannot be reached, and whom to ring. Keep it with the duty telephone.")
        .Until("week", "The next Monday morning", CardClock.NextMonday)
        .Does("issue", "Issue and sign the next card", step => step.Use<IssueOfflineCard>().Execute(Actor.Portal, CardClock.Id(step), step.Cancellation));
}
