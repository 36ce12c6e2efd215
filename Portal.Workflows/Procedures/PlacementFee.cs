using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Fees;
using Portal.Domain.Kernel;
using Portal.Workflows.Definitions;

namespace Portal.Workflows.Procedures;

/// <summary>A placement's fee: asked for as soon as the place is called off.</summary>
public static class PlacementFee
{
    public static WorkflowDefinition Definition { get; } = new WorkflowDefinition("PlacementFee", 1, "Fee of a placement", "call-offs", Authority)
        .Starts("callOff.made")
        .Does("request", "Ask for the fee’s approval", step => step.Use<RequestFeeApproval>().Execute(step.Reference, step.Cancellation));

    private static Task<OrganisationId> Authority(StepContext step) =>
        step.Db.CallOffs.AsNoTracking().Where(c => c.Ref == step.Reference).Select(c => c.Authority).SingleOrDefaultAsync(step.Cancellation);
}
