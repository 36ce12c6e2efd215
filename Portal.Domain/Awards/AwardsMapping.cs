using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Awards.Telling;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <summary>Tables of the awards room.</summary>
internal sealed class AwardsMapping : IEntityTypeConfiguration<Award>, IEntityTypeConfiguration<AssessmentSummary>, IEntityTypeConfiguration<FeedbackRequest>, IEntityTypeConfiguration<AgreementFile>
{
    public void Configure(EntityTypeBuilder<Award> builder)
    {
        builder.ToTable("Awards", "awards");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.TenderRef).HasMaxLength(40);
        builder.Property(a => a.Winners).AsJsonText();
        builder.Property(a => a.Recommendation).AsJsonText();
        builder.Property(a => a.Decision).AsJsonText();
        builder.Property(a => a.Claims).AsJsonText();
        builder.Property(a => a.Announced).AsJsonText();
        builder.Property(a => a.Own).AsJsonText();
        builder.Property(a => a.ContractDates).AsJsonText();
        builder.Property(a => a.Fallen).AsJsonText();
        builder.Property(a => a.Diligence).AsJsonText();
        builder.Property(a => a.Withheld).AsJsonText();
        builder.Property(a => a.RestsOn).AsJsonText();
        builder.Property(a => a.Signatures).AsJsonText();
        builder.Property(a => a.Documents).AsJsonText();
        builder.Ignore(a => a.DocumentsSha256);
        builder.Ignore(a => a.WithoutAgreement);
        builder.Ignore(a => a.WinningBidders);
        builder.Ignore(a => a.IsSuspended);
        builder.Ignore(a => a.HoldsEvidence);
        builder.Ignore(a => a.IsAnnounced);
        builder.Ignore(a => a.Ref);
        builder.HasIndex(a => new { a.Tender, a.Part }).IsUnique();
        builder.HasIndex(a => a.Stage);
    }

    public void Configure(EntityTypeBuilder<AssessmentSummary> builder)
    {
        builder.ToTable("AssessmentSummaries", "awards");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.TenderRef).HasMaxLength(40);
        builder.Property(s => s.LotNumber).HasMaxLength(10);
        builder.Property(s => s.Content).AsJsonText();
        builder.HasIndex(s => new { s.Tender, s.LotNumber, s.Bidder, s.Round }).IsUnique();
        builder.HasIndex(s => s.Bidder);
    }

    public void Configure(EntityTypeBuilder<AgreementFile> builder)
    {
        builder.ToTable("AgreementFiles", "awards");
        builder.HasKey(f => new { f.Tender, f.Sha256 });
        builder.Property(f => f.Sha256).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<FeedbackRequest> builder)
    {
        builder.ToTable("FeedbackRequests", "awards");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.BidderName).HasMaxLength(200);
        builder.Property(f => f.Wish).HasMaxLength(4000);
        builder.Property(f => f.Answer).HasMaxLength(4000);
        builder.Property(f => f.AskedByName).HasMaxLength(200);
        builder.Property(f => f.AnsweredByName).HasMaxLength(200);
        builder.HasIndex(f => new { f.Tender, f.Bidder });
    }
}

/// <summary>The awards room's tables by name.</summary>
public static class AwardsTables
{
    extension(PortalDb db)
    {
        public DbSet<Award> Awards => db.Set<Award>();

        public DbSet<AssessmentSummary> AssessmentSummaries => db.Set<AssessmentSummary>();

        public DbSet<FeedbackRequest> FeedbackRequests => db.Set<FeedbackRequest>();

        public DbSet<AgreementFile> AgreementFiles => db.Set<AgreementFile>();

        /// <summary>The award of all lots that are not awarded apart.</summary>
        public Task<Award?> AwardOf(TenderId tender, CancellationToken stop = default) => db.AwardOf(tender, 0, stop);

        /// <summary>One of a tender's awards; null before it is recommended.</summary>
        public async Task<Award?> AwardOf(TenderId tender, int part, CancellationToken stop = default) => await db.Awards.SingleOrDefaultAsync(a => a.Tender == tender && a.Part == part, stop);

        /// <summary>One of a tender's awards, which must have been recommended. Who may see it is settled with the tender.</summary>
        public async Task<Award> LoadAward(TenderId tender, int part, CancellationToken stop = default) => await db.AwardOf(tender, part, stop) ?? throw new NotFound("That award");

        /// <summary>The award in which the lot is; null before it is recommended.</summary>
        public Task<Award?> AwardOf(Tender tender, Lot lot, CancellationToken stop = default) => db.AwardOf(tender.Id, lot.Part, stop);

        /// <summary>Every award of a tender: those of lots apart in the order in which they began, after that of all the other lots.</summary>
        public async Task<IReadOnlyList<Award>> AwardsOf(TenderId tender, CancellationToken stop = default) => await db.Awards.Where(a => a.Tender == tender).OrderBy(a => a.Part).ToListAsync(stop);

        /// <summary>Who is awarded what; nothing of an award that is not decided.</summary>
        public async Task<IReadOnlyList<AwardedBid>> WinnersOf(TenderId tender, CancellationToken stop = default) =>
            [.. (await db.AwardsOf(tender, stop)).Where(a => a.Stage > AwardStage.Recommended).SelectMany(a => a.Winners)];

        internal async Task<Dictionary<OrganisationId, string>> NamesOf(IReadOnlyCollection<OrganisationId> ids, CancellationToken stop) =>
            await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, stop);
    }
}
