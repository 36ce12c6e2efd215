using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Negotiating;

/// <summary>The table of negotiation rounds.</summary>
internal sealed class NegotiatingMapping : IEntityTypeConfiguration<NegotiationRound>
{
    public void Configure(EntityTypeBuilder<NegotiationRound> builder)
    {
        builder.ToTable("NegotiationRounds", "bids");
        builder.HasKey(r => new { r.Tender, r.Number });
        builder.Property(r => r.TenderRef).HasMaxLength(40);
        builder.Property(r => r.Agenda).HasMaxLength(4000);
        builder.Property(r => r.Meetings).AsJsonText();
        builder.Property(r => r.Shared).AsJsonText();
    }
}

/// <summary>Negotiation rounds by name, and words to everybody who takes part.</summary>
public static class NegotiatingTables
{
    extension(PortalDb db)
    {
        public DbSet<NegotiationRound> NegotiationRounds => db.Set<NegotiationRound>();

        public Task<NegotiationRound?> LastRound(TenderId tender, CancellationToken ct) =>
            db.NegotiationRounds.Where(r => r.Tender == tender).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);

        /// <summary>Adds the same message for every supplier that is left; the caller saves, so all get it at the same moment.</summary>
        public void TellInvited(Tender tender, string subject, string body, string key, DateTimeOffset now)
        {
            foreach (OrganisationId supplier in tender.Invited)
            {
                db.Add(Message.ToOrganisation(supplier, Role.ProviderBidder, subject, body, $"/tenders/{tender.Ref}/take-part", now, $"{tender.Ref}/{key}/{supplier.Value}"));
            }
        }
    }
}
