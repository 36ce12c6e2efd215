using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Tells the commissioners of a framework when 80, 90 or 100 % of its notice's value is passed (A8-12). The framework's version lets one call-off alone pass a mark, so each is told once.</summary>
public static class ValueAlerts
{
    extension(PortalDb db)
    {
        /// <summary>Adds a call-off's value to what is used of the framework and leaves a message for each mark it passes.</summary>
        public void CommitValue(Framework framework, (string CallOffRef, string LotNumber, Money Value) use, DateOnly on, DateTimeOffset now)
        {
            int before = framework.PercentUsed;
            db.Add(framework.Commit(use.CallOffRef, use.LotNumber, use.Value, on));
            foreach (int mark in Framework.MarksPassed(before, framework.PercentUsed))
            {
                string subject = $"{mark} % of the value of {framework.Ref} is used";
                string body = $"Call-offs come to {framework.ValueUsed} of the {framework.EstimatedValue} that its notice estimated. {(mark >= 100 ? "Children are still placed; the successor, or the ground for going on, is yours to settle now." : "Plan its successor.")} (rule A8-12)";
                db.Add(Message.ToOrganisation(framework.Lead, Role.Commissioner, subject, body, $"/frameworks/{framework.Ref}", now));
                db.Add(Message.ToOrganisation(framework.Cooperative, Role.RccCommissioner, subject, body, $"/frameworks/{framework.Ref}", now));
            }
        }
    }
}
