using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Deciding;

/// <summary>The commissioner recommends the award of some lots before the others: they get an award of their own, and the others go on to a later one (A10-01).</summary>
public sealed class RecommendLotsApart(PortalDb db, RecommendAward recommend, TimeProvider clock)
{
    /// <returns>The separate award's number.</returns>
    public async Task<int> Execute(Actor actor, string reference, IReadOnlyCollection<string> lots, string reason, CancellationToken stop = default)
    {
        Tender tender = await db.LoadTenderToChange(actor, reference, stop);
        RuleBroken.If(tender.WhatBlocksApart(lots));
        _ = Substance.Wanted(reason, 8000, "Reason", "why these bids are the most advantageous, and why these lots do not wait for the others");
        int part = 1 + (await db.Awards.Where(a => a.Tender == tender.Id).MaxAsync(a => (int?)a.Part, stop) ?? 0);
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(stop); // Prices are read on the way, which saves; all or nothing.
        try
        {
            DateTimeOffset now = clock.GetUtcNow();
            (await db.AwardOf(tender.Id, stop))?.GiveOver(lots, now);
            tender.AwardApart(lots, part, now);
            await recommend.Execute(actor, new AwardRef(reference, part), reason, stop);
            await transaction.CommitAsync(stop);
            return part;
        }
        catch (RuleBroken)
        {
            db.ChangeTracker.Clear(); // What the transaction takes back is forgotten here too.
            throw;
        }
    }
}
