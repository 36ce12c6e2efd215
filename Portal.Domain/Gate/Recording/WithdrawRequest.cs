using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Recording;

/// <summary>Why an authority no longer asks for a placement, and for a child needed now that the child is safe elsewhere.</summary>
public sealed record Withdrawal(string Reason, bool ChildIsSafe);

/// <summary>The placing authority takes a request back that nobody needs any more: nothing waits for it, and those who were asked or have approved are told.</summary>
public sealed class WithdrawRequest(PortalDb db, TimeProvider clock)
{
    public async Task<GateDecision> Execute(Actor actor, GateDecisionId id, Withdrawal withdrawal, CancellationToken cancel)
    {
        actor.MustBe(Role.PlacementOfficer);
        GateDecision decision = await db.LoadDecision(actor, id, cancel);
        if (decision.Authority != actor.Organisation)
        {
            throw new NotAllowed("The placing authority withdraws its own request.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        GateDecision latest = await db.LatestOf(decision, cancel);
        await MustBeUnused(latest, cancel);
        if (!withdrawal.ChildIsSafe && await db.IsNeededNow(latest, now, cancel))
        {
            throw new RuleBroken("CHILD_NEEDED", "The child needs a place now. Withdraw only when the child has one, or needs none any more: say so here. Otherwise record the emergency, which is allowed at once.", field: "ChildIsSafe");
        }

        GateDecision withdrawn = GateDecision.Withdraw(latest, withdrawal.Reason, now);
        db.Add(withdrawn);
        foreach (FollowUpDuty owed in await db.FollowUpDuties.Where(d => d.Line == latest.Line && d.DoneAt == null).ToListAsync(cancel))
        {
            owed.Complete(actor, "The request was withdrawn: nothing follows.", withdrawn, [], now);
        }

        await TakeBackQuestions(latest, now, cancel);
        await TellApprovers(latest, now, cancel);
        await db.SaveNext(actor, withdrawn, cancel);
        return withdrawn;
    }

    private async Task MustBeUnused(GateDecision latest, CancellationToken cancel)
    {
        string line = $"gateLine/{latest.Line.Value}";
        if (await db.LogEntries.AnyAsync(e => e.Subject == line && e.Action == "gate.calledOff", cancel))
        {
            throw new RuleBroken("DECISION_USED", "A place was called off on this decision. End the placement on its call-off instead.");
        }

        if (await db.Appeals.AnyAsync(a => a.Line == latest.Line && a.Stage == AppealStage.Lodged, cancel))
        {
            throw new RuleBroken("APPEAL_OPEN", "An appeal is before the duty panel, which answers within one working day. Withdraw the request then.");
        }
    }

    private async Task TakeBackQuestions(GateDecision latest, DateTimeOffset now, CancellationToken cancel)
    {
        string about = $"/gateLine/{latest.Line.Value}/";
        foreach (Message asked in await db.Messages.Where(m => m.ReadAt == null && m.Key != null && m.Key.Contains(about)).ToListAsync(cancel))
        {
            asked.Withdraw(now);
        }
    }

    // No child's details: messages go out by e-mail.
    private async Task TellApprovers(GateDecision latest, DateTimeOffset now, CancellationToken cancel)
    {
        OrganisationId? cooperative = await db.Organisations.Where(o => o.Id == latest.Authority).Select(o => o.Parent).SingleAsync(cancel);
        string subject = $"Withdrawn: {latest.HomeUrn ?? "a home that is not listed"}, {latest.Price} a {latest.Unit}";
        string link = $"/gate/decisions/{latest.Line.Value}?latest=true";
        foreach (Role role in latest.Answer.RequiredApprovals.Where(a => !a.Given).Select(a => Offices.RoleFor(a.Role)).Distinct())
        {
            OrganisationId to = role is Role.RccCommissioner or Role.QaLead && cooperative is { } region ? region : latest.Authority;
            db.Add(Message.ToOrganisation(to, role, subject, "Your approval is needed no more: the authority has withdrawn its request and says why on the decision.", link, now, $"withdrawn/{latest.Id.Value}/{role}"));
        }

        foreach (PersonId person in await db.GivenApprovals.Where(a => a.Line == latest.Line).Select(a => a.Person).Distinct().ToListAsync(cancel))
        {
            db.Add(Message.ToPerson(person, subject, "You had approved this placement. The authority has withdrawn its request and says why on the decision.", link, now, $"withdrawn/{latest.Id.Value}/{person.Value}"));
        }
    }
}

/// <summary>Whether a recorded request is for a child needed within 24 hours, as things stand now.</summary>
public static class NeededNow
{
    extension(PortalDb db)
    {
        public async Task<bool> IsNeededNow(GateDecision decision, DateTimeOffset now, CancellationToken cancel) =>
            new Situation(decision.Facts with { At = now }, (await db.GateRulesOn(LondonTime.DateOf(now), cancel)).Terms).Needed24;
    }
}
