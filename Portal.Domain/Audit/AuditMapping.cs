using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Audit.Sequencing;

namespace Portal.Domain.Audit;

/// <summary>Tables of the audit room.</summary>
internal sealed class AuditMapping :
    IEntityTypeConfiguration<LogEntry>, IEntityTypeConfiguration<LogPayload>, IEntityTypeConfiguration<LogHead>, IEntityTypeConfiguration<LogTile>, IEntityTypeConfiguration<LogCheckpoint>
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

    public void Configure(EntityTypeBuilder<LogHead> builder)
    {
        builder.ToTable("LogHeads", "audit");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<LogTile> builder)
    {
        builder.ToTable("LogTiles", "audit");
        builder.HasKey(t => new { t.Level, t.Index });
        builder.Property(t => t.Hashes).HasMaxLength(8192);
    }

    public void Configure(EntityTypeBuilder<LogCheckpoint> builder)
    {
        builder.ToTable("LogCheckpoints", "audit");
        builder.HasKey(c => c.Size);
        builder.Property(c => c.Size).ValueGeneratedNever();
        builder.Property(c => c.Note).HasMaxLength(2000);
    }
}

/// <summary>The audit room's tables by name.</summary>
public static class AuditTables
{
    extension(PortalDb db)
    {
        public DbSet<LogEntry> LogEntries => db.Set<LogEntry>();

        public DbSet<LogPayload> LogPayloads => db.Set<LogPayload>();

        public DbSet<LogHead> LogHeads => db.Set<LogHead>();

        public DbSet<LogTile> LogTiles => db.Set<LogTile>();

        public DbSet<LogCheckpoint> LogCheckpoints => db.Set<LogCheckpoint>();
    }
}
