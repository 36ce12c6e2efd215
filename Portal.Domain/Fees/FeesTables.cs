using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Fees;

/// <summary>The fees room's tables by name, and how its things are loaded for an actor.</summary>
public static class FeesTables
{
    extension(PortalDb db)
    {
        public DbSet<FeeApproval> FeeApprovals => db.Set<FeeApproval>();

        public DbSet<CostSheet> CostSheets => db.Set<CostSheet>();

        /// <summary>Fees of the actor's authority, or of the authorities of the actor's co-operative.</summary>
        public IQueryable<FeeApproval> FeesSeenBy(Actor actor) =>
            db.FeeApprovals.Where(f => f.Asked.Authority == actor.Organisation || f.Asked.Cooperative == actor.Organisation);

        /// <summary>A fee with its signatures and queries; somebody who also works for a provider does not find it.</summary>
        public async Task<FeeApproval> LoadFee(Actor actor, FeeApprovalId id, CancellationToken cancel)
        {
            await db.MustReadPrices(actor, cancel);
            return await db.FeesSeenBy(actor).Include(f => f.Signatures).Include(f => f.Queries).AsSplitQuery().SingleOrDefaultAsync(f => f.Id == id, cancel) ?? throw new NotFound("That fee");
        }

        /// <summary>Call-offs of the actor's authority, or of its co-operative's authorities, whose fee nobody has been asked to approve yet.</summary>
        public IQueryable<CallOff> CallOffsWithoutFee(Actor actor)
        {
            IQueryable<string> asked = db.FeeApprovals.Select(f => f.Asked.CallOffRef);
            IQueryable<OrganisationId> authorities = db.Organisations.Where(o => o.Id == actor.Organisation || o.Parent == actor.Organisation).Select(o => o.Id);
            return db.CallOffs.Where(c => authorities.Contains(c.Authority) && !asked.Contains(c.Ref));
        }
    }
}
