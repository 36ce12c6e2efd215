using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Organisations;

/// <summary>The table of API clients.</summary>
internal sealed class ApiClientMapping : IEntityTypeConfiguration<ApiClient>
{
    public void Configure(EntityTypeBuilder<ApiClient> builder)
    {
        builder.ToTable("ApiClients", "organisations");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Name).HasMaxLength(60);
        builder.Property(c => c.Salt).HasMaxLength(16);
        builder.Property(c => c.SecretHash).HasMaxLength(32);
        builder.HasIndex(c => c.Name).IsUnique();
        builder.HasIndex(c => c.Organisation);
    }
}

/// <summary>The API clients by name.</summary>
public static class ApiClientTables
{
    extension(PortalDb db)
    {
        public DbSet<ApiClient> ApiClients => db.Set<ApiClient>();
    }
}
