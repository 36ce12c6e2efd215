using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Organisations;

/// <summary>The table of messages.</summary>
internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Messages", "organisations");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Subject).HasMaxLength(200);
        builder.Property(m => m.Body).HasMaxLength(4000);
        builder.Property(m => m.Link).HasMaxLength(300);
        builder.Property(m => m.Key).HasMaxLength(200);
        builder.HasIndex(m => m.Person);
        builder.HasIndex(m => m.Organisation);
        builder.HasIndex(m => m.MailDueAt);
        builder.HasIndex(m => m.Key).IsUnique();
    }
}

/// <summary>Messages by name.</summary>
public static class MessageTables
{
    extension(PortalDb db)
    {
        public DbSet<Message> Messages => db.Set<Message>();
    }
}
