using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Tests.Workflows;

/// <summary>A small procedure with one of everything, for the engine's own tests.</summary>
internal static class PracticeProcedure
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static WorkflowDefinition Definition { get; } =
        new WorkflowDefinition("Practice", 1, "Practice procedure", "organisations", _ => Task.FromResult(default(OrganisationId)))
            .Starts("organisation.joinedCooperative")
            .EndsEarly("organisation.left")
            .Does("a", "Stamp A", Stamps("a"))
            .Until("noon", "Noon tomorrow", _ => Task.FromResult<DateTimeOffset?>(Start.AddHours(27)))
            .Does("b", "Stamp B", Stamps("b"))
            .Tells("told", "B is stamped", Role.Commissioner, "Now verify.")
            .Task("verify", "Verify the provider", Role.Administrator, "organisation.verified", _ => Task.FromResult<DateTimeOffset?>(Start.AddDays(5)), new Reminder(TimeSpan.FromDays(-1), "Tomorrow is the last day."))
            .Each("lots", "For each lot", step => Task.FromResult<IReadOnlyList<string>>([.. new[] { "1", "2", "3" }.Select(n => $"{step.Subject}/{n}")]), lot => lot
                .Task("score", "Score the lot", Role.Evaluator, "organisation.verified")
                .Does("c", "Stamp C", step => step.Use<Stamp>().Execute(step.Branch!.Split('/', 2)[1], "c", step.Cancellation)))
            .Does("d", "Stamp D", Stamps("d"));

    public static Act Stamps(string name) => step => step.Use<Stamp>().Execute(step.Reference, name, step.Cancellation);
}
