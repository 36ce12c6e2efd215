using System.Globalization;
using Portal.Domain.Evaluation.Moderating;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Telling;

/// <summary>The locked records of one lot, from which its summaries are written.</summary>
public sealed record LotRecord(Tender Tender, Lot Lot, LotRanking Ranking, Moderation Moderation, Award Award);

/// <summary>A supplier as its letter and the others' letters name it.</summary>
public sealed record ToldSupplier(OrganisationId Id, string Name, string Identifier, string Email, string Address);

/// <summary>Writes assessment summaries unaltered from the locked records (A10-02 to A10-04, D2-11).</summary>
public static class SummaryWriter
{
    private static readonly Dictionary<string, string> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["lowestPrice"] = "The lowest compliant price gets full marks; another gets the weight × lowest price ÷ its price.",
        ["linear"] = "The weight × (highest price − price) ÷ (highest price − lowest price).",
        ["differential"] = "The weight × (1 − (price − lowest price) ÷ lowest price), not below 0.",
        ["mean"] = "(50 − 100 × (price − mean) ÷ mean), kept between 0 and 100, × the weight ÷ 100.",
        ["ceilingFloor"] = "The weight × (ceiling − price) ÷ (ceiling − floor), kept between 0 and the weight.",
        ["benchmark"] = "The weight × the lesser of 1 and benchmark ÷ price.",
        ["pricePerQualityPoint"] = "Price ÷ quality points; the lowest is best.",
        ["fixedPrice"] = "The price was fixed and not scored.",
    };

    /// <summary>The summary of a supplier whose tender was assessed.</summary>
    public static SummaryContent Assessed(LotRecord record, ToldSupplier bidder, string buyer, IReadOnlyDictionary<OrganisationId, ToldSupplier> suppliers)
    {
        bool won = record.Award.Winners.Any(w => w.LotNumber == record.Lot.Number && w.Bidder == bidder.Id);
        return new SummaryContent
        {
            TenderTitle = record.Tender.Title,
            BuyerName = buyer,
            LotTitle = record.Lot.Title,
            BidderName = bidder.Name,
            Assessed = true,
            Won = won,
            Criteria = [.. record.Lot.Criteria.Select(c => Told(record.Lot, c))],
            FullCriteria = $"/tenders/{record.Tender.Ref}",
            Own = Results(record, bidder.Id),
            Winners = [.. WinnersOf(record).Select(w => suppliers[w]).Select(w => new ToldWinner(w.Name, w.Identifier, w.Email, WinningResults(record, w.Id, bidder.Id)) { Address = w.Address })],
            Why = Why(record, bidder.Id, won),
            Decision = record.Award.Decision!.Reason,
            Recommendation = record.Award.Recommendation.Reason,
        };
    }

    /// <summary>The letter to a supplier whose tender was disregarded: the reason, and no summary (s.50(5)).</summary>
    public static SummaryContent Disregarded(Tender tender, Lot lot, string bidder, string buyer, string reason) => new()
    {
        TenderTitle = tender.Title,
        BuyerName = buyer,
        LotTitle = lot.Title,
        BidderName = bidder,
        Why = reason,
    };

    private static ToldCriterion Told(Lot lot, Criterion criterion) => criterion.Kind == CriterionKind.Price
        ? new ToldCriterion(criterion.Code, criterion.Title, criterion.Weight, Methods[lot.PriceMethod.Method], $"0 to {criterion.Weight.ToString("0.##", CultureInfo.InvariantCulture)} points")
        : new ToldCriterion(criterion.Code, criterion.Title, criterion.Weight, "Scored by evaluators alone, then agreed by the panel. Points are the weight × score ÷ highest score.", Scale(criterion));

    private static string Scale(Criterion criterion)
    {
        string scale = $"0 to {criterion.Scale}";
        return criterion.Minimum is { } minimum ? $"{scale}; below {minimum} disqualifies" : scale;
    }

    private static IEnumerable<OrganisationId> WinnersOf(LotRecord record) => record.Award.Winners.Where(w => w.LotNumber == record.Lot.Number).OrderBy(w => w.Rank).Select(w => w.Bidder).Distinct();

    private static ToldResult[] Results(LotRecord record, OrganisationId bidder) =>
        [.. record.Ranking.Rows.Where(r => r.Bidder == bidder).OrderBy(r => r.Rank ?? int.MaxValue).ThenBy(r => r.Label, StringComparer.Ordinal).Select(r => Result(record, r))];

    private static ToldResult[] WinningResults(LotRecord record, OrganisationId winner, OrganisationId reader) =>
        [.. record.Ranking.Rows.Where(r => r.Bidder == winner && record.Award.Winners.Any(w => w.LotNumber == record.Lot.Number && w.Submission == r.Submission && w.HomeUrn == r.HomeUrn)).OrderBy(r => r.Rank).Select(r => Result(record, r)).Select(r => reader == winner ? r : Without(record, winner, r))];

    /// <summary>The result with withheld explanations replaced by the fact and the ground (s.94, A13-04).</summary>
    private static ToldResult Without(LotRecord record, OrganisationId winner, ToldResult result) => result with
    {
        Scores = [.. result.Scores.Select(s => record.Award.Withheld.FirstOrDefault(p => p.LotNumber == record.Lot.Number && p.Winner == winner && p.Criterion == s.Criterion) is { } part
            ? s with { Explanation = $"Withheld as sensitive commercial information (section 94). Ground: {part.Ground}" }
            : s)],
    };

    private static ToldResult Result(LotRecord record, RankedTender row)
    {
        LotMethodology method = PublishedMethod.Of(record.Lot);
        List<ToldScore> scores = [];
        Evaluation.Arithmetic.Ratio quality = default;
        foreach ((Criterion criterion, QualityCriterion rule) in record.Lot.QualityCriteria.Zip(method.Quality))
        {
            ConsensusScore agreed = record.Moderation.ScoreOf(row.Submission, criterion.Code)!;
            quality += rule.Points(agreed.Score);
            scores.Add(new ToldScore(criterion.Code, $"{agreed.Score} of {criterion.Scale}", rule.Points(agreed.Score).ToFixed(method.Decimals), agreed.Reason));
        }

        if (record.Lot.PriceCriterion is { } price)
        {
            scores.Add(new ToldScore(price.Code, row.Parts.GetValueOrDefault(price.Code, "not scored"), row.Parts.GetValueOrDefault(price.Code, ""), PriceWords.Of(record, row, Methods[record.Lot.PriceMethod.Method])));
        }

        return new ToldResult(row.HomeUrn, scores, quality.ToFixed(method.Decimals), row.Total, row.Rank, row.WhyOut) { Outcome = Outcome(record, row) };
    }

    // Of a supplier with several homes one may be awarded and another not; each is told its own result.
    private static string Outcome(LotRecord record, RankedTender row) =>
        record.Award.Winners.Any(w => w.LotNumber == record.Lot.Number && w.Submission == row.Submission && w.HomeUrn == row.HomeUrn) ? "Awarded."
        : row.Rank is null ? $"Not awarded: disqualified. {row.WhyOut}"
        : record.Award.Recommendation.PassedOver.Any(p => p.LotNumber == record.Lot.Number && p.Bidder == row.Bidder && p.HomeUrn == row.HomeUrn) ? "Not awarded: its supplier has reached the published limit on lots."
        : $"Not awarded: placed {row.Rank} of {record.Ranking.Rows.Count(r => r.Rank is not null)} by total score, below those to which this lot is awarded.";

    private static string Why(LotRecord record, OrganisationId bidder, bool won)
    {
        RankedTender[] rows = [.. record.Ranking.Rows.Where(r => r.Bidder == bidder)];
        if (won)
        {
            return $"Your tender is among the most advantageous by the published criteria, and this lot is awarded to you. {LimitWords.ToAWinner(record, bidder)}".TrimEnd();
        }

        if (LimitWords.ToWhoWasPassedOver(record, bidder) is { } limited)
        {
            return limited;
        }

        return rows.All(r => r.Rank is null)
            ? $"Your tender was disqualified. {string.Join(" ", rows.Select(r => r.WhyOut).Distinct())}"
            : $"Your tender was placed {rows.Where(r => r.Rank is not null).Min(r => r.Rank)} of {record.Ranking.Rows.Count(r => r.Rank is not null)} by total score, below those to which this lot is awarded.";
    }
}
