using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Library;

/// <summary>Tables of the evidence library.</summary>
internal sealed class LibraryMapping :
    IEntityTypeConfiguration<EvidenceDocument>, IEntityTypeConfiguration<EvidenceVersion>, IEntityTypeConfiguration<EvidenceReview>, IEntityTypeConfiguration<EvidenceRequest>
{
    public void Configure(EntityTypeBuilder<EvidenceDocument> builder)
    {
        builder.ToTable("EvidenceDocuments", "organisations");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Title).HasMaxLength(200);
        builder.Property(d => d.Issuer).HasMaxLength(200);
        builder.Property(d => d.Number).HasMaxLength(100);
        builder.Ignore(d => d.Current);
        builder.HasIndex(d => d.Owner);
        builder.HasIndex(d => d.ExpiresOn);
        builder.HasMany(d => d.Versions).WithOne().HasForeignKey(v => v.Document).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(d => d.Reviews).WithOne().HasForeignKey(r => r.Document).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(d => d.Versions).AutoInclude();
        builder.Navigation(d => d.Reviews).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<EvidenceVersion> builder)
    {
        builder.ToTable("EvidenceVersions", "organisations");
        builder.HasKey(v => new { v.Document, v.Number });
        builder.Property(v => v.Sha256).HasMaxLength(64);
        builder.Property(v => v.AddedBy).HasMaxLength(200);
        builder.HasIndex(v => v.File);
    }

    public void Configure(EntityTypeBuilder<EvidenceReview> builder)
    {
        builder.ToTable("EvidenceReviews", "organisations");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.Property(r => r.BuyerName).HasMaxLength(200);
        builder.Property(r => r.ByName).HasMaxLength(200);
        builder.Property(r => r.Found).HasMaxLength(2000);
        builder.HasIndex(r => r.Sha256);
    }

    public void Configure(EntityTypeBuilder<EvidenceRequest> builder)
    {
        builder.ToTable("EvidenceRequests", "organisations");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.BuyerName).HasMaxLength(200);
        builder.Property(r => r.Why).HasMaxLength(1000);
        builder.Property(r => r.DeclinedBecause).HasMaxLength(1000);
        builder.HasIndex(r => new { r.Provider, r.Stage });
        builder.HasIndex(r => r.Buyer);
    }
}

/// <summary>The evidence library by name.</summary>
public static class LibraryTables
{
    extension(PortalDb db)
    {
        public IQueryable<EvidenceDocument> EvidenceDocuments => db.Set<EvidenceDocument>().AsSplitQuery();

        public DbSet<EvidenceRequest> EvidenceRequests => db.Set<EvidenceRequest>();

        /// <summary>A document of the actor's own organisation; any other does not exist for them.</summary>
        public async Task<EvidenceDocument> LoadEvidence(Actor actor, EvidenceDocumentId id, CancellationToken ct) =>
            await db.EvidenceDocuments.SingleOrDefaultAsync(d => d.Id == id && d.Owner == actor.Organisation, ct) ?? throw new NotFound("That document");

        /// <summary>A document that a provider shares with the actor's organisation.</summary>
        public async Task<EvidenceDocument> LoadSharedEvidence(Actor actor, EvidenceDocumentId id, CancellationToken ct) =>
            await db.EvidenceDocuments.SingleOrDefaultAsync(d => d.Id == id, ct) is { } document && document.IsSharedWith(actor.Organisation) ? document : throw new NotFound("That document");
    }
}
