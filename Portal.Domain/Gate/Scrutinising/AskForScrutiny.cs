using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Scrutinising;

/// <summary>The placing authority asks its co-operative's panel to look at a planned placement before it is decided.</summary>
public sealed class AskForScrutiny(PortalDb db, TimeProvider clock)
{
    public async Task<Scrutiny> Execute(Actor actor, GateDecisionId id, CancellationToken cancel)
    {
        actor.MustBe(Role.PlacementOfficer, Role.HeadOfService, Role.Director);
        GateDecision decision = await db.LoadDecision(actor, id, cancel);
        if ((await db.LatestOf(decision, cancel)).Id != decision.Id || await db.Scrutinies.AnyAsync(s => s.Line == decision.Line, cancel))
        {
            throw new RuleBroken("NOT_LATEST", "A later decision was recorded for this placement, or its scrutiny was asked for already.");
        }

        OrganisationId panel = await db.Organisations.Where(o => o.Id == decision.Authority).Select(o => o.Parent).SingleAsync(cancel)
            ?? throw new RuleBroken("NO_PANEL", "Your authority belongs to no co-operative, so there is no panel to look.");
        DateTimeOffset now = clock.GetUtcNow();
        Scrutiny scrutiny = Scrutiny.Ask(actor, decision, panel, (await db.GateRulesOn(LondonTime.DateOf(now), cancel)).Terms, now);
        db.Add(scrutiny);
        db.Add(Message.ToOrganisation(panel, Role.RccCommissioner, $"Look at a planned placement of {actor.OrganisationName} before it is decided", $"Your view is of use until {LondonTime.ForPeople(scrutiny.WantedBy)}.", $"/gate/scrutiny/{scrutiny.Id.Value}", now, $"scrutiny/{scrutiny.Id.Value}"));
        await db.Save(actor, cancel);
        return scrutiny;
    }
}
