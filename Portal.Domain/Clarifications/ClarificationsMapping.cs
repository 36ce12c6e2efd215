using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Clarifications;

/// <summary>Tables of the clarifications room.</summary>
internal sealed class ClarificationsMapping : IEntityTypeConfiguration<Clarification>, IEntityTypeConfiguration<EmailRecord>
{
    public void Configure(EntityTypeBuilder<Clarification> builder)
    {
        builder.ToTable("Clarifications", "clarifications");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.LotNumber).HasMaxLength(10);
        builder.Property(c => c.Held).AsJsonText();
        builder.Property(c => c.Effect).HasMaxLength(40);
        builder.Ignore(c => c.IsPublic);
        builder.HasIndex(c => new { c.Tender, c.Number }).IsUnique();
        builder.HasIndex(c => c.AskedBy);
    }

    public void Configure(EntityTypeBuilder<EmailRecord> builder)
    {
        builder.ToTable("EmailRecords", "clarifications");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.From).HasMaxLength(320);
        builder.Property(e => e.Subject).HasMaxLength(500);
        builder.Property(e => e.Sha256).HasMaxLength(64);
        builder.Property(e => e.ImportedByName).HasMaxLength(200);
        builder.HasIndex(e => e.Tender);
    }
}

/// <summary>The clarifications room's tables by name.</summary>
public static class ClarificationsTables
{
    extension(PortalDb db)
    {
        public DbSet<Clarification> Clarifications => db.Set<Clarification>();

        public DbSet<EmailRecord> EmailRecords => db.Set<EmailRecord>();
    }
}
