using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Referrals;

namespace Portal.Domain.CallOffs;

/// <summary>Whether a placement is still to be made: none was made on this request to the gate, and none runs on its referral that this one does not replace.</summary>
public static class OpenRequest
{
    extension(PortalDb db)
    {
        /// <summary>The running placements of the decision's referral, the earliest first; empty where the child lives in the home already or there is no referral.</summary>
        public Task<List<CallOff>> RunningOnReferralOf(GateDecision decision, CancellationToken cancel) => decision.ReferralRef is null || decision.Facts.Child.AlreadyLivesThere
            ? Task.FromResult(new List<CallOff>())
            : db.CallOffs.AsNoTracking().Where(c => c.ReferralRef == decision.ReferralRef && c.Authority == decision.Authority && c.Stage == CallOffStage.Agreed).OrderBy(c => c.MadeAt).ToListAsync(cancel);

        /// <summary>A referral is for one placement at a time. A child who moves, however suddenly, needs a word and no paper: the first is ended afterwards. Null when none runs.</summary>
        public async Task<string?> MustReplaceWhatRuns(GateDecision decision, string? replaces, CancellationToken cancel)
        {
            // Loaded first, and marked by every call-off: what was called off since this look is refused at the save.
            await db.Referrals.SingleOrDefaultAsync(r => r.Ref == decision.ReferralRef && r.Authority == decision.Authority, cancel);
            List<CallOff> running = await db.RunningOnReferralOf(decision, cancel);
            return running.Count == 0 ? null
                : running.Exists(c => c.Ref == replaces) ? replaces
                : throw new RuleBroken(
                    "CHILD_PLACED",
                    $"Call-off {running[^1].Ref} of referral {decision.ReferralRef} runs from {LondonTime.Day(running[^1].From)}, in home {running[^1].HomeUrn}. Nothing was called off now. If the child moves, say that this placement takes its place, and record its end on the day of leaving; for a brother or sister send a referral of their own.",
                    field: "Replaces");
        }

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
