using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Web.Workflows;

/// <summary>Operators find the procedures from every page.</summary>
public sealed class WorkflowsNavigation : INavigation
{
    public IEnumerable<NavEntry> For(Actor? actor) => actor?.IsOperator == true ? [new NavEntry("Procedures", "/workflows", 60)] : [];
}
