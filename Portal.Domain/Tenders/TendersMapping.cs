using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Tenders;

/// <summary>Tables of the tenders room.</summary>
internal sealed class TendersMapping : IEntityTypeConfiguration<Tender>, IEntityTypeConfiguration<Lot>
{
    public void Configure(EntityTypeBuilder<Tender> builder)
    {
        builder.ToTable("Tenders", "tenders");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Ref).HasMaxLength(40);
        builder.Property(t => t.Title).HasMaxLength(250);
        builder.HasIndex(t => t.Ref).IsUnique();
        builder.HasIndex(t => new { t.Stage, t.ClosesAt });
        builder.HasMany(t => t.Lots).WithOne().HasForeignKey(l => l.Tender).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Lot> builder)
    {
        builder.ToTable("Lots", "tenders");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Number).HasMaxLength(10);
        builder.Property(l => l.Title).HasMaxLength(250);
        builder.Property(l => l.ServiceType).HasMaxLength(40);
        builder.HasIndex(l => new { l.Tender, l.Number }).IsUnique();
    }
}

/// <summary>The tenders room's tables by name.</summary>
public static class TendersTables
{
    extension(PortalDb db)
    {
        public DbSet<Tender> Tenders => db.Set<Tender>();
    }
}
