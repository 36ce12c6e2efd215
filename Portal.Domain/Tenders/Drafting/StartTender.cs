using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Tenders.Drafting;

/// <summary>Starts a blank draft.</summary>
public sealed class StartTender(PortalDb db, TimeProvider clock)
{
    /// <returns>The new tender's reference.</returns>
    public async Task<string> Execute(Actor actor, string title, CancellationToken stop)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        DateTimeOffset now = clock.GetUtcNow();
        Tender tender = Tender.Draft(await TenderRefs.Next(db, actor, now, stop), title, actor.Organisation, actor.Person, now, await db.ClassOf(actor.Organisation, stop));
        db.Add(tender);
        await db.Save(actor, stop);
        return tender.Ref;
    }
}
