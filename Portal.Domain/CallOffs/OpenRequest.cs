using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Referrals;

namespace Portal.Domain.CallOffs;

/// <summary>Whether a placement is still to be made on a request to the gate: none was made on it yet, and the child's referral stands.</summary>
internal static class OpenRequest
{
    extension(PortalDb db)
    {
        public async Task MustStillBeOpen(GateDecision decision, CancellationToken cancel)
        {
            await db.MustBeUnused(decision, cancel);

            // An emergency goes ahead whatever became of the search.
            if (decision.Outcome != Outcome.AllowEmergency && await db.Referrals.AnyAsync(r => r.Ref == decision.ReferralRef && r.Authority == decision.Authority && r.Stage == ReferralStage.Withdrawn, cancel))
            {
                throw new RuleBroken("REFERRAL_WITHDRAWN", $"Referral {decision.ReferralRef} was withdrawn: no place is looked for on it. If the child still needs this place, check the price anew without that referral.");
            }
        }

        // A request that was asked again after its call-off, to add facts or approvals, is still about the one placement.
        private async Task MustBeUnused(GateDecision decision, CancellationToken cancel)
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
