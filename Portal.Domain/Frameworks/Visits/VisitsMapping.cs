using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Tables of quality visits and improvement plans.</summary>
internal sealed class VisitsMapping : IEntityTypeConfiguration<QualityVisit>, IEntityTypeConfiguration<QualityFinding>, IEntityTypeConfiguration<ImprovementPlan>, IEntityTypeConfiguration<PlanAction>
{
    public void Configure(EntityTypeBuilder<QualityVisit> builder)
    {
        builder.ToTable("QualityVisits", "frameworks");
        builder.HasKey(v => v.Id);
        builder.Ignore(v => v.AnySerious);
        builder.Property(v => v.HomeUrn).HasMaxLength(10);
        builder.Property(v => v.ByCooperative).HasMaxLength(60);
        builder.Property(v => v.Visitors).HasMaxLength(400);
        builder.Property(v => v.RecordedBy).HasMaxLength(200);
        builder.HasIndex(v => new { v.HomeUrn, v.VisitedOn });
        builder.HasMany(v => v.Findings).WithOne().HasForeignKey(f => f.Visit).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(v => v.Findings).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<QualityFinding> builder)
    {
        builder.ToTable("QualityFindings", "frameworks");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Words).HasMaxLength(2000);
        builder.HasIndex(f => new { f.Visit, f.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ImprovementPlan> builder)
    {
        builder.ToTable("ImprovementPlans", "frameworks");
        builder.HasKey(p => p.Id);
        builder.Ignore(p => p.Confirmed);
        builder.Property(p => p.HomeUrn).HasMaxLength(10);
        builder.Property(p => p.ByCooperative).HasMaxLength(60);
        builder.Property(p => p.Because).HasMaxLength(2000);
        builder.Property(p => p.OpenedBy).HasMaxLength(200);
        builder.Property(p => p.ClosedBy).HasMaxLength(200);
        builder.Property(p => p.ClosedBecause).HasMaxLength(2000);
        builder.HasIndex(p => p.HomeUrn);
        builder.HasIndex(p => new { p.Stage, p.OpenedAt });
        builder.HasIndex(p => p.Provider);
        builder.HasMany(p => p.Actions).WithOne().HasForeignKey(a => a.Plan).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(p => p.Actions).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<PlanAction> builder)
    {
        builder.ToTable("PlanActions", "frameworks");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.What).HasMaxLength(1000);
        builder.Property(a => a.Who).HasMaxLength(200);
        builder.Property(a => a.Progress).HasMaxLength(2000);
        builder.Property(a => a.ReportedBy).HasMaxLength(200);
        builder.HasIndex(a => new { a.Plan, a.Number }).IsUnique();
    }
}

/// <summary>Quality visits and improvement plans by name, and who may see them: every buyer of every region, and the home's own provider.</summary>
public static class VisitsTables
{
    extension(PortalDb db)
    {
        public DbSet<QualityVisit> QualityVisits => db.Set<QualityVisit>();

        public DbSet<ImprovementPlan> ImprovementPlans => db.Set<ImprovementPlan>();

        /// <summary>A home whose quality record the actor may read, or <see cref="NotFound"/>.</summary>
        public async Task<ProviderHome> LoadHomeOfRecord(Actor actor, string urn, CancellationToken stop = default)
        {
            ProviderHome? home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == urn, stop);
            bool buyer = await db.Organisations.AnyAsync(o => o.Id == actor.Organisation && o.Kind != OrganisationKind.Provider && o.Kind != OrganisationKind.OwnProvider, stop);
            return home is not null && (buyer || home.Provider == actor.Organisation) ? home : throw new NotFound($"Home {urn}");
        }

        /// <summary>A plan that the actor may read, or <see cref="NotFound"/>.</summary>
        public async Task<ImprovementPlan> LoadPlan(Actor actor, ImprovementPlanId id, CancellationToken stop = default)
        {
            ImprovementPlan plan = await db.ImprovementPlans.SingleOrDefaultAsync(p => p.Id == id, stop) ?? throw new NotFound("That improvement plan");
            await db.LoadHomeOfRecord(actor, plan.HomeUrn, stop);
            return plan;
        }

        /// <summary>The short code of the co-operative for which the actor's organisation speaks; null for one that belongs to none.</summary>
        public Task<string?> CooperativeCodeOf(Actor actor, CancellationToken stop = default)
        {
            IQueryable<Organisation> own = db.Organisations.Where(o => o.Id == actor.Organisation);
            return db.Organisations
                .Where(o => o.Kind == OrganisationKind.RegionalCooperative || o.Kind == OrganisationKind.NationalCooperative)
                .Where(o => own.Any(a => a.Parent == o.Id || a.Id == o.Id))
                .Select(o => (string?)o.Code).FirstOrDefaultAsync(stop);
        }

        /// <summary>The home to be visited or put on a plan, and the co-operative for which the actor speaks.</summary>
        internal async Task<VisitedHome> HomeToVisit(Actor actor, string urn, CancellationToken stop)
        {
            actor.MustBe(Role.QaLead, Role.Commissioner, Role.RccCommissioner);
            Organisation cooperative = await db.CooperativeOf(actor, stop);
            ProviderHome home = await db.LoadHomeOfRecord(actor, urn, stop);
            return new VisitedHome(home.Urn, home.Provider, cooperative.Code);
        }
    }
}
