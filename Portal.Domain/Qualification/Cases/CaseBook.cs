using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification.Cases;

/// <summary>The cases of a tender, and the bids they took out.</summary>
public static class CaseBook
{
    extension(PortalDb db)
    {
        public DbSet<BidCase> BidCases => db.Set<BidCase>();

        public async Task<IReadOnlyList<BidCase>> CasesOf(TenderId tender, CancellationToken stop = default) =>
            await db.BidCases.AsNoTracking().Where(c => c.Tender == tender).OrderBy(c => c.Number).ToListAsync(stop);

        public async Task<BidCase> LoadCase(TenderId tender, int number, CancellationToken stop = default) =>
            await db.BidCases.SingleOrDefaultAsync(c => c.Tender == tender && c.Number == number, stop) ?? throw new NotFound($"Case {number}");
    }
}
