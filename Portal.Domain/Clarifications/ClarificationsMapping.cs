using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Clarifications;

/// <summary>Tables of the clarifications room.</summary>
internal sealed class ClarificationsMapping : IEntityTypeConfiguration<Clarification>
{
    public void Configure(EntityTypeBuilder<Clarification> builder)
    {
        builder.ToTable("Clarifications", "clarifications");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.LotNumber).HasMaxLength(10);
        builder.Ignore(c => c.IsPublic);
        builder.HasIndex(c => new { c.Tender, c.Number }).IsUnique();
        builder.HasIndex(c => c.AskedBy);
    }
}

/// <summary>The clarifications room's tables by name.</summary>
public static class ClarificationsTables
{
    extension(PortalDb db)
    {
        public DbSet<Clarification> Clarifications => db.Set<Clarification>();
    }
}
