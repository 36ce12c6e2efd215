using System.Globalization;
using Portal.Web.Start;
using Portal.Workflows.Engine;
using Portal.Workflows.Operators;

namespace Portal.Web.Workflows;

/// <summary><c>rebuild-workflows</c>: sets every procedure up again from the log and walks it to where its subject stands.</summary>
public sealed class RebuildWorkflowsVerb(RebuildWorkflows rebuild, WorkflowPump pump) : IVerb
{
    public string Name => "rebuild-workflows";

    public async Task<int> Run(string[] args, CancellationToken cancel)
    {
        int rebuilt = await rebuild.Execute(cancel);
        await pump.RunUntilQuiet(cancel);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rebuilt} procedures were set up again."));
        return 0;
    }
}
