using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Evaluation.Pricing;
using Portal.Domain.Evaluation.Ranking;
using Portal.Web.Api;

namespace Portal.Web.Evaluation.Calculators;

/// <summary>One bid's price score as the contract writes it.</summary>
public sealed record PreviewedScore(string Bid, string? Score, int? Rank, bool Rejected, string? Reason);

/// <summary>The answer of price-preview.</summary>
public sealed record PricePreviewAnswer(string Method, IReadOnlyList<PreviewedScore> Scores, IReadOnlyList<Warning> Warnings)
{
    internal static PricePreviewAnswer Of(PricePreviewForm form, PriceScores scores) => new(
        Words.Of(form.Rule.Method),
        [.. scores.Scores.Select(s => new PreviewedScore(s.Bid, s.Score?.ToFixed(form.Decimals), s.Rank, s.Rejected, s.Rejection))],
        scores.Warnings);
}

/// <summary>One bid's place as the contract writes it.</summary>
public sealed record SimulatedPlace(string Bid, int Rank, string Total, string ExactTotal, IReadOnlyDictionary<string, string> Parts);

/// <summary>A tie for first place as the contract writes it.</summary>
public sealed record SimulatedTie(IReadOnlyList<string> Bids, string? SettledBy);

/// <summary>One step that changes the winner, as the contract writes it: scores as plain numbers.</summary>
public sealed record SimulatedChange(
    string Criterion,
    string Bid,
    [property: JsonConverter(typeof(PlainNumberJson))] decimal From,
    [property: JsonConverter(typeof(PlainNumberJson))] decimal To,
    string? Winner);

/// <summary>The sensitivity as the contract writes it.</summary>
public sealed record SimulatedSensitivity(string? Margin, IReadOnlyList<SimulatedChange> WinnerChangesIf);

/// <summary>The answer of simulations for one lot.</summary>
public sealed record SimulatedLotAnswer(
    string Lot,
    IReadOnlyList<SimulatedPlace> Ranking,
    IReadOnlyList<Disqualification> Disqualified,
    SimulatedTie? Tie,
    string? Winner,
    IReadOnlyList<string> AbnormallyLow,
    SimulatedSensitivity Sensitivity,
    IReadOnlyList<Warning> Warnings)
{
    internal static SimulatedLotAnswer Of(LotMethodology methodology, LotOutcome outcome)
    {
        int decimals = methodology.Decimals;
        return new SimulatedLotAnswer(
            outcome.Lot,
            [.. outcome.Ranking.Select(r => Place(r, decimals))],
            outcome.Disqualified,
            outcome.Tie is { } tie ? new SimulatedTie(tie.Bids, tie.SettledBy is { } rung ? Words.Of(rung) : null) : null,
            outcome.Winner,
            outcome.AbnormallyLow,
            new SimulatedSensitivity(outcome.Sensitivity.Margin?.ToFixed(decimals), [.. outcome.Sensitivity.WinnerChangesIf.Select(c => new SimulatedChange(c.Criterion, c.Bid, c.From, c.To, c.Winner))]),
            outcome.Warnings);
    }

    private static SimulatedPlace Place(RankedBid ranked, int decimals) => new(
        ranked.Bid,
        ranked.Rank,
        ranked.Total.ToFixed(decimals),
        ranked.Total.ToString(),
        ranked.Parts.ToDictionary(p => p.Key, p => p.Value.ToFixed(decimals)));
}

/// <summary>The answer of simulations.</summary>
public sealed record SimulationAnswer(IReadOnlyList<SimulatedLotAnswer> Lots);

/// <summary>A decimal as a JSON number without needless zeros.</summary>
internal sealed class PlainNumberJson : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteRawValue(DecimalText.Write(value));
}
