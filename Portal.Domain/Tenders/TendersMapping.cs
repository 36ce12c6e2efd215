using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders.FromNotice;

namespace Portal.Domain.Tenders;

/// <summary>Tables of the tenders room.</summary>
internal sealed class TendersMapping :
    IEntityTypeConfiguration<Tender>, IEntityTypeConfiguration<Lot>, IEntityTypeConfiguration<TeamMember>, IEntityTypeConfiguration<TenderDocument>,
    IEntityTypeConfiguration<TenderWatch>, IEntityTypeConfiguration<DeclinedTender>, IEntityTypeConfiguration<KeptNotice>
{
    public void Configure(EntityTypeBuilder<Tender> builder)
    {
        builder.ToTable("Tenders", "tenders");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Ref).HasMaxLength(40);
        builder.Property(t => t.Title).HasMaxLength(250);
        builder.Property(t => t.Cpv).HasMaxLength(8);
        builder.Property(t => t.RuleSetVersion).HasMaxLength(60);
        builder.Property(t => t.MethodologySha256).HasMaxLength(64);
        builder.Property(t => t.DirectGround).HasMaxLength(60);
        builder.Property(t => t.Dates).AsJsonText();
        builder.Property(t => t.Framework).AsJsonText();
        builder.Property(t => t.LotLimit).AsJsonText();
        builder.Property(t => t.Plan).AsJsonText();
        builder.Property(t => t.Invitations).AsJsonText();
        builder.Property(t => t.Conflicts).AsJsonText();
        builder.Property(t => t.EarlierConflicts).AsJsonText();
        builder.Property(t => t.MarketContacts).AsJsonText();
        builder.Property(t => t.Deputies).AsJsonText();
        builder.Property(t => t.Approval).AsJsonText();
        builder.Property(t => t.AwardApproval).AsJsonText();
        builder.Property(t => t.Amendments).AsJsonText();
        builder.Property(t => t.Proposed).AsJsonText();
        builder.Property(t => t.Cancelled).AsJsonText();
        builder.Ignore(t => t.LotsGoingOn);
        builder.Ignore(t => t.LotsEnded);
        builder.HasIndex(t => t.Ref).IsUnique();
        builder.HasIndex(t => new { t.Stage, t.ClosesAt });
        builder.HasIndex(t => new { t.Buyer, t.Stage });
        builder.HasIndex(t => t.PublishedAt);
        builder.HasMany(t => t.Lots).WithOne().HasForeignKey(l => l.Tender).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(t => t.Team).WithOne().HasForeignKey(m => m.Tender).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(t => t.Documents).WithOne().HasForeignKey(d => d.Tender).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        builder.ToTable("Lots", "tenders");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Number).HasMaxLength(10);
        builder.Property(l => l.Title).HasMaxLength(250);
        builder.Property(l => l.ServiceType).HasMaxLength(40);
        builder.Property(l => l.Criteria).AsJsonText();
        builder.Property(l => l.Questions).AsJsonText();
        builder.Property(l => l.PriceLines).AsJsonText();
        builder.Property(l => l.RequiredDocuments).AsJsonText();
        builder.Property(l => l.Declarations).AsJsonText();
        builder.Property(l => l.PriceMethod).AsJsonText();
        builder.Property(l => l.Ended).AsJsonText();
        builder.Property(l => l.Cover).AsJsonText();
        builder.Property(l => l.Awarding).AsJsonText();
        builder.Ignore(l => l.PriceCriterion);
        builder.Ignore(l => l.QualityCriteria);
        builder.HasIndex(l => new { l.Tender, l.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("TeamMembers", "tenders");
        builder.HasKey(m => new { m.Tender, m.Person, m.Part });
        builder.Property(m => m.Name).HasMaxLength(200);
        builder.HasIndex(m => m.Person);
    }

    public void Configure(EntityTypeBuilder<TenderDocument> builder)
    {
        builder.ToTable("TenderDocuments", "tenders");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Name).HasMaxLength(200);
        builder.Property(d => d.Kind).HasMaxLength(60);
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.Property(d => d.FileId).HasMaxLength(200);
        builder.Property(d => d.Origin).HasMaxLength(300);
    }

    public void Configure(EntityTypeBuilder<TenderWatch> builder)
    {
        builder.ToTable("TenderWatches", "tenders");
        builder.HasKey(w => new { w.Tender, w.Person });
        builder.HasIndex(w => w.Person);
    }

    public void Configure(EntityTypeBuilder<DeclinedTender> builder)
    {
        builder.ToTable("DeclinedTenders", "tenders");
        builder.HasKey(d => new { d.Tender, d.Provider });
        builder.Property(d => d.Reason).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<KeptNotice> builder)
    {
        builder.ToTable("KeptNotices", "tenders");
        builder.HasKey(n => n.Tender);
        builder.Property(n => n.FileName).HasMaxLength(200);
        builder.Property(n => n.Sha256).HasMaxLength(64);
        builder.Property(n => n.Draft).AsJsonText();
    }
}

/// <summary>The tenders room's tables by name.</summary>
public static class TendersTables
{
    extension(PortalDb db)
    {
        public DbSet<Tender> Tenders => db.Set<Tender>();

        public DbSet<TenderWatch> TenderWatches => db.Set<TenderWatch>();

        public DbSet<KeptNotice> KeptNotices => db.Set<KeptNotice>();

        public DbSet<DeclinedTender> DeclinedTenders => db.Set<DeclinedTender>();
    }
}
