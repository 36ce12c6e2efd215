namespace Portal.Workflows.Definitions;

/// <summary>All procedures in all the versions that an instance may still be running on. A faulty one keeps the portal from starting, with the reason.</summary>
public sealed class ProcedureShelf(IEnumerable<WorkflowDefinition> definitions)
{
    private readonly Dictionary<(string, int), WorkflowDefinition> byName = definitions.Select(Whole).ToDictionary(d => (d.Name, d.Version));

    public IReadOnlyCollection<WorkflowDefinition> All => byName.Values;

    public WorkflowDefinition? Find(string name, int version) => byName.GetValueOrDefault((name, version));

    public WorkflowDefinition Newest(string name) => byName.Values.Where(d => d.Name == name).MaxBy(d => d.Version) ?? throw new ArgumentException($"No procedure {name} is known here.");

    private static WorkflowDefinition Whole(WorkflowDefinition definition) => definition.Fault is { } fault ? throw new ArgumentException(fault) : definition;

    /// <summary>The newest version of each procedure that this happening starts.</summary>
    public IEnumerable<WorkflowDefinition> StartedBy(string action) =>
        byName.Values.Where(d => d.StartsOn == action).GroupBy(d => d.Name, (_, versions) => versions.MaxBy(d => d.Version)!);
}
