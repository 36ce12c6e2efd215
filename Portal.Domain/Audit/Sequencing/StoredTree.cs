using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Tree;

namespace Portal.Domain.Audit.Sequencing;

/// <summary>The log's tree as the database keeps it.</summary>
internal static class StoredTree
{
    extension(PortalDb db)
    {
        public MerkleTree LogTree() => new(async (level, index, ct) =>
            await db.LogTiles.AsNoTracking().Where(t => t.Level == level && t.Index == index).Select(t => t.Hashes).SingleAsync(ct));

        public async Task<TileFrontier> LogFrontier(long size, CancellationToken ct)
        {
            List<HashTile> last = [];
            foreach ((int level, long index) in TileFrontier.Needed(size))
            {
                byte[] hashes = await db.LogTiles.Where(t => t.Level == level && t.Index == index).Select(t => t.Hashes).SingleAsync(ct);
                last.Add(new HashTile(level, index, hashes));
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
}
