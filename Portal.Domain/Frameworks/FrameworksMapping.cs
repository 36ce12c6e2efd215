using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Tables of the frameworks room: the agreement, who uses it and what is used of it.</summary>
internal sealed class FrameworksMapping :
    IEntityTypeConfiguration<Framework>, IEntityTypeConfiguration<FrameworkLot>, IEntityTypeConfiguration<FrameworkCommitment>, IEntityTypeConfiguration<Accession>,
    IEntityTypeConfiguration<FrameworkRound>, IEntityTypeConfiguration<RoundMember>, IEntityTypeConfiguration<SufficiencyCheck>
{
    public void Configure(EntityTypeBuilder<SufficiencyCheck> builder)
    {
        builder.ToTable("SufficiencyChecks", "frameworks");
        builder.HasKey(c => c.Id);
        builder.ComplexProperty(c => c.Supply);
        builder.Property(c => c.LotNumber).HasMaxLength(10);
        builder.Property(c => c.Words).HasMaxLength(2000);
        builder.Property(c => c.CheckedByName).HasMaxLength(200);
        builder.HasIndex(c => new { c.Framework, c.LotNumber });
    }

    public void Configure(EntityTypeBuilder<FrameworkRound> builder)
    {
        builder.ToTable("FrameworkRounds", "frameworks");
        builder.HasKey(r => r.Id);
        builder.Ignore(r => r.Subject);
        builder.Property(r => r.FrameworkRef).HasMaxLength(40);
        builder.Property(r => r.LegalBasis).HasMaxLength(200);
        builder.Property(r => r.TenderRef).HasMaxLength(40);
        builder.HasIndex(r => new { r.Framework, r.Number }).IsUnique();
        builder.HasMany(r => r.Members).WithOne().HasForeignKey(m => m.Round).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(r => r.Members).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<RoundMember> builder)
    {
        builder.ToTable("RoundMembers", "frameworks");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.LotNumber).HasMaxLength(10);
        builder.Property(m => m.Words).HasMaxLength(2000);
        builder.HasIndex(m => new { m.Round, m.LotNumber, m.Provider }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Framework> builder)
    {
        builder.ToTable("Frameworks", "frameworks");
        builder.HasKey(f => f.Id);
        builder.Ignore(f => f.Live);
        builder.Ignore(f => f.PercentUsed);
        builder.Property(f => f.CapChanges).AsJsonText();
        builder.Ignore(f => f.ValueAgreed);
        builder.Ignore(f => f.FromBefore);
        builder.Property(f => f.Ref).HasMaxLength(40);
        builder.Property(f => f.Title).HasMaxLength(250);
        builder.Property(f => f.TenderRef).HasMaxLength(40);
        builder.HasIndex(f => f.Ref).IsUnique();
        builder.HasMany(f => f.Lots).WithOne().HasForeignKey(l => l.Framework).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(f => f.Lots).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<FrameworkLot> builder)
    {
        builder.ToTable("FrameworkLots", "frameworks");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Property(l => l.Number).HasMaxLength(10);
        builder.Property(l => l.Title).HasMaxLength(250);
        builder.Property(l => l.ServiceType).HasMaxLength(40);
        builder.Property(l => l.Unit).HasMaxLength(10);
        builder.Property(l => l.Geography).HasMaxLength(400);
        builder.Ignore(l => l.Stated);
        builder.Property(l => l.CoverChanges).AsJsonText();
        builder.HasIndex(l => new { l.Framework, l.Number }).IsUnique();
        builder.HasIndex(l => l.ServiceType);
    }

    public void Configure(EntityTypeBuilder<FrameworkCommitment> builder)
    {
        builder.ToTable("FrameworkCommitments", "frameworks");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.LotNumber).HasMaxLength(10);
        builder.Property(c => c.CallOffRef).HasMaxLength(40);
        builder.Ignore(c => c.Counted);
        builder.HasIndex(c => c.CallOffRef).IsUnique();
        builder.HasIndex(c => c.Framework);
    }

    public void Configure(EntityTypeBuilder<Accession> builder)
    {
        builder.ToTable("Accessions", "frameworks");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.FrameworkRef).HasMaxLength(40);
        builder.Property(a => a.AppliedBecause).HasMaxLength(2000);
        builder.Property(a => a.DecidedBecause).HasMaxLength(2000);
        builder.Property(a => a.Deed).HasMaxLength(200);
        builder.HasIndex(a => new { a.Authority, a.Framework });
        builder.HasIndex(a => a.Framework);
    }
}

/// <summary>Tables of the frameworks room: providers and homes on it, their prices, and what quality leads have stopped.</summary>
internal sealed class AdmissionsMapping :
    IEntityTypeConfiguration<Admission>, IEntityTypeConfiguration<HomeAdmission>, IEntityTypeConfiguration<OnboardingCheck>,
    IEntityTypeConfiguration<PriceSchedule>, IEntityTypeConfiguration<QaRestriction>, IEntityTypeConfiguration<HubConfirmation>
{
    public void Configure(EntityTypeBuilder<Admission> builder)
    {
        builder.ToTable("Admissions", "frameworks");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.FrameworkRef).HasMaxLength(40);
        builder.Property(a => a.LotNumber).HasMaxLength(10);
        builder.HasIndex(a => new { a.Framework, a.LotNumber, a.Provider }).IsUnique();
        builder.HasIndex(a => a.Provider);
    }

    public void Configure(EntityTypeBuilder<HomeAdmission> builder)
    {
        builder.ToTable("HomeAdmissions", "frameworks");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.FrameworkRef).HasMaxLength(40);
        builder.Property(h => h.LotNumber).HasMaxLength(10);
        builder.Property(h => h.HomeUrn).HasMaxLength(10);
        builder.Property(h => h.FormerUrn).HasMaxLength(10);
        builder.HasIndex(h => new { h.HomeUrn, h.Framework, h.LotNumber }).IsUnique();
        builder.HasIndex(h => new { h.Framework, h.LotNumber, h.Status });
        builder.HasIndex(h => h.Provider);
        builder.HasMany(h => h.Checks).WithOne().HasForeignKey(c => c.HomeAdmission).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(h => h.Schedules).WithOne().HasForeignKey(s => s.HomeAdmission).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OnboardingCheck> builder)
    {
        builder.ToTable("OnboardingChecks", "frameworks");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Evidence).HasMaxLength(2000);
        builder.Property(c => c.SeenBy).HasMaxLength(200);
        builder.Property(c => c.Named).HasMaxLength(200);
        builder.HasIndex(c => new { c.HomeAdmission, c.Matter }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PriceSchedule> builder)
    {
        builder.ToTable("PriceSchedules", "frameworks");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Unit).HasMaxLength(10);
        builder.Property(s => s.AskedBecause).HasMaxLength(2000);
        builder.Property(s => s.DecidedBecause).HasMaxLength(2000);
        builder.ComplexProperty(s => s.Terms).Property(t => t.UpliftRule).HasMaxLength(1000);
        builder.HasIndex(s => new { s.HomeAdmission, s.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<QaRestriction> builder)
    {
        builder.ToTable("QaRestrictions", "frameworks");
        builder.HasKey(r => r.Id);
        builder.Ignore(r => r.InForce);
        builder.Property(r => r.HomeUrn).HasMaxLength(10);
        builder.Property(r => r.ByCooperative).HasMaxLength(60);
        builder.Property(r => r.Reason).HasMaxLength(2000);
        builder.Property(r => r.LiftedBecause).HasMaxLength(2000);
        builder.HasIndex(r => r.HomeUrn);
        builder.HasIndex(r => r.Provider);
    }

    public void Configure(EntityTypeBuilder<HubConfirmation> builder)
    {
        builder.ToTable("HubConfirmations", "frameworks");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.ReferralRef).HasMaxLength(40);
        builder.Property(c => c.Words).HasMaxLength(2000);
        builder.HasIndex(c => new { c.ReferralRef, c.Framework });
    }
}

/// <summary>The frameworks room's tables by name.</summary>
public static class FrameworksTables
{
    extension(PortalDb db)
    {
        public DbSet<Framework> Frameworks => db.Set<Framework>();

        public DbSet<FrameworkLot> FrameworkLots => db.Set<FrameworkLot>();

        public DbSet<FrameworkCommitment> FrameworkCommitments => db.Set<FrameworkCommitment>();

        public DbSet<Admission> Admissions => db.Set<Admission>();

        public DbSet<HomeAdmission> HomeAdmissions => db.Set<HomeAdmission>();

        public DbSet<PriceSchedule> PriceSchedules => db.Set<PriceSchedule>();

        public DbSet<Accession> Accessions => db.Set<Accession>();

        public DbSet<QaRestriction> QaRestrictions => db.Set<QaRestriction>();

        public DbSet<HubConfirmation> HubConfirmations => db.Set<HubConfirmation>();

        public DbSet<SufficiencyCheck> SufficiencyChecks => db.Set<SufficiencyCheck>();

        public DbSet<FrameworkRound> FrameworkRounds => db.Set<FrameworkRound>();
    }
}
