using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Scrutinising;

/// <summary>Somebody of the co-operative's panel who has no part in a placement says what they make of it; whoever asked is told.</summary>
public sealed class GiveScrutinyView(PortalDb db, TimeProvider clock)
{
    /// <summary>Who may sit on the panel.</summary>
    public static IReadOnlyList<Role> Panel { get; } = [Role.RccCommissioner, Role.Director, Role.QaLead, Role.Legal];

    public async Task Execute(Actor actor, ScrutinyId id, ScrutinyView view, string words, CancellationToken cancel)
    {
        actor.MustBe([.. Panel]);
        Scrutiny scrutiny = await db.Scrutinies.SingleOrDefaultAsync(s => s.Id == id && s.Panel == actor.Organisation, cancel) ?? throw new NotFound("That scrutiny");
        GateDecision latest = await db.LatestOf(await db.GateDecisions.SingleAsync(d => d.Id == scrutiny.Decision, cancel), cancel);
        List<PersonId> approvers = await db.GivenApprovals.Where(a => a.Line == scrutiny.Line).Select(a => a.Person).ToListAsync(cancel);
        DateTimeOffset now = clock.GetUtcNow();
        scrutiny.Give(actor, view, words, latest, approvers, now);
        db.Add(Message.ToPerson(scrutiny.AskedBy, view == ScrutinyView.Supports ? "The panel supports the placement" : "The panel has doubts about the placement", scrutiny.Words!, $"/gate/decisions/{latest.Id.Value}", now));
        await db.Save(actor, cancel);
    }
}
