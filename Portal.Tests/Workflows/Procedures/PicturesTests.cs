using System.Xml.Linq;
using Portal.Workflows.Definitions;
using Portal.Workflows.Pictures;
using Portal.Workflows.Procedures;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>Every procedure of the portal has a picture in which nothing hangs in the air.</summary>
public sealed class PicturesTests
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";

    public static TheoryData<string, int> All => [.. AllProcedures.List.Select(d => (d.Name, d.Version))];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_arrow_joins_two_shapes_and_every_shape_is_reached(string name, int version)
    {
        XElement root = XDocument.Parse(BpmnXml.Export(new ProcedureShelf(AllProcedures.List).Find(name, version)!)).Root!;
        XElement process = root.Element(Bpmn + "process")!;
        string[] nodes = [.. process.Elements().Where(e => e.Name != Bpmn + "sequenceFlow").Select(e => e.Attribute("id")!.Value)];
        (string From, string To)[] flows = [.. process.Elements(Bpmn + "sequenceFlow").Select(f => (f.Attribute("sourceRef")!.Value, f.Attribute("targetRef")!.Value))];

        Assert.Equal(nodes.Length, nodes.Distinct().Count());
        Assert.Equal(nodes.Order(), root.Descendants(Di + "BPMNShape").Select(s => s.Attribute("bpmnElement")!.Value).Order());
        Assert.All(flows, f => Assert.True(nodes.Contains(f.From) && nodes.Contains(f.To)));
        Assert.All(nodes.Where(n => n != "start"), n => Assert.Contains(flows, f => f.To == n));
        Assert.All(nodes.Where(n => n != "end"), n => Assert.Contains(flows, f => f.From == n));
        Assert.All(process.Elements().Where(e => e.Name != Bpmn + "exclusiveGateway" && e.Name != Bpmn + "sequenceFlow").Select(e => e.Attribute("id")!.Value), n => Assert.True(flows.Count(f => f.From == n) <= 1));
    }

    [Fact]
    public void The_way_back_after_a_re_opened_award_is_drawn() => Assert.Contains("back-to-decide", BpmnXml.Export(OpenFrameworkTender.Definition), StringComparison.Ordinal);

    [Fact]
    public void Every_step_that_a_procedure_returns_to_is_one_of_its_steps() =>
        Assert.All(AllProcedures.List.Where(d => d.ReturnsTo is not null), d => Assert.Contains(d.All(), s => s.Id == d.ReturnsTo));
}
