using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Referrals;

/// <summary>Tables of the referrals room.</summary>
internal sealed class ReferralsMapping :
    IEntityTypeConfiguration<Referral>, IEntityTypeConfiguration<ReferralRecipient>, IEntityTypeConfiguration<Offer>, IEntityTypeConfiguration<Decline>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.ToTable("Referrals", "referrals");
        builder.HasKey(r => r.Id);
        builder.Ignore(r => r.AgeBand);
        builder.Property(r => r.Ref).HasMaxLength(40);
        builder.Property(r => r.ChildReference).HasMaxLength(40);
        builder.Property(r => r.Urgency).HasMaxLength(20);
        builder.Property(r => r.Conditions).HasMaxLength(4000);
        builder.Property(r => r.CodesignedWith).HasMaxLength(500);
        builder.Property(r => r.ChildsViews).HasMaxLength(4000);
        builder.Property(r => r.WiderSearch).HasMaxLength(4000);
        builder.HasIndex(r => r.Ref).IsUnique();
        builder.HasIndex(r => new { r.Authority, r.SentAt });
        builder.HasMany(r => r.Recipients).WithOne().HasForeignKey(r => r.Referral).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(r => r.Recipients).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<ReferralRecipient> builder)
    {
        builder.ToTable("ReferralRecipients", "referrals");
        builder.HasKey(r => new { r.Referral, r.Provider });
        builder.HasIndex(r => r.Provider);
    }

    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.ToTable("Offers", "referrals");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.ReferralRef).HasMaxLength(40);
        builder.Property(o => o.HomeUrn).HasMaxLength(10);
        builder.Property(o => o.ServiceType).HasMaxLength(40);
        builder.Property(o => o.Unit).HasMaxLength(10);
        builder.Property(o => o.HowNeedsAreMet).HasMaxLength(4000);
        builder.Property(o => o.MatchReason).HasMaxLength(2000);
        builder.HasIndex(o => o.Referral);
        builder.HasIndex(o => o.Provider);
    }

    public void Configure(EntityTypeBuilder<Decline> builder)
    {
        builder.ToTable("Declines", "referrals");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Words).HasMaxLength(2000);
        builder.HasIndex(d => d.Referral);
        builder.HasIndex(d => d.Provider);
    }
}

/// <summary>The referrals room's tables by name, and how its things are loaded for an actor.</summary>
public static class ReferralsTables
{
    extension(PortalDb db)
    {
        public DbSet<Referral> Referrals => db.Set<Referral>();

        public DbSet<Offer> Offers => db.Set<Offer>();

        public DbSet<Decline> Declines => db.Set<Decline>();

        /// <summary>A referral of the actor's own authority, or <see cref="NotFound"/>.</summary>
        public async Task<Referral> LoadReferral(Actor actor, string reference, CancellationToken cancel) =>
            await db.Referrals.SingleOrDefaultAsync(r => r.Ref == reference && r.Authority == actor.Organisation, cancel) ?? throw new NotFound($"Referral {reference}");

        /// <summary>A referral that was sent to the actor's organisation, or <see cref="NotFound"/>.</summary>
        public async Task<Referral> LoadReferralSentTo(Actor actor, string reference, CancellationToken cancel) =>
            await db.Referrals.SingleOrDefaultAsync(r => r.Ref == reference && r.Recipients.Any(x => x.Provider == actor.Organisation), cancel) ?? throw new NotFound($"Referral {reference}");
    }
}
