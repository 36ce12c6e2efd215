using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Offline;

/// <summary>The table of offline cards.</summary>
internal sealed class OfflineMapping : IEntityTypeConfiguration<OfflineCard>
{
    public void Configure(EntityTypeBuilder<OfflineCard> builder)
    {
        builder.ToTable("OfflineCards", "gate");
        builder.HasKey(c => c.Id);
        builder.Ignore(c => c.Text);
        builder.Ignore(c => c.Fingerprint);
        builder.Property(c => c.AuthorityName).HasMaxLength(200);
        builder.Property(c => c.RuleSet).HasMaxLength(40);
        builder.Property(c => c.Signature).HasMaxLength(100);
        builder.Property(c => c.KeyName).HasMaxLength(200);
        builder.HasIndex(c => new { c.Authority, c.IssuedAt });
    }
}

/// <summary>Offline cards by name and by whose they are.</summary>
public static class OfflineTables
{
    extension(PortalDb db)
    {
        public DbSet<OfflineCard> OfflineCards => db.Set<OfflineCard>();

        /// <summary>The authority's cards, the newest first.</summary>
        public IQueryable<OfflineCard> OfflineCardsOf(OrganisationId authority) =>
            db.Set<OfflineCard>().AsNoTracking().Where(c => c.Authority == authority).OrderByDescending(c => c.IssuedAt);
    }
}
