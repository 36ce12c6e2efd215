using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;
using Portal.Domain.Notices.Finding;
using Portal.Domain.Notices.Preparing;

namespace Portal.Domain.Notices;

/// <summary>Tables of the notices room.</summary>
internal sealed class NoticesMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<PreparedNotice>, IEntityTypeConfiguration<SavedSearch>
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
        builder.Property(n => n.SearchWords).HasMaxLength(Notice.LongestSearch);
        builder.Property(n => n.SearchLots).HasMaxLength(Notice.LongestSearch);
        builder.Property(n => n.SearchCodes).HasMaxLength(1000);
        builder.Property(n => n.SearchPlaces).HasMaxLength(1000);
        builder.Property(n => n.Rejection).HasMaxLength(Notice.LongestRejection);
        builder.HasIndex(n => n.ReleaseId).IsUnique();
        builder.HasIndex(n => n.MadeFrom).IsUnique();
        builder.HasIndex(n => n.Ocid);
        builder.HasIndex(n => n.NationalOcid);
        builder.HasIndex(n => new { n.Tender, n.Row });
        builder.HasIndex(n => new { n.Buyer, n.Row });
    }

    public void Configure(EntityTypeBuilder<PreparedNotice> builder)
    {
        builder.ToTable("PreparedNotices", "notices");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.TenderRef).HasMaxLength(40);
        builder.Property(n => n.ReleaseId).HasMaxLength(60);
        builder.Property(n => n.Answers).AsJsonText();
        builder.HasIndex(n => new { n.Tender, n.Kind }).IsUnique().HasFilter("\"ReleaseId\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<SavedSearch> builder)
    {
        builder.ToTable("SavedSearches", "notices");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Name).HasMaxLength(100);
        builder.Property(s => s.Search).AsJsonText();
        builder.HasIndex(s => s.Person);
    }
}

/// <summary>The notices room's tables by name.</summary>
public static class NoticesTables
{
    extension(PortalDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        public DbSet<PreparedNotice> PreparedNotices => db.Set<PreparedNotice>();

        public DbSet<SavedSearch> SavedSearches => db.Set<SavedSearch>();
    }
}
