using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Who is told what of an uplift, once each.</summary>
internal static class UpliftMessages
{
    extension(PortalDb db)
    {
        public void TellLead(Uplift uplift, Framework framework, Actor by, DateTimeOffset now) =>
            db.Add(Message.ToOrganisation(framework.Lead, Role.Commissioner, $"{by.OrganisationName} asks for an uplift on {uplift.FrameworkRef}", "Look at the evidence, then put it to the framework’s board or refuse it with the reason.", Page(uplift), now, uplift.Subject + "/asked"));

        public void TellBoard(Uplift uplift, DateTimeOffset now)
        {
            foreach (Guid seat in uplift.Board)
            {
                db.Add(Message.ToOrganisation(OrganisationId.From(seat), Role.Commissioner, $"Vote on an uplift on {uplift.FrameworkRef}", $"Your authority has one vote until {LondonTime.ForPeople(uplift.VoteClosesAt!.Value)}. Without a quorum of {uplift.QuorumNeeded} prices stay as they are.", Page(uplift), now, $"{uplift.Subject}/board/{seat}"));
            }
        }

        /// <summary>Tells the provider and the framework's lead where the uplift has come to.</summary>
        public void TellOutcome(Uplift uplift, Framework framework, DateTimeOffset now)
        {
            (string subject, string body) = Outcome(uplift);
            string key = $"{uplift.Subject}/{uplift.Stage}";
            db.Add(Message.ToOrganisation(uplift.Provider, Role.ProviderBidder, subject, body, Page(uplift), now, key + "/provider"));
            db.Add(Message.ToOrganisation(framework.Lead, Role.Commissioner, subject, body, Page(uplift), now, key + "/lead"));
            foreach (Guid seat in uplift.Board.Where(s => uplift.Stage is UpliftStage.Confirmed or UpliftStage.InForce && s != framework.Lead.Value))
            {
                db.Add(Message.ToOrganisation(OrganisationId.From(seat), Role.Commissioner, subject, body, Page(uplift), now, $"{key}/{seat}"));
            }
        }
    }

    private static (string Subject, string Body) Outcome(Uplift uplift) => uplift.Stage switch
    {
        UpliftStage.Carried => ($"The board carried the uplift on {uplift.FrameworkRef}", "Finance now confirms that it can be paid. Until then nothing changes."),
        UpliftStage.Confirmed => ($"New prices on {uplift.FrameworkRef} from {LondonTime.Day(uplift.HoldsFrom!.Value)}", uplift.HoldsFrom == uplift.AskedFrom ? "Finance has confirmed the uplift. Until that day the old prices hold." : "Finance has confirmed the uplift after the day that was asked for. Prices never change backwards, so it holds from the day after."),
        UpliftStage.InForce => ($"New prices on {uplift.FrameworkRef} hold today", "The new versions of the price schedules are in force. " + UpliftTerms.Running),
        _ => ($"The uplift on {uplift.FrameworkRef} has come to nothing", uplift.EndedBecause ?? ""),
    };

    private static string Page(Uplift uplift) => $"/frameworks/uplifts/{uplift.Id.Value}";
}
