using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>Two people who act on one request at the same moment: the database takes one next decision of the line, and the other person is told.</summary>
internal static class SaveNextOnLine
{
    extension(PortalDb db)
    {
        /// <summary>Saves. Raises <see cref="RuleBroken"/> when it fails because somebody else went on with the line meanwhile.</summary>
        /// <param name="next">The decision that is saved, or the latest that was seen.</param>
        public async Task SaveNext(Actor actor, GateDecision next, CancellationToken cancel)
        {
            try
            {
                await db.Save(actor, cancel);
            }
            catch (Exception raced) when (raced is StaleVersion or DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (await db.GateDecisions.AnyAsync(d => d.Line == next.Line && d.Number >= next.Number && d.Id != next.Id, cancel))
                {
                    throw new RuleBroken("NOT_LATEST", "Somebody else recorded a later decision for this placement at the same moment. Open the latest and act there.");
                }

                string line = $"gateLine/{next.Line.Value}";
                if (raced is StaleVersion && await db.LogEntries.AnyAsync(e => e.Subject == line && e.Action == "gate.calledOff", cancel))
                {
                    throw new RuleBroken("DECISION_USED", "A place was called off on this decision at the same moment, so nothing else was recorded. If the place is not wanted, end the placement on its call-off; otherwise open the decision again.");
                }

                throw;
            }
        }
    }
}
