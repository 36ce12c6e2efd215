using Portal.Workflows.Definitions;

namespace Portal.Workflows.Pictures;

/// <summary>A shape of the picture: its BPMN element, its events, its place.</summary>
internal sealed record BpmnNode(string Id, string Name, string Kind, IReadOnlyList<string> Events, int X, int Y)
{
    public bool IsTask => Kind.EndsWith("Task", StringComparison.Ordinal);

    public int Width => IsTask ? BpmnNodes.TaskWidth : Kind.EndsWith("Gateway", StringComparison.Ordinal) ? 50 : 36;

    public int Height => IsTask ? 90 : Width;

    public int Middle => Y + (Height / 2);

    public int Right => X + Width;
}

/// <summary>An arrow and the way it is drawn.</summary>
internal sealed record BpmnFlow(string Id, BpmnNode From, BpmnNode To, IReadOnlyList<(int X, int Y)> Way);

/// <summary>Lays a procedure out as lines of six steps, read from left to right and top to bottom; a parallel block stands between two gateways, one branch drawn for all.</summary>
internal sealed class BpmnNodes
{
    public const int TaskWidth = 150;
    private const int PerLine = 6;
    private const int Column = 200;
    private const int Row = 170;
    private readonly List<BpmnNode> all = [];
    private readonly List<BpmnFlow> flows = [];

    public IReadOnlyList<BpmnNode> All => all;

    public IReadOnlyList<BpmnFlow> Flows => flows;

    public static BpmnNodes Of(WorkflowDefinition definition)
    {
        var nodes = new BpmnNodes();
        nodes.Append("start", Spoken(definition.StartsOn), "startEvent", "messageEventDefinition");
        nodes.Append(definition.Steps);
        nodes.Append("end", "End", "endEvent");
        return nodes;
    }

    // "tender.published" is said "Tender published".
    private static string Spoken(string happening) => char.ToUpperInvariant(happening[0]) + happening[1..].Replace('.', ' ');

    private void Append(IReadOnlyList<Step> steps)
    {
        foreach (Step step in steps)
        {
            if (step is ForEach each)
            {
                Append($"{each.Id}-split", each.Name, "parallelGateway");
                Append(each.Steps);
                Append($"{each.Id}-join", "All through", "parallelGateway");
            }
            else
            {
                (string kind, string name, string[] events) = Shape(step);
                Append(step.Id, name, kind, events);
            }
        }
    }

    private static (string Kind, string Name, string[] Events) Shape(Step step) => step switch
    {
        Wait { By: { } role } wait => ("userTask", $"{wait.Name} ({Roles.Name(role)})", []),
        Wait { Signals.Count: 0 } => ("intermediateCatchEvent", step.Name, ["timerEventDefinition"]),
        Wait { Due: null } => ("intermediateCatchEvent", step.Name, ["messageEventDefinition"]),
        Wait => ("intermediateCatchEvent", step.Name, ["messageEventDefinition", "timerEventDefinition"]),
        Tell tell => ("sendTask", $"Tell the {Roles.Name(tell.To)}: {tell.Name}", []),
        _ => ("serviceTask", $"{step.Name} (the portal)", []),
    };

    private void Append(string id, string name, string kind, params string[] events)
    {
        int place = all.Count;
        var node = new BpmnNode(id, name, kind, events, 0, 0);
        node = node with { X = 60 + (place % PerLine * Column) + ((TaskWidth - node.Width) / 2), Y = 60 + (place / PerLine * Row) + ((90 - node.Height) / 2) };
        if (place > 0)
        {
            BpmnNode from = all[^1];
            flows.Add(new BpmnFlow($"to-{id}", from, node, Way(from, node)));
        }

        all.Add(node);
    }

    private static List<(int X, int Y)> Way(BpmnNode from, BpmnNode to)
    {
        if (from.Middle == to.Middle)
        {
            return [(from.Right, from.Middle), (to.X, to.Middle)];
        }

        int gap = from.Middle + 95;
        int right = from.Right + 20;
        int left = to.X - 20;
        return [(from.Right, from.Middle), (right, from.Middle), (right, gap), (left, gap), (left, to.Middle), (to.X, to.Middle)];
    }
}
