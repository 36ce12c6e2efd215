using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;

namespace Portal.Domain.CallOffs;

/// <summary>Whether a placement is still to be made on a request to the gate: none was made on it yet.</summary>
internal static class OpenRequest
{
    extension(PortalDb db)
    {
        /// <summary>A request that was asked again after its call-off, to add facts or approvals, is still about the one placement; once that has ended it may be called off again.</summary>
        public async Task MustStillBeOpen(GateDecision decision, CancellationToken cancel)
        {
            GateDecisionId[] line = await db.GateDecisions.Where(d => d.Line == decision.Line).Select(d => d.Id).ToArrayAsync(cancel);
            var made = await db.CallOffs.Where(c => line.Contains(c.GateDecision) && (c.GateDecision == decision.Id || c.Stage == CallOffStage.Agreed)).OrderBy(c => c.MadeAt).Select(c => new { c.Ref, c.GateDecision }).FirstOrDefaultAsync(cancel);
            if (made is not null)
            {
                throw new RuleBroken("DECISION_USED", made.GateDecision == decision.Id
                    ? $"Call-off {made.Ref} was made on this gate decision already. For another placement ask the gate again."
                    : $"Call-off {made.Ref} was made on an earlier decision of this request, and the placement runs. For another placement check the price anew.");
            }
        }
    }
}
