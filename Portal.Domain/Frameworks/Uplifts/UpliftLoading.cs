using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Loads uplifts, and says who may know of them and who sits on the board.</summary>
public static class UpliftLoading
{
    /// <summary>The uplift rule changes only within the framework's term (A8-11).</summary>
    internal static void MustStillRunOn(this Framework framework, DateOnly day)
    {
        if (framework.Stage == FrameworkStage.Expired || day > framework.EndsOn)
        {
            throw new RuleBroken("FRAMEWORK_TERM", $"The rule changes only within the framework’s term, to {LondonTime.Day(framework.EndsOn)}.", "A8-11", "From");
        }
    }

    extension(PortalDb db)
    {
        /// <summary>Uplifts that the actor may know of: a provider its own; the framework's lead, its co-operative and the board's authorities theirs.</summary>
        public async Task<IQueryable<Uplift>> UpliftsFor(Actor actor, CancellationToken stop = default)
        {
            OrganisationId own = actor.Organisation;
            if (actor.IsPortal)
            {
                return db.Uplifts;
            }

            if (!await db.MayReadPrices(actor, stop))
            {
                return db.Uplifts.Where(u => u.Provider == own);
            }

            Guid seat = own.Value;
            return db.Uplifts.Where(u => u.Board.Contains(seat) || db.Set<Framework>().Any(f => f.Id == u.Framework && (f.Lead == own || f.Cooperative == own)));
        }

        public async Task<Uplift> LoadUplift(Actor actor, UpliftId id, CancellationToken stop = default) =>
            await (await db.UpliftsFor(actor, stop)).AsSplitQuery().SingleOrDefaultAsync(u => u.Id == id, stop) ?? throw new NotFound("That uplift");

        /// <summary>An uplift to be decided on by the framework's lead or its co-operative.</summary>
        public async Task<Uplift> LoadUpliftToManage(Actor actor, UpliftId id, CancellationToken stop = default)
        {
            Uplift uplift = await db.LoadUplift(actor, id, stop);
            (await db.LoadFramework(uplift.FrameworkRef, stop)).MustBeManagedBy(actor);
            return uplift;
        }

        /// <summary>A framework with its uplift rule, to be changed by whoever runs it: its lead or its co-operative.</summary>
        public async Task<(Framework Framework, UpliftRule Rule)> LoadUpliftRuleToChange(Actor actor, string reference, CancellationToken stop = default)
        {
            Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
            actor.MustBe(Role.Commissioner, Role.RccCommissioner);
            return (framework, await db.UpliftRules.SingleOrDefaultAsync(r => r.Framework == framework.Id, stop) ?? throw new RuleBroken("NO_RULE", "Record the uplift rule of the framework’s terms first.", "care-sector §1.3"));
        }

        /// <summary>The homes of an uplift with their price versions.</summary>
        public Task<List<HomeAdmission>> HomesOf(Uplift uplift, CancellationToken stop = default)
        {
            HomeAdmissionId[] ids = [.. uplift.Homes.Select(h => h.HomeAdmission)];
            return db.HomeAdmissions.Include(h => h.Schedules).Where(h => ids.Contains(h.Id)).ToListAsync(stop);
        }

        /// <summary>The framework's board: every authority that has joined, one vote each.</summary>
        public Task<List<OrganisationId>> BoardOf(FrameworkId framework, DateOnly day, CancellationToken stop = default) =>
            db.Accessions.InForceOn(day).Where(a => a.Framework == framework).Select(a => a.Authority).Distinct().ToListAsync(stop);

        /// <summary>Why this person's authority may not vote on this provider's request; null when nothing is known (A3-06).</summary>
        public async Task<string?> ConflictOf(Actor actor, Uplift uplift, CancellationToken stop = default)
        {
            if (await db.Organisations.AnyAsync(o => o.Id == uplift.Provider && o.Parent == actor.Organisation, stop))
            {
                return "The provider is your authority’s own service.";
            }

            return await db.People.Where(p => p.Id == actor.Person).SelectMany(p => p.Memberships).AnyAsync(m => m.Organisation == uplift.Provider, stop) ? "You also work for this provider." : null;
        }

        /// <summary>Whether the provider has left the lot since it asked.</summary>
        public Task<bool> HasLeft(Uplift uplift, CancellationToken stop = default) =>
            db.Admissions.AnyAsync(a => a.Framework == uplift.Framework && a.LotNumber == uplift.LotNumber && a.Provider == uplift.Provider && a.Status == AdmissionStatus.Left, stop);
    }
}
