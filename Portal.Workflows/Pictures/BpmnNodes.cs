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
    private const string ReturnGateway = "back";
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
        nodes.AppendReturn(definition);
        nodes.Append("end", "End", "endEvent");
        nodes.DrawReturn(definition);
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
        Wait { By: { } role } wait => ("userTask", $"{wait.Spoken} ({Roles.Name(role)})", []),
        Wait { Signals.Count: 0 } => ("intermediateCatchEvent", step.Spoken, ["timerEventDefinition"]),
        Wait { Due: null } => ("intermediateCatchEvent", step.Spoken, ["messageEventDefinition"]),
        Wait => ("intermediateCatchEvent", step.Spoken, ["messageEventDefinition", "timerEventDefinition"]),
        Tell tell => ("sendTask", (tell with { Name = $"Tell the {Roles.Name(tell.To)}: {tell.Name}" }).Spoken, []),
        _ => ("serviceTask", $"{step.Spoken} (the portal)", []),
    };

    // The way back is a gateway of its own before the end, so that no step seems to lead two ways at once.
    private void AppendReturn(WorkflowDefinition definition)
    {
        if (definition.ReturnsOn is { } on)
        {
            Append(ReturnGateway, $"{Spoken(on)}?", "exclusiveGateway");
        }
    }

    private void DrawReturn(WorkflowDefinition definition)
    {
        if (definition.ReturnsTo is { } to)
        {
            BpmnNode from = all.Find(n => n.Id == ReturnGateway)!;
            BpmnNode target = all.Find(n => n.Id == to)!;
            int below = Math.Max(from.Y + from.Height, target.Y + target.Height) + 35;
            flows.Add(new BpmnFlow($"back-to-{to}", from, target, [(from.X + (from.Width / 2), from.Y + from.Height), (from.X + (from.Width / 2), below), (target.X + (target.Width / 2), below), (target.X + (target.Width / 2), target.Y + target.Height)]));
        }
    }

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
