using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The region records what it learned of why a home of its area has not joined.</summary>
public sealed class RecordSignUpReason(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string urn, NotJoinedBecause why, string words, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        Organisation cooperative = await db.CooperativeOf(actor, stop);
        ProviderHome home = await db.HomeOfArea(cooperative, urn, stop);
        SignUpReason? known = await db.SignUpReasons.SingleOrDefaultAsync(r => r.Cooperative == cooperative.Id && r.HomeUrn == home.Urn, stop);
        if (known is null)
        {
            known = SignUpReason.For(cooperative.Id, home.Urn);
            db.Add(known);
        }

        known.Say(why, words, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}

/// <summary>Which homes stand in a co-operative's area.</summary>
public static class HomesOfAreas
{
    extension(PortalDb db)
    {
        /// <summary>Homes in the area of a regional co-operative; every home for a national one.</summary>
        public IQueryable<ProviderHome> HomesInArea(Organisation cooperative)
        {
            IQueryable<string> codes = db.Organisations.Where(o => o.Parent == cooperative.Id && o.Kind == OrganisationKind.Authority).Select(o => o.Code);
            return cooperative.Kind == OrganisationKind.RegionalCooperative
                ? db.ProviderHomes.AsNoTracking().Where(h => codes.Contains(h.HostAuthority))
                : db.ProviderHomes.AsNoTracking();
        }

        public async Task<ProviderHome> HomeOfArea(Organisation cooperative, string urn, CancellationToken stop = default) =>
            await db.HomesInArea(cooperative).SingleOrDefaultAsync(h => h.Urn == urn, stop) ?? throw new NotFound($"Home {urn} in the area of {cooperative.Name}");
    }
}
