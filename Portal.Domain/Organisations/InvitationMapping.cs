using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Domain.Organisations;

/// <summary>The table of invitations that wait for an answer.</summary>
internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations", "organisations");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.AddressedAs).HasMaxLength(200);
        builder.Property(i => i.InvitedBy).HasMaxLength(200);
        builder.HasIndex(i => new { i.Person, i.Organisation }).IsUnique();
        builder.HasIndex(i => i.Organisation);
    }
}

/// <summary>Invitations by name.</summary>
public static class InvitationTables
{
    extension(PortalDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
