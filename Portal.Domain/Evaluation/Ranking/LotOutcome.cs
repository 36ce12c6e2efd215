using Portal.Domain.Evaluation.Arithmetic;
using Portal.Domain.Evaluation.Pricing;

namespace Portal.Domain.Evaluation.Ranking;

/// <summary>Why a bid is out: the criterion whose minimum it failed, or the price criterion when its price is above a ceiling that rejects.</summary>
public sealed record Disqualification(string Bid, string Criterion, string Reason);

/// <summary>A bid's place: rank, exact total and exact parts. For price per quality point the total is the ratio and the parts are quality points.</summary>
public sealed record RankedBid(string Bid, int Rank, Ratio Total, IReadOnlyDictionary<string, Ratio> Parts);

/// <summary>A tie for first place and the rung that settled it, if one did.</summary>
public sealed record Tie(IReadOnlyList<string> Bids, TieRung? SettledBy);

/// <summary>One step in one score that would change the winner; the winner is null where that step would leave a tie for a person to settle.</summary>
public sealed record WinnerChange(string Criterion, string Bid, decimal From, decimal To, string? Winner);

/// <summary>C2-07: how far ahead the first is, and which single steps change the winner.</summary>
public sealed record SensitivityView(Ratio? Margin, IReadOnlyList<WinnerChange> WinnerChangesIf);

/// <summary>The whole evaluation of a lot.</summary>
public sealed record LotOutcome(
    string Lot,
    IReadOnlyList<RankedBid> Ranking,
    IReadOnlyList<Disqualification> Disqualified,
    Tie? Tie,
    string? Winner)
{
    public IReadOnlyList<string> AbnormallyLow { get; init; } = [];

    public SensitivityView Sensitivity { get; init; } = new(null, []);

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>The placed bids in the order of award, best first; bids in one place are not separated by anything published.</summary>
    public IReadOnlyList<IReadOnlyList<string>> InLine { get; init; } = [];
}
