using Microsoft.EntityFrameworkCore;
using Portal.Domain.Awards.Signing;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification.Cases;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Telling;

/// <summary>A bidder opens its own result of a tender, the latest where the award was decided anew; the first opening is noted.</summary>
public sealed class ReadResult(PortalDb db, TimeProvider clock)
{
    /// <summary>The newest summary of each lot of one award; those before a re-opened award stay in the record. Where none of that award is the bidder's, the result that it was told last.</summary>
    public async Task<ResultRead> Execute(Actor actor, AwardRef which, CancellationToken stop = default)
    {
        List<AssessmentSummary> all = await db.AssessmentSummaries.Where(s => s.TenderRef == which.Tender && s.Bidder == actor.Organisation).ToListAsync(stop);
        if (all.Count == 0)
        {
            throw new NotFound($"A result of tender {which.Tender}");
        }

        TenderId tender = all[0].Tender;
        Dictionary<string, Lot> lots = await db.Set<Lot>().AsNoTracking().Where(l => l.Tender == tender).ToDictionaryAsync(l => l.Number, stop);
        ILookup<int, AssessmentSummary> byPart = all.ToLookup(s => lots[s.LotNumber].Part);
        int part = byPart.Contains(which.Part) ? which.Part : byPart.MaxBy(p => p.Max(s => s.SentAt))!.Key;
        List<AssessmentSummary> own = [.. byPart[part].GroupBy(s => s.LotNumber).Select(lot => lot.MaxBy(s => s.Round)!).OrderBy(s => s.LotNumber, StringComparer.Ordinal)];
        own.RemoveAll(s => s.Round != own.Max(o => o.Round));
        own.ForEach(s => s.Read(new AwardRef(which.Tender, part), clock.GetUtcNow()));
        await db.Save(actor, stop);
        return new ResultRead(part, own, [.. byPart.Select(p => p.Key).Where(p => p != part).Order()]) { Waiting = await Waiting(tender, actor.Organisation, [.. lots.Values.Where(l => l.Ended is null && all.TrueForAll(s => s.LotNumber != l.Number))], stop) };
    }

    private async Task<IReadOnlyList<string>> Waiting(TenderId tender, OrganisationId bidder, Lot[] untold, CancellationToken stop)
    {
        LotId[] ids = [.. untold.Select(l => l.Id)];
        if (ids.Length == 0 || !await db.Tenders.AnyAsync(t => t.Id == tender && t.Stage != TenderStage.Cancelled, stop) || (await db.WhatStandsAgainst(tender, [bidder], stop)).Count > 0)
        {
            return [];
        }

        HashSet<LotId> bidFor = [.. await db.OpenedBids.Where(b => b.Tender == tender && b.Bidder == bidder && ids.Contains(b.Lot)).Select(b => b.Lot).Distinct().ToListAsync(stop)];
        bidFor.ExceptWith(await db.BidCases.Where(c => c.Tender == tender && c.Bidder == bidder && c.Outcome == CaseOutcome.Disregarded).Select(c => c.Lot).ToListAsync(stop));
        return [.. untold.Where(l => bidFor.Contains(l.Id)).OrderBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal).Select(l => l.Number)];
    }
}

/// <summary>A bidder's result of one award, and the other awards of the tender of which it has a result too.</summary>
public sealed record ResultRead(int Part, IReadOnlyList<AssessmentSummary> Summaries, IReadOnlyList<int> Others)
{
    /// <summary>Lots for which it bid too and of which no result is told yet.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];
}
