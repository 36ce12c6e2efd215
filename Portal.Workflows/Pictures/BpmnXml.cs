using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Pictures;

/// <summary>A procedure as BPMN 2.0 XML with its shapes placed, made from the same object that runs. Its hash goes into the log when an instance starts.</summary>
public static class BpmnXml
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace DdDi = "http://www.omg.org/spec/DD/20100524/DI";

    public static string Export(WorkflowDefinition definition)
    {
        BpmnNodes nodes = BpmnNodes.Of(definition);
        var process = new XElement(
            Bpmn + "process",
            new XAttribute("id", definition.Name),
            new XAttribute("name", $"{definition.Title}, version {definition.Version.ToString(CultureInfo.InvariantCulture)}"),
            new XAttribute("isExecutable", "false"),
            nodes.All.Select(Element),
            nodes.Flows.Select(flow => new XElement(Bpmn + "sequenceFlow", new XAttribute("id", flow.Id), new XAttribute("sourceRef", flow.From.Id), new XAttribute("targetRef", flow.To.Id))));
        var plane = new XElement(Di + "BPMNPlane", new XAttribute("id", "plane"), new XAttribute("bpmnElement", definition.Name), nodes.All.Select(Shape), nodes.Flows.Select(Edge));
        var root = new XElement(
            Bpmn + "definitions",
            new XAttribute(XNamespace.Xmlns + "bpmn", Bpmn),
            new XAttribute(XNamespace.Xmlns + "bpmndi", Di),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "di", DdDi),
            new XAttribute("id", $"{definition.Name}-{definition.Version.ToString(CultureInfo.InvariantCulture)}"),
            new XAttribute("targetNamespace", "urn:portal:procedures"),
            process,
            new XElement(Di + "BPMNDiagram", new XAttribute("id", "diagram"), plane));
        return new XDeclaration("1.0", "utf-8", null) + "\n" + root.ToString().ReplaceLineEndings("\n") + "\n";
    }

    public static string Sha256(WorkflowDefinition definition) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Export(definition))));

    private static XElement Element(BpmnNode node) =>
        new(Bpmn + node.Kind, new XAttribute("id", node.Id), new XAttribute("name", node.Name), node.Events.Select(e => new XElement(Bpmn + e, new XAttribute("id", $"{node.Id}_{e}"))));

    private static XElement Shape(BpmnNode node) =>
        new(Di + "BPMNShape", new XAttribute("id", $"{node.Id}_shape"), new XAttribute("bpmnElement", node.Id), Bounds(node.X, node.Y, node.Width, node.Height), node.IsTask ? null : Label(node));

    private static XElement Label(BpmnNode node) => new(Di + "BPMNLabel", Bounds(node.X + (node.Width / 2) - 55, node.Y + node.Height + 6, 110, 40));

    private static XElement Bounds(int x, int y, int width, int height) =>
        new(Dc + "Bounds", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", width), new XAttribute("height", height));

    private static XElement Edge(BpmnFlow flow) =>
        new(Di + "BPMNEdge", new XAttribute("id", $"{flow.Id}_edge"), new XAttribute("bpmnElement", flow.Id), flow.Way.Select(p => new XElement(DdDi + "waypoint", new XAttribute("x", p.X), new XAttribute("y", p.Y))));
}
