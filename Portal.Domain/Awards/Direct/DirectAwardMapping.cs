using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Direct;

/// <summary>The table of direct awards.</summary>
internal sealed class DirectAwardMapping : IEntityTypeConfiguration<DirectAward>
{
    public void Configure(EntityTypeBuilder<DirectAward> builder)
    {
        builder.ToTable("DirectAwards", "awards");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.TenderRef).HasMaxLength(40);
        builder.Property(d => d.SupplierName).HasMaxLength(200);
        builder.Property(d => d.GroundCode).HasMaxLength(60);
        builder.Property(d => d.BegunByName).HasMaxLength(200);
        builder.Property(d => d.NoticeId).HasMaxLength(60);
        builder.Property(d => d.GivenUpBecause).HasMaxLength(4000);
        builder.Property(d => d.Terms).AsJsonText();
        builder.Property(d => d.Evidence).AsJsonText();
        builder.Ignore(d => d.Ground);
        builder.HasIndex(d => d.Tender).IsUnique().HasFilter("\"Stage\" <> 'GivenUp'");
        builder.HasIndex(d => new { d.Buyer, d.Stage });
        builder.HasIndex(d => d.Supplier);
    }
}

/// <summary>Direct awards by name.</summary>
public static class DirectAwardTables
{
    extension(PortalDb db)
    {
        public DbSet<DirectAward> DirectAwards => db.Set<DirectAward>();

        /// <summary>The direct award of a tender that was not given up.</summary>
        public Task<DirectAward?> DirectAwardOf(TenderId tender, CancellationToken stop = default) =>
            db.DirectAwards.SingleOrDefaultAsync(d => d.Tender == tender && d.Stage != DirectAwardStage.GivenUp, stop);
    }
}
