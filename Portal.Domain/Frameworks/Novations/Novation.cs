using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Why an admission may pass to another registration of the same home.</summary>
public enum NovationGround
{
    SameSupplier,
    Restructuring,
    SoldToAnother,
}

/// <summary>The deed by which a home's place on a lot passes from its former URN to its new one; a change of supplier only on a corporate restructuring or similar circumstances (s.74(9), A11-07).</summary>
public sealed class Novation : Aggregate
{
    private Novation()
    {
    }

    public Guid Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string FrameworkRef { get; private set; } = "";

    public string LotNumber { get; private set; } = "";

    public string FormerUrn { get; private set; } = "";

    public string Urn { get; private set; } = "";

    public OrganisationId From { get; private set; }

    public OrganisationId To { get; private set; }

    public NovationGround Ground { get; private set; }

    /// <summary>The deed's reference in the lead's contract register.</summary>
    public string Deed { get; private set; } = "";

    public DateOnly SignedOn { get; private set; }

    public string Because { get; private set; } = "";

    public string RecordedBy { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    internal static Novation Record(HomeAdmission former, string urn, OrganisationId to, NovationDeed deed, Actor by, DateTimeOffset now)
    {
        RuleBroken.If([.. WhatBlocks(former, to, deed, Law.LondonTime.DateOf(now))]);
        var novation = new Novation
        {
            Id = Guid.CreateVersion7(),
            Framework = former.Framework,
            FrameworkRef = former.FrameworkRef,
            LotNumber = former.LotNumber,
            FormerUrn = former.HomeUrn,
            Urn = urn,
            From = former.Provider,
            To = to,
            Ground = deed.Ground,
            Deed = deed.Reference.Trim(),
            SignedOn = deed.SignedOn,
            Because = deed.Because.Trim(),
            RecordedBy = by.Name,
            RecordedAt = now,
        };
        novation.Happened("home.novated", $"home/{urn}", new { novation.FrameworkRef, novation.LotNumber, novation.FormerUrn, urn, novation.From, to, deed.Ground, deed.Reference, deed.SignedOn, deed.Because });
        return novation;
    }

    private static IEnumerable<Reason> WhatBlocks(HomeAdmission former, OrganisationId to, NovationDeed deed, DateOnly today)
    {
        if (former.Status is HomeAdmissionStatus.Left)
        {
            yield return new Reason("NOVATION_LEFT", $"{former.HomeUrn} has left this lot, so there is no place to pass on. The home joins as any other.", "A11-07");
        }

        if (deed.Ground == NovationGround.SoldToAnother || (deed.Ground == NovationGround.SameSupplier && former.Provider != to))
        {
            yield return new Reason("CHANGE_OF_SUPPLIER", "A place passes to another supplier only on a corporate restructuring or in similar circumstances. A home sold to another supplier joins with that supplier in a round, under its own bid.", "A11-07", "Ground");
        }

        if (string.IsNullOrWhiteSpace(deed.Reference))
        {
            yield return new Reason("NOVATION_DEED", "Give the deed’s reference in your contract register.", "A11-07", "Reference");
        }

        if (deed.SignedOn > today)
        {
            yield return new Reason("NOVATION_DAY", "A deed of novation is recorded once it is signed: the day cannot lie ahead.", "A11-07", "SignedOn");
        }

        if (string.IsNullOrWhiteSpace(deed.Because))
        {
            yield return new Reason("NOVATION_REASON", "Say what happened to the home and the supplier.", "A11-07", "Because");
        }
    }
}

/// <summary>A signed deed of novation as the framework's lead records it.</summary>
public sealed record NovationDeed(NovationGround Ground, string Reference, DateOnly SignedOn, string Because);

/// <summary>The table of novations.</summary>
internal sealed class NovationMapping : IEntityTypeConfiguration<Novation>
{
    public void Configure(EntityTypeBuilder<Novation> builder)
    {
        builder.ToTable("Novations", "frameworks");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.FrameworkRef).HasMaxLength(40);
        builder.Property(n => n.LotNumber).HasMaxLength(10);
        builder.Property(n => n.FormerUrn).HasMaxLength(10);
        builder.Property(n => n.Urn).HasMaxLength(10);
        builder.Property(n => n.Deed).HasMaxLength(200);
        builder.Property(n => n.Because).HasMaxLength(2000);
        builder.Property(n => n.RecordedBy).HasMaxLength(200);
        builder.HasIndex(n => new { n.Framework, n.LotNumber, n.Urn }).IsUnique();
        builder.HasIndex(n => n.Urn);
    }
}

/// <summary>Novations by name.</summary>
public static class NovationTables
{
    extension(PortalDb db)
    {
        public DbSet<Novation> Novations => db.Set<Novation>();
    }
}
