using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Notices.Finding;

/// <summary>Deletes one's own saved search; its alerts end.</summary>
public sealed class ForgetSearch(PortalDb db)
{
    public async Task Execute(Actor actor, SavedSearchId id, CancellationToken cancellation = default)
    {
        SavedSearch saved = await db.SavedSearches.SingleOrDefaultAsync(s => s.Id == id && s.Person == actor.Person, cancellation) ?? throw new NotFound("That search");
        saved.Forget();
        db.Remove(saved);
        await db.Save(actor, cancellation);
    }
}
