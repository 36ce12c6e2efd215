using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Gate.Standing;

namespace Portal.Domain.Gate;

/// <summary>Tables of the gate room.</summary>
internal sealed class GateMapping :
    IEntityTypeConfiguration<GateDecision>, IEntityTypeConfiguration<GivenApproval>, IEntityTypeConfiguration<FollowUpDuty>,
    IEntityTypeConfiguration<PlacementPrice>, IEntityTypeConfiguration<RequestKey>, IEntityTypeConfiguration<GateRuleSet>,
    IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<Deputy>, IEntityTypeConfiguration<DutyTurn>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("Appeals", "gate");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.LodgedByName).HasMaxLength(200);
        builder.Property(a => a.AnsweredByName).HasMaxLength(200);
        builder.Property(a => a.Grounds).HasMaxLength(4000);
        builder.Property(a => a.Answer).HasMaxLength(4000);
        builder.HasIndex(a => a.Line);
        builder.HasIndex(a => new { a.Panel, a.Stage, a.AnswerBy });
        builder.HasIndex(a => a.Authority);
    }

    public void Configure(EntityTypeBuilder<Deputy> builder)
    {
        builder.ToTable("Deputies", "gate");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.PersonName).HasMaxLength(200);
        builder.Property(d => d.NamedByName).HasMaxLength(200);
        builder.HasIndex(d => new { d.Person, d.Organisation });
        builder.HasIndex(d => d.Organisation);
    }

    public void Configure(EntityTypeBuilder<DutyTurn> builder)
    {
        builder.ToTable("DutyTurns", "gate");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.PersonName).HasMaxLength(200);
        builder.Property(t => t.Telephone).HasMaxLength(40);
        builder.HasIndex(t => new { t.Organisation, t.To });
    }

    public void Configure(EntityTypeBuilder<GateDecision> builder)
    {
        builder.ToTable("GateDecisions", "gate");
        builder.HasKey(d => d.Id);
        builder.Ignore(d => d.Answer);
        builder.Ignore(d => d.Facts);
        builder.Ignore(d => d.Asserted);
        builder.Ignore(d => d.Permits);
        builder.Ignore(d => d.IsWithdrawn);
        builder.Property(d => d.AuthorityCode).HasMaxLength(60);
        builder.Property(d => d.Requester).HasMaxLength(100);
        builder.Property(d => d.RequesterName).HasMaxLength(200);
        builder.Property(d => d.ChildReference).HasMaxLength(60);
        builder.Property(d => d.HomeUrn).HasMaxLength(10);
        builder.Property(d => d.ServiceType).HasMaxLength(40);
        builder.Property(d => d.Unit).HasMaxLength(10);
        builder.Property(d => d.ReferralRef).HasMaxLength(40);
        builder.Property(d => d.Decisive).HasMaxLength(5);
        builder.Property(d => d.TableRow).HasMaxLength(5);
        builder.Property(d => d.RuleSet).HasMaxLength(40);
        builder.HasIndex(d => new { d.Line, d.Number }).IsUnique();
        builder.HasIndex(d => new { d.Authority, d.RecordedAt });
        builder.HasIndex(d => d.HomeUrn);
        builder.HasIndex(d => d.RecordedAt);
    }

    public void Configure(EntityTypeBuilder<GivenApproval> builder)
    {
        builder.ToTable("GivenApprovals", "gate");
        builder.HasKey(a => a.Id);
        builder.Ignore(a => a.AsFact);
        builder.Ignore(a => a.AwaitsConfirmation);
        builder.Property(a => a.PersonName).HasMaxLength(200);
        builder.Property(a => a.Words).HasMaxLength(4000);
        builder.Property(a => a.TakenBy).HasMaxLength(200);
        builder.HasIndex(a => a.Line);
        builder.HasIndex(a => a.Person);
    }

    public void Configure(EntityTypeBuilder<FollowUpDuty> builder)
    {
        builder.ToTable("FollowUpDuties", "gate");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Words).HasMaxLength(4000);
        builder.HasIndex(d => new { d.Line, d.What }).IsUnique();
        builder.HasIndex(d => new { d.Authority, d.DoneAt, d.DueBy });
        builder.HasIndex(d => new { d.DoneAt, d.EscalatedAt, d.DueBy });
    }

    public void Configure(EntityTypeBuilder<PlacementPrice> builder)
    {
        builder.ToTable("PlacementPrices", "gate");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ChildReference).HasMaxLength(60);
        builder.Property(p => p.HomeUrn).HasMaxLength(10);
        builder.Property(p => p.Unit).HasMaxLength(10);
        builder.HasIndex(p => new { p.Authority, p.ChildReference, p.HomeUrn });
    }

    public void Configure(EntityTypeBuilder<RequestKey> builder)
    {
        builder.ToTable("GateRequestKeys", "gate");
        builder.HasKey(k => new { k.Client, k.Key });
        builder.Property(k => k.Client).HasMaxLength(140);
        builder.Property(k => k.Key).HasMaxLength(255);
        builder.Property(k => k.BodySha256).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<GateRuleSet> builder)
    {
        builder.ToTable("GateRuleSets", "gate");
        builder.HasKey(r => r.Id);
        builder.Ignore(r => r.Rules);
        builder.Property(r => r.Name).HasMaxLength(40);
        builder.Property(r => r.LegalBasis).HasMaxLength(1000);
        builder.Property(r => r.Reason).HasMaxLength(4000);
        builder.Property(r => r.TermsJson).HasMaxLength(2000);
        builder.Property(r => r.TakingBackReason).HasMaxLength(4000);
        builder.HasIndex(r => r.Name).IsUnique();
    }
}

/// <summary>The gate room's tables by name.</summary>
public static class GateTables
{
    extension(PortalDb db)
    {
        public DbSet<GateDecision> GateDecisions => db.Set<GateDecision>();

        public DbSet<GivenApproval> GivenApprovals => db.Set<GivenApproval>();

        public DbSet<FollowUpDuty> FollowUpDuties => db.Set<FollowUpDuty>();

        public DbSet<PlacementPrice> PlacementPrices => db.Set<PlacementPrice>();

        public DbSet<RequestKey> GateRequestKeys => db.Set<RequestKey>();

        public DbSet<GateRuleSet> GateRuleSets => db.Set<GateRuleSet>();

        public DbSet<Appeal> Appeals => db.Set<Appeal>();

        public DbSet<Deputy> Deputies => db.Set<Deputy>();

        public DbSet<DutyTurn> DutyTurns => db.Set<DutyTurn>();
    }
}
