using System.Xml.Linq;
using Portal.Workflows.Pictures;

namespace Portal.Tests.Workflows;

/// <summary>The picture is made from the object that runs.</summary>
public sealed class BpmnTests
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";

    [Fact]
    public void Every_step_is_an_element_with_a_shape_and_an_arrow_to_it()
    {
        XDocument picture = XDocument.Parse(BpmnXml.Export(PracticeProcedure.Definition));
        XElement process = picture.Root!.Element(Bpmn + "process")!;
        string[] drawn = [.. picture.Descendants(Di + "BPMNShape").Select(s => s.Attribute("bpmnElement")!.Value)];
        string[] reached = [.. process.Elements(Bpmn + "sequenceFlow").Select(f => f.Attribute("targetRef")!.Value)];

        foreach (string id in PracticeProcedure.Definition.All().Select(s => s.Id).Except(["lots"]).Concat(["lots-split", "lots-join", "end"]))
        {
            Assert.Contains(process.Elements(), e => e.Attribute("id")!.Value == id);
            Assert.Contains(id, drawn);
            Assert.Contains(id, reached);
        }
    }

    [Fact]
    public void A_task_names_who_acts_and_a_moment_is_a_timer()
    {
        XElement process = XDocument.Parse(BpmnXml.Export(PracticeProcedure.Definition)).Root!.Element(Bpmn + "process")!;

        Assert.Equal("Verify the provider (administrator)", process.Elements(Bpmn + "userTask").First().Attribute("name")!.Value);
        Assert.NotNull(process.Elements(Bpmn + "intermediateCatchEvent").Single(e => e.Attribute("id")!.Value == "noon").Element(Bpmn + "timerEventDefinition"));
        Assert.Empty(process.Descendants(Bpmn + "lane"));
    }

    [Fact]
    public void The_same_definition_always_has_the_same_hash() =>
        Assert.Equal(BpmnXml.Sha256(PracticeProcedure.Definition), BpmnXml.Sha256(PracticeProcedure.Definition));
}
