using Microsoft.EntityFrameworkCore;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Puts a lot's agreed scores and opened prices through the published method: a first run, or a later one that stands beside the earlier (C2-03).</summary>
internal static class LotRun
{
    extension(PortalDb db)
    {
        /// <summary>The next ranking of the lot from what is recorded now; null where no bid is left to assess. The caller saves.</summary>
        public async Task<LotRanking?> Run(Tender tender, Lot lot, Moderation moderation, IReadOnlyList<OpenedPrices> opened, Actor by, DateTimeOffset now, CancellationToken stop)
        {
            if (Methodology.Sha256(tender) != tender.MethodologySha256)
            {
                throw new RuleBroken("METHODOLOGY_CHANGED", "The criteria or the price method differ from what was published. Nothing may be ranked by them; tell legal.", "D2-10");
            }

            HashSet<SubmissionId> assessed = [.. (await db.BidsToAssess(tender.Id, lot.Id, stop)).Select(b => b.Id)];
            int last = await db.LotRankings.Where(r => r.Tender == tender.Id && r.Lot == lot.Id).MaxAsync(r => (int?)r.Number, stop) ?? 0;
            RankedTender[] rows = [.. opened.Where(p => assessed.Contains(p.Bid.Id)).SelectMany(p => Entries.Of(lot, p))];
            if (rows.Length == 0 && last == 0)
            {
                return null;
            }

            LotBid[] bids = [.. rows.Where(r => Entries.MayBeScored(lot, r)).Select(r => Entries.Scored(lot, moderation, r))];
            LotOutcome outcome = LotEvaluation.Evaluate(PublishedMethod.Of(lot), bids);
            foreach (RankedTender row in rows)
            {
                _ = Entries.WhyOut(lot, row) is { } why ? row.Out(why) : row.With(outcome, lot.PriceMethod.Decimals);
            }

            LotRanking ranking = LotRanking.Of(tender, lot, last + 1, await db.Warned(lot, rows, outcome, now, stop), rows, by, now);
            db.Add(ranking);
            return ranking;
        }

        /// <summary>The outcome with what should be looked at in its prices; the rows are placed already.</summary>
        public async Task<LotOutcome> Warned(Lot lot, IReadOnlyList<RankedTender> rows, LotOutcome outcome, DateTimeOffset now, CancellationToken stop)
        {
            Money? register = PriceWarnings.UnitOf(lot) is { } unit
                ? (await db.PriceMediansOn(LondonTime.DateOf(now), stop)).FirstOrDefault(m => m.ServiceType == lot.ServiceType && m.Unit == unit)?.Median
                : null;
            return outcome with { Warnings = [.. outcome.Warnings, .. PriceWarnings.Of(lot, rows, outcome, register)] };
        }
    }
}
