using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Requests;

/// <summary>The table of requests to take part.</summary>
internal sealed class RequestsMapping : IEntityTypeConfiguration<ParticipationRequest>
{
    public void Configure(EntityTypeBuilder<ParticipationRequest> builder)
    {
        builder.ToTable("ParticipationRequests", "qualification");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.TenderRef).HasMaxLength(40);
        builder.Property(r => r.SentByName).HasMaxLength(200);
        builder.Property(r => r.ScoredByName).HasMaxLength(200);
        builder.Property(r => r.Points).HasPrecision(9, 2);
        builder.Property(r => r.Wrapped);
        builder.Property(r => r.Scores).AsJsonText();
        builder.HasIndex(r => new { r.Tender, r.Supplier }).IsUnique();
    }
}

/// <summary>Requests to take part by name, and who of them may still be invited.</summary>
public static class RequestsTables
{
    extension(PortalDb db)
    {
        public DbSet<ParticipationRequest> ParticipationRequests => db.Set<ParticipationRequest>();

        public Task<ParticipationRequest?> RequestOf(TenderId tender, OrganisationId supplier, CancellationToken stop) =>
            db.ParticipationRequests.SingleOrDefaultAsync(r => r.Tender == tender && r.Supplier == supplier, stop);

        /// <summary>Those sent and not withdrawn.</summary>
        public Task<List<ParticipationRequest>> RequestsFor(TenderId tender, CancellationToken stop) =>
            db.ParticipationRequests.Where(r => r.Tender == tender && r.Standing != RequestStanding.Withdrawn).OrderBy(r => r.Id).ToListAsync(stop);
    }
}
