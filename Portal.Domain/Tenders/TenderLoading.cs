using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>Loads tenders whole, for those who may know of them.</summary>
public static class TenderLoading
{
    extension(PortalDb db)
    {
        /// <summary>A tender of the actor's organisation, or one on whose team the actor is; otherwise it does not exist for them.</summary>
        public async Task<Tender> LoadTender(Actor actor, string reference, CancellationToken stop = default)
        {
            Tender? tender = (await db.WholeTenders().SingleOrDefaultAsync(t => t.Ref == reference, stop))?.LookedAt(db.Now);
            return tender is not null && IsOwn(tender, actor) ? tender : throw new NotFound($"Tender {reference}");
        }

        /// <summary>A tender that anybody may see, or a draft of the reader's own.</summary>
        public async Task<Tender> LoadTenderToRead(Actor? reader, string reference, CancellationToken stop = default)
        {
            Tender? tender = (await db.WholeTenders().SingleOrDefaultAsync(t => t.Ref == reference, stop))?.LookedAt(db.Now);
            return tender is not null && (tender.IsPublished || (reader is not null && IsOwn(tender, reader))) ? tender : throw new NotFound($"Tender {reference}");
        }

        /// <summary>A tender of the actor's organisation to be changed by its commissioner.</summary>
        public async Task<Tender> LoadTenderToChange(Actor actor, string reference, CancellationToken stop = default)
        {
            Tender tender = await db.LoadTender(actor, reference, stop);
            if (!actor.IsPortal && tender.Buyer != actor.Organisation && !tender.StandsIn(actor.Person, TeamPart.Commissioner))
            {
                throw new NotAllowed($"Tender {reference} is run by another organisation.");
            }

            actor.MustBe(Role.Commissioner, Role.RccCommissioner);
            return tender;
        }

        /// <summary>A tender that the public may see.</summary>
        public async Task<Tender> LoadPublishedTender(string reference, CancellationToken stop = default) =>
            await db.WholeTenders().SingleOrDefaultAsync(t => t.Ref == reference && t.PublishedAt != null, stop) ?? throw new NotFound($"Tender {reference}");

        /// <summary>A tender whose agreement a supplier may sign: published, or awarded directly without ever having been.</summary>
        public async Task<Tender> LoadTenderToSign(string reference, CancellationToken stop = default) =>
            await db.WholeTenders().SingleOrDefaultAsync(t => t.Ref == reference && (t.PublishedAt != null || t.DirectGround != null), stop) ?? throw new NotFound($"Tender {reference}");

        public async Task<Tender> LoadTender(TenderId id, CancellationToken stop = default) =>
            await db.WholeTenders().SingleOrDefaultAsync(t => t.Id == id, stop) ?? throw new NotFound("That tender");

        private IQueryable<Tender> WholeTenders() => db.Tenders.Include(t => t.Lots).Include(t => t.Team).Include(t => t.Documents).AsSplitQuery();
    }

    private static bool IsOwn(Tender tender, Actor actor) => actor.IsPortal || tender.Buyer == actor.Organisation || tender.Knows(actor.Person);
}
