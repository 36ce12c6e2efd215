using Portal.Domain.Awards;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices;

/// <summary>What the award and contract details notices say of one lot (A10-06, Regulation 27).</summary>
/// <param name="Number">The lot's number as published.</param>
/// <param name="Suppliers">To whom the lot goes; nobody where the procurement of the lot ceased.</param>
/// <param name="Unsuccessful">Assessed suppliers to be named because the contract is above five million pounds; empty below.</param>
/// <param name="TendersAssessed">How many tenders were assessed for the lot.</param>
public sealed record AwardedLot(
    string Number,
    IReadOnlyList<OrganisationId> Suppliers,
    IReadOnlyList<OrganisationId> Unsuccessful,
    DateTimeOffset DecidedAt,
    DateTimeOffset? SummariesSentAt,
    int TendersAssessed,
    DateTimeOffset? SignedAt)
{
    /// <summary>The days of the contract, where they are no longer those of the tender notice.</summary>
    public ContractDates? Dates { get; init; }

    /// <summary>What each supplier's contract is worth at its awarded prices; empty where only the estimate is known.</summary>
    public IReadOnlyDictionary<OrganisationId, decimal> Worth { get; init; } = new Dictionary<OrganisationId, decimal>();

    /// <summary>How many tenders came in time for the lot.</summary>
    public int Submitted { get; init; }

    /// <summary>Who was assessed, tender by tender.</summary>
    public IReadOnlyList<OrganisationId> Assessed { get; init; } = [];

    /// <summary>In which of the tender's awards the lot is.</summary>
    public int Part { get; init; }

    /// <summary>The last day of the standstill of that award; of part 0 the tender keeps it.</summary>
    public DateOnly? StandstillEndsOn { get; init; }

    /// <summary>Every lot of a tender whose award is decided; none before.</summary>
    public static async Task<AwardedLot[]> Read(PortalDb db, Tender tender, CancellationToken cancellation)
    {
        Dictionary<int, Award> awards = (await db.AwardsOf(tender.Id, cancellation)).Where(a => a.Decision is not null).ToDictionary(a => a.Part);
        if (awards.Count == 0)
        {
            return [];
        }

        IReadOnlyList<LotRanking> rankings = await db.AllRankingsOf(tender.Id, cancellation);
        Dictionary<string, int> came = (await db.OpenedBidsOf(tender.Id, cancellation)).GroupBy(b => b.LotNumber).ToDictionary(g => g.Key, g => g.Select(b => b.Id).Distinct().Count());
        return
        [
            .. from lot in tender.Lots
               where awards.ContainsKey(lot.Part)
               let award = awards[lot.Part]
               select Of(lot, award, rankings.Where(r => r.LotNumber == lot.Number).MaxBy(r => r.Number)) with
               {
                   Submitted = came.GetValueOrDefault(lot.Number),
                   Worth = AwardedWorth.Of(tender, lot, award.Winners),
                   Part = lot.Part,
                   StandstillEndsOn = award.StandstillEnd(tender),
               },
        ];
    }

    private static AwardedLot Of(Lot lot, Award award, LotRanking? ranking)
    {
        OrganisationId[] winners = [.. award.Winners.Where(w => w.LotNumber == lot.Number).Select(w => w.Bidder).Distinct()];
        IReadOnlyList<RankedTender> assessed = ranking?.Rows ?? [];
        bool named = lot.NetValue > RuleSet.LargeContract;
        return new AwardedLot(
            lot.Number,
            winners,
            named ? [.. assessed.Select(row => row.Bidder).Distinct().Except(winners)] : [],
            award.Decision!.At,
            award.SummariesSentAt,
            assessed.Select(row => row.Submission).Distinct().Count(),
            award.SignedAt)
        { Dates = award.ContractDates, Assessed = [.. assessed.DistinctBy(row => row.Submission).Select(row => row.Bidder)] };
    }
}
