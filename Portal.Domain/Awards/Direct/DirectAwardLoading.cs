using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Direct;

/// <summary>Loads direct awards with their procurements, for those who may know of them.</summary>
public static class DirectAwardLoading
{
    extension(PortalDb db)
    {
        /// <summary>The newest direct award of a procurement of the actor's organisation.</summary>
        public async Task<(Tender Tender, DirectAward Direct)> LoadDirectAward(Actor actor, string tenderRef, CancellationToken stop = default)
        {
            Tender tender = await db.LoadTender(actor, tenderRef, stop);
            return (tender, await db.NewestDirectAwardOf(tender, stop));
        }

        /// <summary>The same, to be changed by the commissioner who runs the procurement.</summary>
        public async Task<(Tender Tender, DirectAward Direct)> LoadDirectAwardToChange(Actor actor, string tenderRef, CancellationToken stop = default)
        {
            Tender tender = await db.LoadTenderToChange(actor, tenderRef, stop);
            return (tender, await db.NewestDirectAwardOf(tender, stop));
        }

        private async Task<DirectAward> NewestDirectAwardOf(Tender tender, CancellationToken stop) =>
            await db.DirectAwards.Where(d => d.Tender == tender.Id).OrderBy(d => d.Stage == DirectAwardStage.GivenUp).ThenByDescending(d => d.BegunAt).FirstOrDefaultAsync(stop) ?? throw new NotFound($"A direct award of {tender.Ref}");
    }
}
