using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Tells the commissioners of a framework when 80, 90 or 100 % of its notice's value is passed (A8-12). The framework's version lets one call-off alone pass a mark, so each passing is told once; a mark passed again after placements ended early is told again.</summary>
public static class ValueAlerts
{
    extension(PortalDb db)
    {
        /// <summary>Adds a call-off's value to what is used of the framework and leaves a message for each mark it passes.</summary>
        public void CommitValue(Framework framework, (string CallOffRef, string LotNumber, Money Value) use, DateOnly on, DateTimeOffset now)
        {
            int before = framework.PercentUsed;
            db.Add(framework.Commit(use.CallOffRef, use.LotNumber, use.Value, on));
            db.TellMarks(framework, before, now);
        }

        /// <summary>Counts an ended placement as it came to instead of as it was agreed; one that ran longer may pass a mark too.</summary>
        public async Task SettleValue(string callOffRef, Money cameTo, DateOnly on, DateTimeOffset now, CancellationToken cancel)
        {
            FrameworkCommitment? commitment = await db.FrameworkCommitments.SingleOrDefaultAsync(c => c.CallOffRef == callOffRef, cancel);
            if (commitment is null)
            {
                return;
            }

            Framework framework = await db.Frameworks.SingleAsync(f => f.Id == commitment.Framework, cancel);
            int before = framework.PercentUsed;
            framework.Settle(commitment, cameTo, on);
            db.TellMarks(framework, before, now);
        }

        /// <summary>Measures use against another value, and leaves a message for each mark that a lower one passes.</summary>
        public void ChangeCap(Framework framework, Actor by, (Money To, string ChangeNotice) change, DateTimeOffset now)
        {
            int before = framework.PercentUsed;
            framework.FollowContractChange(by, change.To, change.ChangeNotice, now);
            db.TellMarks(framework, before, now);
        }

        /// <summary>Measures use against the value that the parties agreed, and leaves a message for each mark that a lower one passes.</summary>
        public void VaryCap(Framework framework, Actor by, Money to, (string Reason, string Agreed) said, DateTimeOffset now)
        {
            int before = framework.PercentUsed;
            framework.VaryCap(by, to, said, now);
            db.TellMarks(framework, before, now);
        }

        /// <summary>Counts placements that outlive their agreed weeks as they have come to so far, and leaves a message for each mark that this passes.</summary>
        public int RunOn(Framework framework, IReadOnlyCollection<(FrameworkCommitment Commitment, Money SoFar)> running, DateTimeOffset now)
        {
            int before = framework.PercentUsed;
            int moved = framework.RunOn(running);
            db.TellMarks(framework, before, now);
            return moved;
        }

        private void TellMarks(Framework framework, int before, DateTimeOffset now)
        {
            foreach (int mark in Framework.MarksPassed(before, framework.PercentUsed))
            {
                string subject = $"{mark} % of the value of {framework.Ref} is used";
                string body = $"Call-offs come to {framework.ValueUsed} of the {framework.EstimatedValue} that its notices name. {(mark >= 100 ? "Children are still placed; the successor, or the ground for going on, is yours to settle now." : "Plan its successor.")} (rule A8-12)";
                db.Add(Message.ToOrganisation(framework.Lead, Role.Commissioner, subject, body, $"/frameworks/{framework.Ref}", now));
                db.Add(Message.ToOrganisation(framework.Cooperative, Role.RccCommissioner, subject, body, $"/frameworks/{framework.Ref}", now));
            }
        }
    }
}
