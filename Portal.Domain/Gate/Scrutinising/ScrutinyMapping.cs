using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Scrutinising;

/// <summary>The table of scrutinies.</summary>
internal sealed class ScrutinyMapping : IEntityTypeConfiguration<Scrutiny>
{
    public void Configure(EntityTypeBuilder<Scrutiny> builder)
    {
        builder.ToTable("Scrutinies", "gate");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.AskedByName).HasMaxLength(200);
        builder.Property(s => s.GivenByName).HasMaxLength(200);
        builder.Property(s => s.Words).HasMaxLength(4000);
        builder.HasIndex(s => s.Line).IsUnique();
        builder.HasIndex(s => new { s.Panel, s.View, s.WantedBy });
    }
}

/// <summary>Scrutinies by name, and who is no longer free to approve because of one.</summary>
public static class ScrutinyTables
{
    extension(PortalDb db)
    {
        public DbSet<Scrutiny> Scrutinies => db.Set<Scrutiny>();

        /// <summary>Whoever gave an independent view on a placement does not approve it as well.</summary>
        internal async Task MustNotHaveScrutinised(GateDecision decision, PersonId person, CancellationToken cancel)
        {
            if (await db.Scrutinies.AnyAsync(s => s.Line == decision.Line && s.GivenBy == person, cancel))
            {
                throw new RuleBroken("SEGREGATION", "This person gave the independent view on this placement, so somebody else approves it.", "F1");
            }
        }
    }
}
