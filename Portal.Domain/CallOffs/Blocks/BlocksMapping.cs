using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.CallOffs.Blocks;

/// <summary>The table of block contracts.</summary>
internal sealed class BlocksMapping : IEntityTypeConfiguration<BlockContract>
{
    public void Configure(EntityTypeBuilder<BlockContract> builder)
    {
        builder.ToTable("BlockContracts", "calloffs");
        builder.HasKey(b => b.Id);
        builder.Ignore(b => b.Guaranteed);
        builder.Property(b => b.Ref).HasMaxLength(40);
        builder.Property(b => b.HomeUrn).HasMaxLength(10);
        builder.Property(b => b.FrameworkRef).HasMaxLength(40);
        builder.Property(b => b.LotNumber).HasMaxLength(10);
        builder.Property(b => b.Unit).HasMaxLength(10);
        builder.Property(b => b.AgreedBy).HasMaxLength(200);
        builder.HasIndex(b => b.Ref).IsUnique();
        builder.HasIndex(b => new { b.HomeUrn, b.To });
        builder.HasIndex(b => b.Cooperative);
        builder.HasIndex(b => b.Provider);
    }
}

/// <summary>A block, how many of its places are taken, and for how many of those that were left notice is still paid.</summary>
public sealed record BlockUse(BlockContract Block, int Taken, int InNotice)
{
    /// <summary>Guaranteed places paid for as empty. One whose notice is still paid is paid for once, by the notice.</summary>
    public int Voids => Block.VoidsAt(Taken + InNotice);

    /// <summary>What they cost per unit.</summary>
    public Money VoidCost => Block.VoidCostAt(Taken + InNotice);

    public int Free => Math.Max(0, Block.Places - Taken);
}

/// <summary>Block contracts by name, who sees them, and how full they are.</summary>
public static class BlocksTables
{
    extension(PortalDb db)
    {
        public DbSet<BlockContract> BlockContracts => db.Set<BlockContract>();

        /// <summary>Blocks of the region that the actor's organisation is or belongs to, and a provider's own.</summary>
        public IQueryable<BlockContract> BlocksSeenBy(Actor actor)
        {
            IQueryable<Organisation> own = db.Set<Organisation>().Where(o => o.Id == actor.Organisation);
            return db.Set<BlockContract>().Where(b => b.Provider == actor.Organisation || own.Any(o => o.Id == b.Cooperative || o.Parent == b.Cooperative));
        }

        /// <summary>Places of a block that running call-offs take.</summary>
        public Task<int> TakenOf(BlockContract block, CancellationToken cancel) =>
            db.Set<CallOff>().Where(c => c.Block == block.Id && c.Stage == CallOffStage.Agreed).SumAsync(c => c.Places, cancel);

        /// <summary>How full these blocks are on this day.</summary>
        public async Task<IReadOnlyList<BlockUse>> WithUse(IReadOnlyList<BlockContract> blocks, DateOnly today, CancellationToken cancel)
        {
            BlockContractId?[] ids = [.. blocks.Select(b => (BlockContractId?)b.Id)];
            var paid = await db.Set<CallOff>().Where(c => ids.Contains(c.Block) && (c.Stage == CallOffStage.Agreed || c.PaidTo > today)).Select(c => new { c.Block, c.Places, Taken = c.Stage == CallOffStage.Agreed }).ToListAsync(cancel);
            return [.. blocks.Select(b => new BlockUse(b, paid.Where(p => p.Block == b.Id && p.Taken).Sum(p => p.Places), paid.Where(p => p.Block == b.Id && !p.Taken).Sum(p => p.Places)))];
        }
    }
}
