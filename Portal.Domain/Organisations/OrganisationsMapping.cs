using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Tables of the organisations room.</summary>
internal sealed class OrganisationsMapping :
    IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<ProviderHome>, IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("Organisations", "organisations");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Code).HasMaxLength(60);
        builder.Property(o => o.Name).HasMaxLength(200);
        builder.Property(o => o.Region).HasMaxLength(60);
        builder.Property(o => o.CompanyNumber).HasMaxLength(20);
        builder.Property(o => o.Ppon).HasMaxLength(40);
        builder.Property(o => o.Address).AsJsonText();
        builder.Property(o => o.Scale).AsJsonText();
        builder.Property(o => o.VerificationRefusal).HasMaxLength(1000);
        builder.HasIndex(o => o.Code).IsUnique();
        builder.HasIndex(o => o.Parent);
    }

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People", "organisations");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Property(p => p.Email).HasMaxLength(254);
        builder.HasIndex(p => p.Email).IsUnique();
        builder.HasMany(p => p.Memberships).WithOne().HasForeignKey(m => m.Person).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(p => p.Memberships).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("Memberships", "organisations");
        builder.HasKey(m => new { m.Person, m.Organisation });
        builder.HasIndex(m => m.Organisation);
    }

    public void Configure(EntityTypeBuilder<ProviderHome> builder)
    {
        builder.ToTable("ProviderHomes", "organisations");
        builder.HasKey(h => h.Urn);
        builder.Property(h => h.FormerUrn).HasMaxLength(10);
        builder.Property(h => h.Urn).HasMaxLength(10);
        builder.Property(h => h.Name).HasMaxLength(200);
        builder.Property(h => h.HostAuthority).HasMaxLength(9);
        builder.HasIndex(h => h.Provider);
    }

    public void Configure(EntityTypeBuilder<Account> builder) => builder.HasIndex(a => a.Person).IsUnique();
}

/// <summary>The organisations room's tables by name.</summary>
public static class OrganisationsTables
{
    extension(PortalDb db)
    {
        public DbSet<Organisation> Organisations => db.Set<Organisation>();

        public DbSet<Person> People => db.Set<Person>();

        public DbSet<ProviderHome> ProviderHomes => db.Set<ProviderHome>();
    }
}
