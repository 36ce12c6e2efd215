using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Tables of the uplifts: the rule of each framework, what was asked, for which homes, and the board's votes.</summary>
internal sealed class UpliftsMapping : IEntityTypeConfiguration<UpliftRule>, IEntityTypeConfiguration<Uplift>, IEntityTypeConfiguration<UpliftHome>, IEntityTypeConfiguration<BoardVote>
{
    public void Configure(EntityTypeBuilder<UpliftRule> builder)
    {
        builder.ToTable("UpliftRules", "frameworks");
        builder.HasKey(r => r.Framework);
        builder.Property(r => r.Framework).ValueGeneratedNever();
        builder.Ignore(r => r.AllFigures);
        builder.Property(r => r.Changes).AsJsonText();
        builder.Property(r => r.Figures).AsJsonText();
        builder.Property(r => r.Proposal).AsJsonText();
        builder.Property(r => r.IndexName).HasMaxLength(100);
        builder.Property(r => r.FrameworkRef).HasMaxLength(40);
        builder.Property(r => r.IndexPeriod).HasMaxLength(100);
        builder.Property(r => r.IndexSource).HasMaxLength(400);
        builder.ComplexProperty(r => r.Terms, terms =>
        {
            terms.Property(t => t.Index).HasMaxLength(100);
            terms.Property(t => t.Published).HasMaxLength(1000);
            terms.Ignore(t => t.InWords);
        });
    }

    public void Configure(EntityTypeBuilder<Uplift> builder)
    {
        builder.ToTable("Uplifts", "frameworks");
        builder.HasKey(u => u.Id);
        builder.Ignore(u => u.IsOpen);
        builder.Ignore(u => u.OverRule);
        builder.Ignore(u => u.Subject);
        builder.Ignore(u => u.QuorumNeeded);
        builder.Ignore(u => u.Present);
        builder.Property(u => u.FrameworkRef).HasMaxLength(40);
        builder.Property(u => u.LotNumber).HasMaxLength(10);
        builder.Property(u => u.Rule).HasMaxLength(2000);
        foreach (string words in new[] { nameof(Uplift.Because), nameof(Uplift.EvidenceFound), nameof(Uplift.ModificationGround), nameof(Uplift.FinanceWords), nameof(Uplift.EndedBecause) })
        {
            builder.Property<string>(words).HasMaxLength(2400);
        }

        builder.Property(u => u.AskedByName).HasMaxLength(200);
        builder.Property(u => u.PutByName).HasMaxLength(200);
        builder.Property(u => u.ConfirmedByName).HasMaxLength(200);
        builder.HasIndex(u => new { u.Framework, u.Stage });
        builder.HasIndex(u => u.Provider);
        builder.HasMany(u => u.Homes).WithOne().HasForeignKey(h => h.Uplift).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(u => u.Votes).WithOne().HasForeignKey(v => v.Uplift).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(u => u.Homes).AutoInclude();
        builder.Navigation(u => u.Votes).AutoInclude();
    }

    public void Configure(EntityTypeBuilder<UpliftHome> builder)
    {
        builder.ToTable("UpliftHomes", "frameworks");
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.HomeUrn).HasMaxLength(10);
        builder.Property(h => h.Unit).HasMaxLength(10);
        builder.Property(h => h.LeftOutBecause).HasMaxLength(400);
        builder.HasIndex(h => h.HomeAdmission);
    }

    public void Configure(EntityTypeBuilder<BoardVote> builder)
    {
        builder.ToTable("BoardVotes", "frameworks");
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.AuthorityName).HasMaxLength(200);
        builder.Property(v => v.PersonName).HasMaxLength(200);
        builder.Property(v => v.Words).HasMaxLength(2000);
        builder.HasIndex(v => new { v.Uplift, v.Authority }).IsUnique();
    }
}

/// <summary>The uplifts' tables by name.</summary>
public static class UpliftsTables
{
    extension(PortalDb db)
    {
        public DbSet<UpliftRule> UpliftRules => db.Set<UpliftRule>();

        public DbSet<Uplift> Uplifts => db.Set<Uplift>();
    }
}
