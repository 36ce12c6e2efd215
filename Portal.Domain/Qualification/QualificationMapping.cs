using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification;

/// <summary>Tables of the qualification room.</summary>
internal sealed class QualificationMapping : IEntityTypeConfiguration<ParticipationDecision>, IEntityTypeConfiguration<BidCase>
{
    public void Configure(EntityTypeBuilder<ParticipationDecision> builder)
    {
        builder.ToTable("ParticipationDecisions", "qualification");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.DecidedByName).HasMaxLength(200);
        builder.Property(d => d.Finding).AsJsonText();
        builder.HasIndex(d => new { d.Tender, d.Bidder }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BidCase> builder)
    {
        builder.ToTable("BidCases", "qualification");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.LotNumber).HasMaxLength(10);
        builder.Property(c => c.Alias).HasMaxLength(100);
        builder.Property(c => c.Question).HasMaxLength(8000);
        builder.Property(c => c.Reason).HasMaxLength(8000);
        builder.Property(c => c.AskedByName).HasMaxLength(200);
        builder.Property(c => c.AnsweredByName).HasMaxLength(200);
        builder.Property(c => c.DecidedByName).HasMaxLength(200);
        builder.HasIndex(c => new { c.Tender, c.Number }).IsUnique();
        builder.HasIndex(c => c.Bidder);
    }
}

/// <summary>The qualification room's tables by name, and who has qualified.</summary>
public static class QualificationTables
{
    extension(PortalDb db)
    {
        public DbSet<ParticipationDecision> ParticipationDecisions => db.Set<ParticipationDecision>();

        /// <summary>The suppliers of a tender that may be assessed.</summary>
        public async Task<IReadOnlySet<OrganisationId>> QualifiedBidders(TenderId tender, CancellationToken stop = default) =>
            (await db.ParticipationDecisions.Where(d => d.Tender == tender && d.Outcome == ParticipationOutcome.Qualified && d.Times > 0).Select(d => d.Bidder).ToListAsync(stop)).ToHashSet();
    }
}
