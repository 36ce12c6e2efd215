using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Offline;

/// <summary>Issues an authority's card and signs it: the portal each week, a placement officer when the rota or the rules have changed. An authority without placement officers gets none.</summary>
public sealed class IssueOfflineCard(PortalDb db, LogSigner signer, TimeProvider clock)
{
    /// <summary>The page of the newest card, to which messages about cards lead.</summary>
    public const string Page = "/gate/card";

    /// <returns>Null when nobody in the authority would use it.</returns>
    public async Task<OfflineCard?> Execute(Actor actor, OrganisationId authority, CancellationToken cancel)
    {
        if (!actor.IsPortal)
        {
            actor.MustBe(Role.PlacementOfficer);
        }

        string name = await db.Organisations.Where(o => o.Id == authority && (actor.IsPortal || o.Id == actor.Organisation)).Select(o => o.Name).SingleOrDefaultAsync(cancel) ?? throw new NotFound("The authority");
        if (actor.IsPortal && !(await db.WithPlacementOfficers(cancel)).Contains(authority))
        {
            return null;
        }

        DateTimeOffset now = clock.GetUtcNow();
        OfflineCard card = OfflineCard.Issue((authority, name), await OfflineText.Of(db, authority, now, cancel), signer, now);
        db.Add(card);
        foreach (Message earlier in await db.Messages.Where(m => m.Organisation == authority && m.Link == Page && m.ReadAt == null).ToListAsync(cancel))
        {
            earlier.Withdraw(now);
        }

        await db.Save(actor, cancel);
        return card;
    }
}

/// <summary>Who places children.</summary>
public static class PlacingBodies
{
    extension(PortalDb db)
    {
        /// <summary>Authorities in which somebody is a placement officer.</summary>
        public async Task<IReadOnlySet<OrganisationId>> WithPlacementOfficers(CancellationToken cancel)
        {
            OrganisationId[] authorities = await db.Organisations.Where(o => o.Kind == OrganisationKind.Authority).Select(o => o.Id).ToArrayAsync(cancel);
            List<Membership> held = await db.People.AsNoTracking().SelectMany(p => p.Memberships).ToListAsync(cancel);
            return held.Where(m => m.Roles.Contains(Role.PlacementOfficer)).Select(m => m.Organisation).Intersect(authorities).ToHashSet();
        }
    }
}
