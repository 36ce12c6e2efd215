using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Notices;

/// <summary>Tables of the notices room.</summary>
internal sealed class NoticesMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices", "notices");
        builder.HasKey(n => n.Row);
        builder.Property(n => n.Row).ValueGeneratedOnAdd();
        builder.Property(n => n.ReleaseId).HasMaxLength(60);
        builder.Property(n => n.TenderRef).HasMaxLength(40);
        builder.Property(n => n.Title).HasMaxLength(250);
        builder.Property(n => n.Ocid).HasMaxLength(80);
        builder.Property(n => n.NationalNumber).HasMaxLength(20);
        builder.Property(n => n.NationalOcid).HasMaxLength(80);
        builder.HasIndex(n => n.ReleaseId).IsUnique();
        builder.HasIndex(n => n.MadeFrom).IsUnique();
        builder.HasIndex(n => n.Ocid);
        builder.HasIndex(n => n.NationalOcid);
        builder.HasIndex(n => new { n.Tender, n.Row });
    }
}

/// <summary>The notices room's tables by name.</summary>
public static class NoticesTables
{
    extension(PortalDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
    }
}
