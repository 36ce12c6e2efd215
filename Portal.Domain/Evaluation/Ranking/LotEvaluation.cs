using System.Globalization;
using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Evaluates a lot from its frozen methodology and its bids. Pure: the same input in any order of bids gives the same outcome.</summary>
public static class LotEvaluation
{
    /// <summary>Raises <see cref="RuleBroken"/> for a faulty methodology, a score off its scale, a missing price, or a price method that is undefined for the compliant set.</summary>
    public static LotOutcome Evaluate(LotMethodology methodology, IReadOnlyList<LotBid> bids)
    {
        RuleBroken.If([.. methodology.Faults(), .. bids.SelectMany(b => b.Faults(methodology))]);
        Contender[] contenders = Contender.All(methodology, [.. bids.OrderBy(b => b.Bid, StringComparer.Ordinal)]);
        Contest contest = Contest.Run(methodology, contenders);
        (SensitivityView view, IReadOnlyList<Warning> undefined) = new Sensitivity(methodology, contenders, contest).See();
        return new LotOutcome(methodology.Lot, Ranking(methodology, contest), Disqualified(methodology, contenders), TieOf(contest), contest.Winner?.Contender.Bid)
        {
            AbnormallyLow = AbnormallyLow(methodology, contest),
            Sensitivity = view,
            InLine = [.. contest.InLine().Select(place => place.Select(s => s.Contender.Bid).Order(StringComparer.Ordinal).ToArray())],
            Warnings = [.. Warnings(methodology, contest), .. undefined],
        };
    }

    private static RankedBid[] Ranking(LotMethodology methodology, Contest contest) =>
        [.. contest.Ranked().OrderBy(r => r.Rank).Select(r => new RankedBid(r.Standing.Contender.Bid, r.Rank, r.Standing.Total, Parts(methodology, r.Standing)))];

    private static Dictionary<string, Ratio> Parts(LotMethodology methodology, Standing standing)
    {
        Dictionary<string, Ratio> parts = [];
        foreach ((QualityCriterion criterion, decimal score) in methodology.Quality.Zip(standing.Contender.Scores))
        {
            parts[criterion.Id] = criterion.Points(score);
        }

        if (methodology.PriceCriterion is { } price)
        {
            parts[price] = standing.PricePart;
        }

        return parts;
    }

    // Every failed minimum and a ceiling that rejects, even where one of them alone would do: a bidder is told all that was wrong.
    private static Disqualification[] Disqualified(LotMethodology methodology, IEnumerable<Contender> contenders) =>
        [.. contenders.SelectMany(c => BelowMinima(methodology, c).Concat(AboveCeiling(methodology, c)))];

    private static IEnumerable<Disqualification> BelowMinima(LotMethodology methodology, Contender contender)
    {
        foreach ((QualityCriterion criterion, decimal score) in methodology.Quality.Zip(contender.Scores))
        {
            if (criterion.Fails(score))
            {
                yield return new Disqualification(contender.Bid, criterion.Id, string.Create(CultureInfo.InvariantCulture, $"The score {score} is below the published minimum of {criterion.Minimum}."));
            }
        }
    }

    private static IEnumerable<Disqualification> AboveCeiling(LotMethodology methodology, Contender contender) =>
        Contest.Rejected(methodology, contender)
            ? [new Disqualification(contender.Bid, methodology.PriceCriterion!, $"The price {contender.Price} is above the published ceiling of {methodology.Price!.Ceiling}.")]
            : [];

    private static Tie? TieOf(Contest contest) =>
        contest.Top.Count > 1 ? new Tie([.. contest.Top.Select(s => s.Contender.Bid).Order(StringComparer.Ordinal)], contest.SettledBy) : null;

    private static string[] AbnormallyLow(LotMethodology methodology, Contest contest)
    {
        if (methodology.AbnormallyLowPercent is not { } percent)
        {
            return [];
        }

        (string Bid, Ratio Price)[] prices = [.. contest.Standings.Where(s => s.Contender.Price is not null).Select(s => (s.Contender.Bid, (Ratio)s.Contender.Price!.Value.Amount))];
        Ratio sum = Ratio.Sum(prices.Select(p => p.Price));
        return [.. prices.Where(p => prices.Length > 1 && p.Price < (sum - p.Price) / (prices.Length - 1) * percent / 100).Select(p => p.Bid).Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<Warning> Warnings(LotMethodology methodology, Contest contest)
    {
        if (contest.Standings.Count == 0)
        {
            return [new Warning("NO_COMPLIANT_BID", "No bid is left: every bid failed a minimum or a ceiling.")];
        }

        return methodology.Price is { } rule ? PriceScoring.Warnings(rule, contest.Standings.Count) : [];
    }
}
