using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Bids.LateBox;

namespace Portal.Domain.Bids.Help;

/// <summary>Tables of requests for help and decisions on late bids.</summary>
internal sealed class HelpMapping : IEntityTypeConfiguration<HelpRequest>, IEntityTypeConfiguration<LateDecision>
{
    public void Configure(EntityTypeBuilder<HelpRequest> builder)
    {
        builder.ToTable("HelpRequests", "bids");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.TenderRef).HasMaxLength(40);
        builder.Property(h => h.LotNumber).HasMaxLength(10);
        builder.Property(h => h.Page).HasMaxLength(200);
        builder.Property(h => h.Text).HasMaxLength(2000);
        builder.Property(h => h.Answer).HasMaxLength(2000);
        builder.Property(h => h.AnsweredByName).HasMaxLength(200);
        builder.Ignore(h => h.IsOpen);
        builder.HasIndex(h => new { h.Tender, h.AnsweredAt });
        builder.HasIndex(h => h.Bidder);
    }

    public void Configure(EntityTypeBuilder<LateDecision> builder)
    {
        builder.ToTable("LateDecisions", "bids");
        builder.HasKey(d => d.Submission);
        builder.Property(d => d.TenderRef).HasMaxLength(40);
        builder.Property(d => d.Reasons).HasMaxLength(4000);
        builder.Property(d => d.ByName).HasMaxLength(200);
    }
}

/// <summary>Requests for help and decisions on late bids by name.</summary>
public static class HelpTables
{
    extension(PortalDb db)
    {
        public DbSet<HelpRequest> HelpRequests => db.Set<HelpRequest>();

        public DbSet<LateDecision> LateDecisions => db.Set<LateDecision>();
    }
}
