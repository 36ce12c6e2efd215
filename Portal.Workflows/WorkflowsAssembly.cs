namespace Portal.Workflows;

/// <summary>Names this assembly for registration by convention.</summary>
public static class WorkflowsAssembly
{
    public static System.Reflection.Assembly Assembly => typeof(WorkflowsAssembly).Assembly;
}
