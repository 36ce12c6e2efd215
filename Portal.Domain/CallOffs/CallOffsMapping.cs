using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;

namespace Portal.Domain.CallOffs;

/// <summary>Tables of the call-offs room.</summary>
internal sealed class CallOffsMapping : IEntityTypeConfiguration<CallOff>, IEntityTypeConfiguration<ContractDetailsDuty>
{
    public void Configure(EntityTypeBuilder<ContractDetailsDuty> builder)
    {
        builder.ToTable("ContractDetailsDuties", "calloffs");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.CallOffRef).HasMaxLength(40);
        builder.Property(d => d.ServiceType).HasMaxLength(40);
        builder.Property(d => d.FrameworkRef).HasMaxLength(40);
        builder.Property(d => d.Batch).HasMaxLength(40);
        builder.HasIndex(d => d.CallOffRef).IsUnique();
        builder.HasIndex(d => new { d.Authority, d.Stage });
    }

    public void Configure(EntityTypeBuilder<CallOff> builder)
    {
        builder.ToTable("CallOffs", "calloffs");
        builder.HasKey(c => c.Id);
        builder.Ignore(c => c.Fee);
        // Call-offs made before ways were recorded have an empty one; off framework every way reads as spot.
        builder.Property(c => c.Route).HasConversion(route => route.ToString(), written => written.Length == 0 ? CallOffRoute.DirectAward : Enum.Parse<CallOffRoute>(written)).HasMaxLength(60);
        builder.Property(c => c.FeeJson).HasMaxLength(2000);
        builder.Property(c => c.BlockRef).HasMaxLength(40);
        builder.Property(c => c.ChosenBecause).HasMaxLength(2000);
        builder.HasIndex(c => c.Block);
        builder.Property(c => c.Ref).HasMaxLength(40);
        builder.Property(c => c.HomeUrn).HasMaxLength(10);
        builder.Property(c => c.ChildReference).HasMaxLength(60);
        builder.Property(c => c.ServiceType).HasMaxLength(40);
        builder.Property(c => c.FrameworkRef).HasMaxLength(40);
        builder.Property(c => c.LotNumber).HasMaxLength(10);
        builder.Property(c => c.Unit).HasMaxLength(10);
        builder.Property(c => c.UnitsPerWeek).HasPrecision(6, 2);
        builder.Property(c => c.ReferralRef).HasMaxLength(40);
        builder.Property(c => c.MadeByName).HasMaxLength(200);
        builder.Property(c => c.RegisteredManager).HasMaxLength(200);
        builder.Property(c => c.ResponsibleIndividual).HasMaxLength(200);
        builder.HasIndex(c => c.Ref).IsUnique();
        builder.HasIndex(c => c.GateDecision).IsUnique();
        builder.HasIndex(c => new { c.Authority, c.MadeAt });
        builder.HasIndex(c => c.Provider);
        builder.HasIndex(c => c.HomeUrn);
    }
}

/// <summary>The call-offs room's tables by name, and how its things are loaded for an actor.</summary>
public static class CallOffsTables
{
    extension(PortalDb db)
    {
        public DbSet<CallOff> CallOffs => db.Set<CallOff>();

        public DbSet<ContractDetailsDuty> ContractDetailsDuties => db.Set<ContractDetailsDuty>();

        /// <summary>A call-off of the actor's own authority or of its own home, or <see cref="NotFound"/>.</summary>
        public async Task<CallOff> LoadCallOff(Actor actor, string reference, CancellationToken cancel) =>
            await db.CallOffs.SingleOrDefaultAsync(c => c.Ref == reference && (c.Authority == actor.Organisation || c.Provider == actor.Organisation), cancel)
            ?? throw new NotFound($"Call-off {reference}");
    }
}
