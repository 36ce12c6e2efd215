using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Why a home has not joined, as the region learned from its provider.</summary>
public enum NotJoinedBecause
{
    PriceTooLow,
    TermsOrRisk,
    TooMuchPaperwork,
    SpotPaysMore,
    NoPlacesToOffer,
    NotAsked,
    Other,
}

/// <summary>What a co-operative learned of why one home of its area is on none of its frameworks; a later word replaces an earlier one and both stay in the log.</summary>
public sealed class SignUpReason : Aggregate
{
    private SignUpReason()
    {
    }

    public Guid Id { get; private set; }

    public OrganisationId Cooperative { get; private set; }

    public string HomeUrn { get; private set; } = "";

    public NotJoinedBecause Why { get; private set; }

    public string Words { get; private set; } = "";

    public string RecordedBy { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public static SignUpReason For(OrganisationId cooperative, string homeUrn) => new() { Id = Guid.CreateVersion7(), Cooperative = cooperative, HomeUrn = homeUrn };

    public void Say(NotJoinedBecause why, string words, Actor by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            throw new RuleBroken("REASON_MISSING", "Say what the provider told you, and when.", field: "Words");
        }

        (Why, Words, RecordedBy, RecordedAt) = (why, words.Trim(), by.Name, now);
        Happened("home.signUpReasonRecorded", $"home/{HomeUrn}", new { Cooperative, why, words });
    }
}

/// <summary>The table of reasons for not joining.</summary>
internal sealed class SignUpReasonMapping : IEntityTypeConfiguration<SignUpReason>
{
    public void Configure(EntityTypeBuilder<SignUpReason> builder)
    {
        builder.ToTable("SignUpReasons", "frameworks");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.HomeUrn).HasMaxLength(10);
        builder.Property(r => r.Words).HasMaxLength(2000);
        builder.Property(r => r.RecordedBy).HasMaxLength(200);
        builder.HasIndex(r => new { r.Cooperative, r.HomeUrn }).IsUnique();
    }
}

/// <summary>Reasons for not joining, by name.</summary>
public static class SignUpTables
{
    extension(PortalDb db)
    {
        public DbSet<SignUpReason> SignUpReasons => db.Set<SignUpReason>();
    }
}
