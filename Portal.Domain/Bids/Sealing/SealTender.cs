using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Sealing;

/// <summary>Makes a published tender's sealing keys when there are none, and deals the openers' half as soon as it can: when every named opener has a key, or at the latest before the first bid is sealed when at least two have.</summary>
public sealed class SealTender(PortalDb db, IKeyStore keys, TimeProvider clock)
{
    /// <param name="bidWaits">A bid is about to be sealed: do not wait for openers who have no key yet.</param>
    public async Task<TenderSeal> Execute(Tender tender, bool bidWaits, CancellationToken ct)
    {
        TenderSeal? seal = await db.TenderSeals.SingleOrDefaultAsync(s => s.Tender == tender.Id && s.Round == tender.Round, ct);
        if (seal is null || !seal.IsDealt)
        {
            seal = await MakeOrDeal(tender, seal, bidWaits, ct);
        }

        return seal;
    }

    private async Task<TenderSeal> MakeOrDeal(Tender tender, TenderSeal? seal, bool bidWaits, CancellationToken ct)
    {
        DateTimeOffset now = clock.GetUtcNow();
        bool made = seal is null;
        seal ??= db.Add(TenderSeal.Make(tender, keys, now)).Entity;
        PersonId[] named = [.. tender.Team.Where(m => m.Part == TeamPart.Opener).Select(m => m.Person)];
        List<OpenerKey> ready = await db.OpenerKeys.Where(k => named.Contains(k.Person)).OrderBy(k => k.MadeAt).ToListAsync(ct);
        bool dealable = ready.Count >= TenderSeal.Needed && (bidWaits || ready.Count == named.Length);
        if (dealable)
        {
            OpenerKey? recovery = await Recovery(tender, named, ct);
            seal.Deal([.. ready.Select(k => (k, false)), .. recovery is null ? [] : new[] { (recovery, true) }], keys, now);
        }

        return made || dealable ? await Save(tender, seal, ct) : seal;
    }

    private async Task<OpenerKey?> Recovery(Tender tender, PersonId[] named, CancellationToken ct) =>
        await db.OpenerKeys.Where(k => k.Organisation == tender.Buyer && k.HoldsRecovery && !named.Contains(k.Person)).OrderBy(k => k.MadeAt).FirstOrDefaultAsync(ct);

    /// <summary>When two make the keys at once, one wins and the other takes the winner's.</summary>
    private async Task<TenderSeal> Save(Tender tender, TenderSeal seal, CancellationToken ct)
    {
        try
        {
            await db.Save(Actor.Portal, ct);
            return seal;
        }
        catch (Exception raced) when (raced is StaleVersion or DbUpdateException)
        {
            bool added = db.Entry(seal).State == EntityState.Added;
            db.Entry(seal).State = EntityState.Detached;
            Forget(tender);
            TenderSeal? theirs = await db.TenderSeals.SingleOrDefaultAsync(s => s.Tender == tender.Id && s.Round == tender.Round, ct);
            if (theirs is null || !(added || theirs.IsDealt))
            {
                throw; // nobody was first: the database could not take it
            }

            return theirs;
        }
    }

    // What the loser would have written to the log did not happen either.
    private void Forget(Tender tender)
    {
        foreach (EntityEntry<LogEntry> entry in db.ChangeTracker.Entries<LogEntry>().Where(e => e.Entity.Subject == tender.Subject && e.Entity.Action.StartsWith("seal.", StringComparison.Ordinal)).ToList())
        {
            db.ChangeTracker.Entries<LogPayload>().Single(p => p.Entity.Entry == entry.Entity.Id).State = EntityState.Detached;
            entry.State = EntityState.Detached;
        }
    }
}
