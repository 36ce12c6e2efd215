using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Tables of uploaded files.</summary>
internal sealed class EvidenceMapping : IEntityTypeConfiguration<Upload>, IEntityTypeConfiguration<UploadSegment>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.ToTable("Uploads", "organisations");
        builder.HasKey(u => u.Id);
        builder.Property(u => u.SealedName).HasMaxLength(1000);
        builder.Property(u => u.Sha256).HasMaxLength(64);
        builder.Property(u => u.Type).HasMaxLength(10);
        builder.HasIndex(u => u.Organisation);
        builder.HasMany(u => u.Segments).WithOne().HasForeignKey(s => s.Upload).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(u => u.Segments).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<UploadSegment> builder)
    {
        builder.ToTable("UploadSegments", "organisations");
        builder.HasKey(s => s.File);
        builder.Property(s => s.File).ValueGeneratedNever();
        builder.Property(s => s.WrappedKey).HasMaxLength(100);
    }
}

/// <summary>Uploaded files by name.</summary>
public static class EvidenceTables
{
    extension(PortalDb db)
    {
        public DbSet<Upload> Uploads => db.Set<Upload>();

        /// <summary>An upload of the actor's own organisation; any other does not exist for them.</summary>
        public async Task<Upload> LoadUpload(Actor actor, UploadId id, CancellationToken ct) =>
            await db.Uploads.SingleOrDefaultAsync(u => u.Id == id && u.Organisation == actor.Organisation, ct) ?? throw new NotFound("That upload");
    }
}
