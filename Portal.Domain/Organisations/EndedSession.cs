using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Organisations;

/// <summary>A session that was signed out: its cookie opens nothing any more, wherever a copy of it lies.</summary>
public sealed class EndedSession
{
    /// <summary>After this time no cookie of the session could be valid anyway, so the row may go.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private EndedSession()
    {
    }

    public Guid Id { get; private set; }

    public DateTimeOffset EndedAt { get; private set; }

    public static EndedSession Of(Guid session, DateTimeOffset now) => new() { Id = session, EndedAt = now };
}

/// <summary>The table of ended sessions.</summary>
internal sealed class EndedSessionMapping : IEntityTypeConfiguration<EndedSession>
{
    public void Configure(EntityTypeBuilder<EndedSession> builder)
    {
        builder.ToTable("EndedSessions", "organisations");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.EndedAt);
    }
}

/// <summary>Ended sessions by name.</summary>
public static class EndedSessionTables
{
    extension(PortalDb db)
    {
        public DbSet<EndedSession> EndedSessions => db.Set<EndedSession>();
    }
}
