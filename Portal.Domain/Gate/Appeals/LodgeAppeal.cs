using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Appeals;

/// <summary>An authority appeals to its co-operative's duty panel against the latest decision of a line.</summary>
public sealed class LodgeAppeal(PortalDb db, TimeProvider clock)
{
    public async Task<Appeal> Execute(Actor actor, GateDecisionId id, string grounds, CancellationToken cancel)
    {
        GateDecision decision = await db.LoadDecision(actor, id, cancel);
        if (decision.Authority != actor.Organisation)
        {
            throw new NotAllowed("The placing authority appeals; its co-operative answers.");
        }

        if ((await db.LatestOf(decision, cancel)).Id != decision.Id || await db.Appeals.AnyAsync(a => a.Line == decision.Line && a.Stage == AppealStage.Lodged, cancel))
        {
            throw new RuleBroken("NOT_LATEST", "A later decision was recorded for this placement, or an appeal is open already.");
        }

        OrganisationId panel = await db.Organisations.Where(o => o.Id == decision.Authority).Select(o => o.Parent).SingleAsync(cancel)
            ?? throw new RuleBroken("NO_PANEL", "Your authority belongs to no co-operative, so no panel can answer. Give a reasoned exception instead.");
        DateTimeOffset now = clock.GetUtcNow();
        Appeal appeal = Appeal.Lodge(actor, decision, panel, grounds, now);
        db.Add(appeal);
        db.Add(Message.ToOrganisation(panel, Role.RccCommissioner, $"An appeal of {actor.OrganisationName} waits for the duty panel", $"Rule {decision.Decisive}. Answer by {LondonTime.ForPeople(appeal.AnswerBy)}.", $"/gate/appeals/{appeal.Id.Value}", now));
        await db.Save(actor, cancel);
        return appeal;
    }
}
