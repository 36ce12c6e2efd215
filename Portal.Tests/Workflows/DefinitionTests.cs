using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Tests.Workflows;

/// <summary>A faulty procedure is refused with the reason before anything runs on it.</summary>
public sealed class DefinitionTests
{
    [Fact]
    public void A_step_that_the_procedure_has_not_is_told_by_its_name_with_a_way_on()
    {
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => PracticeProcedure.Definition.Find("nowhere"));

        Assert.Equal("The procedure Practice, version 1, has no step nowhere. Put the version that had it back, or end this instance.", refused.Message);
    }

    [Fact]
    public void A_definition_without_steps_without_a_start_or_that_goes_back_to_nowhere_keeps_the_portal_from_starting()
    {
        Assert.Contains("has no steps", Refusal(New().Starts("tender.published")), StringComparison.Ordinal);
        Assert.Contains("is started by nothing", Refusal(New().Tells("told", "Told", Role.Legal, "Something")), StringComparison.Ordinal);
        Assert.Contains("goes back to the step decide, which it has not", Refusal(New().Starts("tender.published").Tells("told", "Told", Role.Legal, "Something").Returns("award.reopened", to: "decide")), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => New().Tells("told", "Told", Role.Legal, "Something").Tells("told", "Told again", Role.Legal, "Something"));
        Assert.Null(PracticeProcedure.Definition.Fault);
    }

    private static WorkflowDefinition New() => new("Faulty", 1, "A faulty procedure", "tenders", _ => Task.FromResult(default(OrganisationId)));

    private static string Refusal(WorkflowDefinition definition) => Assert.Throws<ArgumentException>(() => new ProcedureShelf([definition])).Message;
}
