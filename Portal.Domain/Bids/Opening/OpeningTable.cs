using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Who sits at the table of an opening right now. It stands in the database, so that openers may come to different servers and a restart sends nobody home.</summary>
public static class OpeningTable
{
    /// <summary>How long a person counts as present; who does not come back within it must give the passphrase again.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    extension(PortalDb db)
    {
        public async Task<IReadOnlyList<Present>> PresentAt(TenderId tender, DateTimeOffset now, CancellationToken ct) =>
            [.. (await db.Seats(tender, now, ct)).Select(s => s.Who)];

        internal async Task<List<OpeningSeat>> Seats(TenderId tender, DateTimeOffset now, CancellationToken ct)
        {
            DateTimeOffset earliest = now - Window;
            return await db.OpeningSeats.Where(s => s.Tender == tender && s.At > earliest).OrderBy(s => s.At).ToListAsync(ct);
        }
    }
}
