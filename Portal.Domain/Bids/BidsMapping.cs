using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;

namespace Portal.Domain.Bids;

/// <summary>Tables of the bids room.</summary>
internal sealed class BidsMapping :
    IEntityTypeConfiguration<BidDraft>, IEntityTypeConfiguration<SealedBid>, IEntityTypeConfiguration<SealedFile>, IEntityTypeConfiguration<SubmissionKey>,
    IEntityTypeConfiguration<KeptCopy>
{
    public void Configure(EntityTypeBuilder<BidDraft> builder)
    {
        builder.ToTable("BidDrafts", "bids");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.SavedByName).HasMaxLength(200);
        builder.Property(d => d.Wrapped);
        builder.HasIndex(d => new { d.Lot, d.Bidder }).IsUnique();
        builder.HasIndex(d => d.Bidder);
    }

    public void Configure(EntityTypeBuilder<SealedBid> builder)
    {
        builder.ToTable("SealedBids", "bids");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.TenderRef).HasMaxLength(40);
        builder.Property(b => b.LotNumber).HasMaxLength(10);
        builder.Property(b => b.ManifestSha256).HasMaxLength(64);
        builder.Property(b => b.WrappedFileList);
        builder.Property(b => b.WrappedLeftOut);
        builder.ComplexProperty(b => b.Envelopes);
        builder.Ignore(b => b.Copy);
        builder.HasIndex(b => new { b.Tender, b.Status });
        builder.HasIndex(b => new { b.Tender, b.ReceivedAt });
        builder.HasIndex(b => new { b.Lot, b.Bidder });
        builder.HasIndex(b => new { b.Lot, b.Bidder }, "IX_SealedBids_OneInTime").IsUnique().HasFilter("\"Status\" = 'InTime'");
        builder.HasIndex(b => b.Bidder);
        builder.HasMany(b => b.Files).WithOne().HasForeignKey(f => f.Submission).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(b => b.Files).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<SealedFile> builder)
    {
        builder.ToTable("SealedFiles", "bids");
        builder.HasKey(f => new { f.Submission, f.Upload });
        builder.Property(f => f.SealedKeys);
        builder.HasIndex(f => f.Upload);
    }

    public void Configure(EntityTypeBuilder<KeptCopy> builder)
    {
        builder.ToTable("KeptCopies", "bids");
        builder.HasKey(c => c.Submission);
        builder.Property(c => c.Sealed);
        builder.HasIndex(c => c.ForgottenAt);
    }

    public void Configure(EntityTypeBuilder<SubmissionKey> builder)
    {
        builder.ToTable("SubmissionKeys", "bids");
        builder.HasKey(k => new { k.Client, k.Place, k.Key });
        builder.Property(k => k.Client).HasMaxLength(100);
        builder.Property(k => k.Place).HasMaxLength(120);
        builder.Property(k => k.Key).HasMaxLength(200);
        builder.Property(k => k.BodySha256).HasMaxLength(64);
    }
}

/// <summary>Tables of sealing and opening.</summary>
internal sealed class OpeningMapping :
    IEntityTypeConfiguration<TenderSeal>, IEntityTypeConfiguration<OpenerKey>, IEntityTypeConfiguration<OpenedBid>, IEntityTypeConfiguration<OpeningRecord>, IEntityTypeConfiguration<OpeningSeat>
{
    public void Configure(EntityTypeBuilder<TenderSeal> builder)
    {
        builder.ToTable("TenderSeals", "bids");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.TenderRef).HasMaxLength(40);
        builder.Property(s => s.Secrets).AsJsonText();
        builder.Property(s => s.Keys).AsJsonText();
        builder.Property(s => s.Shares).AsJsonText();
        builder.HasIndex(s => new { s.Tender, s.Round }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OpenerKey> builder)
    {
        builder.ToTable("OpenerKeys", "bids");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.PersonName).HasMaxLength(200);
        builder.Property(k => k.PublicKey).HasMaxLength(65);
        builder.Property(k => k.WrappedPrivateKey).HasMaxLength(200);
        builder.Property(k => k.Passkeys).AsJsonText();
        builder.HasIndex(k => k.Person).IsUnique();
    }

    public void Configure(EntityTypeBuilder<OpenedBid> builder)
    {
        builder.ToTable("OpenedBids", "bids");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.TenderRef).HasMaxLength(40);
        builder.Property(b => b.LotNumber).HasMaxLength(10);
        builder.Property(b => b.Alias).HasMaxLength(40);
        builder.Property(b => b.WrappedQuality);
        builder.Property(b => b.WrappedPrices);
        builder.Ignore(b => b.HasPrices);
        builder.HasIndex(b => new { b.Tender, b.Lot });
        builder.HasIndex(b => b.Bidder);
    }

    public void Configure(EntityTypeBuilder<OpeningRecord> builder)
    {
        builder.ToTable("OpeningRecords", "bids");
        builder.HasKey(r => new { r.Tender, r.Round, r.Act });
        builder.Property(r => r.Act).HasMaxLength(20);
        builder.Property(r => r.TenderRef).HasMaxLength(40);
        builder.Property(r => r.People).AsJsonText();
        builder.Property(r => r.Opened).AsJsonText();
        builder.Property(r => r.Failures).AsJsonText();
    }

    public void Configure(EntityTypeBuilder<OpeningSeat> builder)
    {
        builder.ToTable("OpeningSeats", "bids");
        builder.HasKey(s => new { s.Tender, s.Person });
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.RecoveryReason).HasMaxLength(1000);
        builder.Ignore(s => s.Who);
        builder.Property(s => s.Passed).AsJsonText();
    }
}

/// <summary>The bids room's tables by name.</summary>
public static class BidsTables
{
    extension(PortalDb db)
    {
        public DbSet<BidDraft> BidDrafts => db.Set<BidDraft>();

        public DbSet<SealedBid> SealedBids => db.Set<SealedBid>();

        public DbSet<SubmissionKey> SubmissionKeys => db.Set<SubmissionKey>();

        public DbSet<KeptCopy> KeptCopies => db.Set<KeptCopy>();

        public DbSet<TenderSeal> TenderSeals => db.Set<TenderSeal>();

        public DbSet<OpenerKey> OpenerKeys => db.Set<OpenerKey>();

        public DbSet<OpenedBid> OpenedBids => db.Set<OpenedBid>();

        public DbSet<OpeningRecord> OpeningRecords => db.Set<OpeningRecord>();

        public DbSet<OpeningSeat> OpeningSeats => db.Set<OpeningSeat>();
    }
}
