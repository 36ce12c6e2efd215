using Portal.Domain.Bids;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>A lot ranking's id.</summary>
public readonly record struct LotRankingId(Guid Value) : ITypedId<LotRankingId>
{
    public static LotRankingId From(Guid value) => new(value);
}

/// <summary>What the evaluation found beside the places: ties, flags, margin, single steps that would change the winner.</summary>
public sealed record RankingFindings
{
    public IReadOnlyList<string> Tied { get; init; } = [];

    public string? TieSettledBy { get; init; }

    public IReadOnlyList<string> AbnormallyLow { get; init; } = [];

    public string? Margin { get; init; }

    public IReadOnlyList<WinnerChange> WinnerChangesIf { get; init; } = [];

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Every placed bid in the order in which the published rules would award the lot, best first; bids that stand in one place are not separated by anything published.</summary>
    public IReadOnlyList<IReadOnlyList<string>> InLine { get; init; } = [];

    /// <summary>Ties for a place below the first that a lawyer settled, because the award had come down to them (C2-11).</summary>
    public IReadOnlyList<SettledPlace> Settled { get; init; } = [];
}

/// <summary>A tie for a place below the first, as a lawyer settled it.</summary>
public sealed record SettledPlace(string Label, IReadOnlyList<string> Before, string Reason);

/// <summary>The ranking of a lot, computed once from frozen scores, opened prices and the published method; a later one stands beside it and never replaces it (C2-03).</summary>
public sealed class LotRanking : Aggregate
{
    private readonly List<RankedTender> rows = [];

    private LotRanking()
    {
    }

    public LotRankingId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public LotId Lot { get; private set; }

    public string LotNumber { get; private set; } = "";

    /// <summary>1 for the first; counts up when something that it rests on is corrected.</summary>
    public int Number { get; private set; }

    /// <summary>The hash of the methodology used, equal to the published one (D2-10).</summary>
    public string MethodologySha256 { get; private set; } = "";

    public DateTimeOffset RankedAt { get; private set; }

    public string RankedByName { get; private set; } = "";

    /// <summary>The label of the first; null while a tie waits for a person.</summary>
    public string? Winner { get; private set; }

    public string TieDecision { get; private set; } = "";

    public RankingFindings Findings { get; private set; } = new();

    public IReadOnlyList<RankedTender> Rows => rows;

    public bool TieIsOpen => Winner is null && Findings.Tied.Count > 1;

    /// <summary>The placed bids in line for the lot, best first; several in one place wait for a person if the award comes down to them.</summary>
    public IReadOnlyList<IReadOnlyList<RankedTender>> Line => Findings.InLine.Count > 0
        ? InLine(rows.ToDictionary(r => r.Label))
        : [.. rows.Where(r => r.Rank is not null).GroupBy(r => r.Rank).OrderBy(g => g.Key).Select(g => g.OrderBy(r => r.Label, StringComparer.Ordinal).ToArray())];

    private IReadOnlyList<RankedTender>[] InLine(Dictionary<string, RankedTender> byLabel) => [.. Findings.InLine.Select(place => place.Select(label => byLabel[label]).ToArray())];

    public static LotRanking Of(Tender tender, Lot lot, int number, LotOutcome outcome, IReadOnlyList<RankedTender> rows, Actor by, DateTimeOffset now)
    {
        LotRanking ranking = new()
        {
            Id = Kernel.Id.New<LotRankingId>(),
            Tender = tender.Id,
            Lot = lot.Id,
            LotNumber = lot.Number,
            Number = number,
            MethodologySha256 = tender.MethodologySha256!,
            RankedAt = now,
            RankedByName = by.Name,
            Winner = outcome.Winner,
            Findings = FindingsOf(outcome, lot.PriceMethod.Decimals),
        };
        ranking.rows.AddRange(rows.Select(r => r.In(ranking.Id)));
        ranking.Happened("evaluation.lotRanked", tender.Subject, new { lot = lot.Number, number, ranking.MethodologySha256, ranking.Winner, places = rows.Select(r => new { r.Submission, r.HomeUrn, r.Rank, r.ExactTotal, r.WhyOut }) });
        return ranking;
    }

    /// <summary>A lawyer settles a tie that the published ladder refers to a person: for first place, or for a lower one to which the award has come down (C2-11).</summary>
    public void SettleTie(Tender tender, string label, string reason)
    {
        bool first = TieIsOpen && Findings.Tied.Contains(label);
        Lot of = tender.Lots.First(l => l.Id == Lot);
        tender.MustBeUntold(of);
        if (!tender.IsDeciding(of) || !(first || (!TieIsOpen && Line.Any(p => p.Count > 1 && p.Any(r => r.Label == label)))))
        {
            throw new RuleBroken("NO_TIE", "There is no such tie to settle on this lot.", "C2-11");
        }

        string why = Tenders.Tender.Wanted(reason, 4000, "Reason", "how the tie was settled and by what published rule");
        string[] before = first ? [.. Findings.Tied.Where(t => t != label)] : [.. Line.First(p => p.Any(r => r.Label == label)).Select(r => r.Label).Where(l => l != label)];
        Findings = Findings with { InLine = InFront(label, before) };
        if (first)
        {
            SettleFirst(label, why);
        }
        else
        {
            Findings = Findings with { Settled = [.. Findings.Settled, new SettledPlace(label, before, why)] };
        }

        Happened("evaluation.tieSettled", tender.Subject, new { lot = LotNumber, label, before, reason = why });
    }

    private void SettleFirst(string label, string why)
    {
        (TieDecision, Winner) = (why, label);
        foreach (RankedTender row in rows.Where(r => Findings.Tied.Contains(r.Label)))
        {
            row.Place(row.Label == label ? 1 : 2);
        }
    }

    /// <summary>The line with this bid alone in the first of the places that it and the others held.</summary>
    private List<IReadOnlyList<string>> InFront(string label, string[] others)
    {
        List<IReadOnlyList<string>> line = [.. Line.Select(p => p.Select(r => r.Label).Where(l => l != label).ToArray()).Where(p => p.Length > 0)];
        int at = line.FindIndex(p => p.Any(others.Contains));
        line.Insert(at, [label]);
        return line;
    }

    private static RankingFindings FindingsOf(LotOutcome outcome, int decimals) => new()
    {
        Tied = outcome.Tie?.Bids ?? [],
        TieSettledBy = outcome.Tie?.SettledBy?.ToString(),
        AbnormallyLow = outcome.AbnormallyLow,
        Margin = outcome.Sensitivity.Margin?.ToFixed(decimals),
        WinnerChangesIf = outcome.Sensitivity.WinnerChangesIf,
        Warnings = outcome.Warnings,
        InLine = outcome.InLine,
    };
}

/// <summary>One bid's place in a ranking, or one home's where the lot is per home; without a rank where it is out, and then why.</summary>
public sealed class RankedTender
{
    private RankedTender()
    {
    }

    public RankedTender(string label, SubmissionId submission, OrganisationId bidder, string homeUrn, Money? price)
    {
        (Label, Submission, Bidder, HomeUrn, Price) = (label, submission, bidder, homeUrn, price);
    }

    public LotRankingId Ranking { get; private set; }

    /// <summary>"Bidder A", or "Bidder A, home SC123456".</summary>
    public string Label { get; private set; } = "";

    public SubmissionId Submission { get; private set; }

    public OrganisationId Bidder { get; private set; }

    /// <summary>Empty where the lot is not per home.</summary>
    public string HomeUrn { get; private set; } = "";

    public Money? Price { get; private set; }

    public int? Rank { get; private set; }

    public string Total { get; private set; } = "";

    public string ExactTotal { get; private set; } = "";

    /// <summary>Points by criterion, rounded for display; they need not add up.</summary>
    public IReadOnlyDictionary<string, string> Parts { get; private set; } = new Dictionary<string, string>();

    public string WhyOut { get; private set; } = "";

    /// <summary>Takes the place that the evaluation gave it, or the reasons why it is out.</summary>
    public RankedTender With(LotOutcome outcome, int decimals)
    {
        if (outcome.Ranking.FirstOrDefault(r => r.Bid == Label) is { } place)
        {
            (Rank, Total, ExactTotal) = (place.Rank, place.Total.ToFixed(decimals), place.Total.ToString());
            Parts = place.Parts.ToDictionary(p => p.Key, p => p.Value.ToFixed(decimals));
        }

        WhyOut = string.Join(" ", outcome.Disqualified.Where(d => d.Bid == Label).Select(d => $"{d.Criterion}: {d.Reason}"));
        return this;
    }

    public RankedTender Out(string why)
    {
        WhyOut = why;
        return this;
    }

    internal RankedTender In(LotRankingId ranking)
    {
        Ranking = ranking;
        return this;
    }

    internal void Place(int rank) => Rank = rank;
}
