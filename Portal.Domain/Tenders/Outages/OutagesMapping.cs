using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.Outages;

/// <summary>Tables of signs of life and of proposed extensions.</summary>
internal sealed class OutagesMapping : IEntityTypeConfiguration<Heartbeat>, IEntityTypeConfiguration<ExtensionProposal>
{
    public void Configure(EntityTypeBuilder<Heartbeat> builder)
    {
        builder.ToTable("Heartbeats", "tenders");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.HasIndex(b => b.At);
    }

    public void Configure(EntityTypeBuilder<ExtensionProposal> builder)
    {
        builder.ToTable("ExtensionProposals", "tenders");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.TenderRef).HasMaxLength(40);
        builder.Property(p => p.Reason).HasMaxLength(4000);
        builder.Property(p => p.DecidedByName).HasMaxLength(200);
        builder.Property(p => p.Outages).AsJsonText();
        builder.Ignore(p => p.Lost);
        builder.HasIndex(p => new { p.Tender, p.Deadline }).IsUnique();
    }
}

/// <summary>Those tables by name.</summary>
public static class OutagesTables
{
    extension(PortalDb db)
    {
        public DbSet<Heartbeat> Heartbeats => db.Set<Heartbeat>();

        public DbSet<ExtensionProposal> ExtensionProposals => db.Set<ExtensionProposal>();
    }
}
