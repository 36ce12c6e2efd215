using Portal.Domain.Evaluation.Ranking;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards;

/// <summary>What was found about a winner before signature: insurance in force, registration, and exclusion looked at again (A4-09, A6-12).</summary>
public sealed record DueDiligence(OrganisationId Bidder, bool Insured, bool Registered, bool NotExcluded, string Evidence, string ByName, DateTimeOffset At)
{
    public bool Passed => Insured && Registered && NotExcluded;
}

/// <summary>A winner's explanation under one criterion that the other bidders' letters leave out, with the recorded ground (s.94, A10-03).</summary>
public sealed record WithheldPart(string LotNumber, OrganisationId Winner, string Criterion, string Ground, string ByName, DateTimeOffset At);

/// <content>Due diligence; parts withheld; what the award rests on.</content>
public sealed partial class Award
{
    /// <summary>Every look at every winner, oldest first; the last one counts.</summary>
    public IReadOnlyList<DueDiligence> Diligence { get; private set; } = [];

    public IReadOnlyList<WithheldPart> Withheld { get; private set; } = [];

    /// <summary>The number of each lot's ranking that was recommended on.</summary>
    public IReadOnlyDictionary<string, int> RestsOn { get; private set; } = new Dictionary<string, int>();

    public DueDiligence? DiligenceOf(OrganisationId bidder) => Diligence.LastOrDefault(d => d.Bidder == bidder);

    /// <summary>Records a look at one winner, between recommendation and signature.</summary>
    public void RecordDiligence(Tender tender, DueDiligence found)
    {
        if (Stage == AwardStage.Signed)
        {
            throw new RuleBroken("SIGNED_ALREADY", "The agreement is signed.", "A10-01");
        }

        if (!WinningBidders.Contains(found.Bidder))
        {
            throw new NotFound("That winner");
        }

        _ = Substance.Wanted(found.Evidence, 4000, "Evidence", "what was looked at, where and when");
        Diligence = [.. Diligence, found];
        Happened("award.diligenceRecorded", Subject, new { found.Bidder, found.Insured, found.Registered, found.NotExcluded, found.Evidence, at = found.At });
    }

    /// <summary>Leaves a winner's explanation out of the other bidders' letters, on a recorded ground; decided before any letter is sent.</summary>
    public void Withhold(Tender tender, WithheldPart part)
    {
        tender.MustBeCompeted();
        if (Stage != AwardStage.Decided)
        {
            throw new RuleBroken("WRONG_STAGE", "What is withheld is settled after the decision and before the assessment summaries are sent.", "A10-03");
        }

        if (!Winners.Any(w => w.LotNumber == part.LotNumber && w.Bidder == part.Winner))
        {
            throw new NotFound("That winner");
        }

        _ = Substance.Wanted(part.Ground, 2000, "Reason", "why it is sensitive commercial information, and what harm telling it would do");
        Withheld = [.. Withheld.Where(w => w.LotNumber != part.LotNumber || w.Winner != part.Winner || w.Criterion != part.Criterion), part];
        Happened("award.partWithheld", Subject, new { part.LotNumber, part.Winner, part.Criterion, part.Ground });
    }

    /// <summary>Raises <see cref="RuleBroken"/> when a lot has been ranked again since the recommendation.</summary>
    public void MustRestOn(IEnumerable<LotRanking> rankings)
    {
        string[] moved = [.. rankings.Where(r => RestsOn.GetValueOrDefault(r.LotNumber) != r.Number).Select(r => r.LotNumber)];
        if (moved.Length > 0)
        {
            throw new RuleBroken("RANKING_CHANGED", $"Lot {string.Join(", ", moved)} has been ranked again since this was recommended. Recommend the award again.", "C2-03");
        }
    }

    private IEnumerable<Reason> DiligenceLeft() => Winners.Select(w => (w.Bidder, w.BidderName)).Distinct().Where(w => DiligenceOf(w.Bidder) is not { Passed: true }).Select(w => DiligenceOf(w.Bidder) is null
        ? new Reason("DILIGENCE_MISSING", $"Look at {w.BidderName} again before signing: insurance, registration, exclusion.", "A6-12")
        : new Reason("DILIGENCE_FAILED", $"{w.BidderName} has failed due diligence: no contract may be signed with it. The authority looks again, or takes it out, and the next in rank comes forward.", "A6-12"));
}
