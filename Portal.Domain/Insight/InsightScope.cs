using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Insight;

/// <summary>Whose figures are shown and for which days: every authority for the national co-operative, its own for a region, itself for an authority.</summary>
public sealed record InsightScope(string Name, OrganisationKind Kind, OrganisationId Organisation, DateOnly From, DateOnly To)
{
    public bool IsNational => Kind == OrganisationKind.NationalCooperative;

    /// <summary>First instant of the first day in London.</summary>
    public DateTimeOffset Start => LondonTime.StartOfDay(From);

    /// <summary>First instant after the last day in London.</summary>
    public DateTimeOffset End => LondonTime.StartOfDay(To.AddDays(1));

    /// <summary>The scope of an actor's organisation; refused for anybody who is not a buyer.</summary>
    public static async Task<InsightScope> Of(PortalDb db, Actor actor, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        if (from > to)
        {
            throw new RuleBroken("PERIOD_ORDER", "The first day must not lie after the last.", field: "From");
        }

        Organisation own = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == actor.Organisation, cancel) ?? throw new NotAllowed("Sign in for an organisation first.");
        return own.IsBuyer ? new InsightScope(own.Name, own.Kind, own.Id, from, to) : throw new NotAllowed("These figures are for authorities and co-operatives.");
    }

    public IQueryable<Organisation> Authorities(PortalDb db)
    {
        IQueryable<Organisation> all = db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Authority);
        return Kind switch
        {
            OrganisationKind.NationalCooperative => all,
            OrganisationKind.RegionalCooperative => all.Where(o => o.Parent == Organisation),
            _ => all.Where(o => o.Id == Organisation),
        };
    }
}
