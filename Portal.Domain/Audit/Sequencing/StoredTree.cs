using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Tree;

namespace Portal.Domain.Audit.Sequencing;

/// <summary>The log's tree as the database keeps it.</summary>
internal static class StoredTree
{
    private static readonly PreparedQuery<At, LogTile> Tiles = new((db, asked) => db.LogTiles.Where(t => t.Level == asked.Level && t.Index == asked.Index));

    extension(PortalDb db)
    {
        public MerkleTree LogTree() => new(async (level, index, ct) =>
            await db.LogTiles.AsNoTracking().Where(t => t.Level == level && t.Index == index).Select(t => t.Hashes).SingleAsync(ct));

        public async Task<TileFrontier> LogFrontier(long size, CancellationToken ct)
        {
            List<HashTile> last = [];
            foreach ((int level, long index) in TileFrontier.Needed(size))
            {
                LogTile tile = (await Tiles.Ask(db, new At(level, index), ct)).Single();
                last.Add(new HashTile(level, index, tile.Hashes));
            }

            return new TileFrontier(size, last);
        }

        public async Task StoreTiles(IReadOnlyList<HashTile> tiles, CancellationToken ct)
        {
            foreach (HashTile tile in tiles)
            {
                if (await db.LogTiles.FindAsync([tile.Level, tile.Index], ct) is { } stored)
                {
                    stored.Widen(tile.Hashes);
                }
                else
                {
                    db.Add(new LogTile(tile.Level, tile.Index, tile.Hashes));
                }
            }
        }
    }

    private sealed record At(int Level, long Index);
}
