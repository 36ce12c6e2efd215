using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Audit;

/// <summary>Tables of the audit room.</summary>
internal sealed class AuditMapping : IEntityTypeConfiguration<LogEntry>, IEntityTypeConfiguration<LogPayload>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable("LogEntries", "audit");
        builder.HasKey(e => e.Row);
        builder.Property(e => e.Row).ValueGeneratedOnAdd();
        builder.HasIndex(e => e.Id).IsUnique();
        builder.HasIndex(e => e.Index).IsUnique();
        builder.HasIndex(e => new { e.Subject, e.Row });
        builder.HasIndex(e => new { e.Relayed, e.Row });
        builder.Property(e => e.Action).HasMaxLength(100);
        builder.Property(e => e.Subject).HasMaxLength(200);
        builder.Property(e => e.PersonName).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<LogPayload> builder)
    {
        builder.ToTable("LogPayloads", "audit");
        builder.HasKey(p => p.Entry);
        builder.Property(p => p.Entry).ValueGeneratedNever();
        builder.Property(p => p.Salt).HasMaxLength(32);
    }
}

/// <summary>The audit room's tables by name.</summary>
public static class AuditTables
{
    extension(PortalDb db)
    {
        public DbSet<LogEntry> LogEntries => db.Set<LogEntry>();

        public DbSet<LogPayload> LogPayloads => db.Set<LogPayload>();
    }
}
