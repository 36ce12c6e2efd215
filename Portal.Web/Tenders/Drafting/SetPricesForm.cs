using System.ComponentModel.DataAnnotations;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Web.Tenders.Drafting;

/// <summary>What is typed.</summary>
public sealed record SetPricesForm
{
    public List<PriceRow> Rows { get; init; } = [];

    public string? Method { get; init; }

    public Money? Ceiling { get; init; }

    public Money? Floor { get; init; }

    public Money? Benchmark { get; init; }

    public bool RejectAboveCeiling { get; init; }

    public string? SingleBidRule { get; init; }

    public string? NilPriceRule { get; init; } = "refuse";

    [Range(0, 4, ErrorMessage = "Totals are rounded to 0 to 4 places")]
    public int? Decimals { get; init; }

    public string? TiesOn { get; init; }

    public List<string> TieLadder { get; init; } = [];

    public string? AssessedLine { get; init; }

    [Range(1, 100, ErrorMessage = "A percentage from 1 to 100")]
    public decimal? AbnormallyLowBelowPercent { get; init; }

    /// <summary>A specialist lot with an itemised open-book package.</summary>
    public bool OpenBook { get; init; }

    public bool More { get; init; }

    public static SetPricesForm Of(Lot lot) => new()
    {
        Rows = [.. lot.PriceLines.Select(PriceRow.Of), new PriceRow { Unit = "week", Required = true }],
        Method = lot.PriceMethod.Method,
        Ceiling = lot.PriceMethod.Ceiling,
        Floor = lot.PriceMethod.Floor,
        Benchmark = lot.PriceMethod.Benchmark,
        RejectAboveCeiling = lot.PriceMethod.RejectAboveCeiling,
        SingleBidRule = lot.PriceMethod.SingleBidRule,
        NilPriceRule = lot.PriceMethod.NilPriceRule,
        Decimals = lot.PriceMethod.Decimals,
        TiesOn = lot.PriceMethod.TiesOn,
        TieLadder = [.. lot.PriceMethod.TieLadder],
        AssessedLine = lot.PriceMethod.AssessedLine,
        AbnormallyLowBelowPercent = lot.PriceMethod.AbnormallyLowBelowPercent,
        OpenBook = lot.PriceMethod.OpenBook,
    };

    /// <summary>As typed; a specialist lot without any gets the usual items of cost, to be changed as the service needs.</summary>
    public IReadOnlyList<PriceLine> PriceLines() => Rows.Where(r => !r.IsEmpty).Select(r => r.Line()).ToArray() is { Length: > 0 } typed ? typed : OpenBook ? OpenBookPackage.UsualItems : [];

    public PriceMethodChoice PriceMethod() => new()
    {
        Method = Method ?? "",
        Ceiling = Ceiling,
        Floor = Floor,
        Benchmark = Benchmark,
        RejectAboveCeiling = RejectAboveCeiling,
        SingleBidRule = Given(SingleBidRule),
        NilPriceRule = Given(NilPriceRule),
        Decimals = Decimals ?? 2,
        TiesOn = TiesOn == "exact" ? "exact" : "rounded",
        TieLadder = [.. PriceWords.Ladder.Select(r => r.Value).Where(TieLadder.Contains)],
        AssessedLine = Given(AssessedLine) ?? PriceMethodChoice.SumOfLines,
        AbnormallyLowBelowPercent = AbnormallyLowBelowPercent,
        OpenBook = OpenBook,
    };

    private static string? Given(string? word) => string.IsNullOrWhiteSpace(word) ? null : word;
}

/// <summary>One price line as typed; a row without code and title is dropped.</summary>
public sealed record PriceRow
{
    public string? Code { get; init; }

    public string? Title { get; init; }

    public string? Unit { get; init; }

    public bool Required { get; init; }

    public Money? Ceiling { get; init; }

    [Range(0.01, 10_000_000, ErrorMessage = "A quantity from 0.01 to 10 million, or nothing")]
    public decimal? Assumed { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Title);

    public static PriceRow Of(PriceLine line) => new() { Code = line.Code, Title = line.Title, Unit = line.Unit, Required = line.Required, Ceiling = line.Ceiling, Assumed = line.Assumed };

    public PriceLine Line() => new() { Code = Code?.Trim() ?? "", Title = Title?.Trim() ?? "", Unit = Unit ?? "week", Required = Required, Ceiling = Ceiling, Assumed = Assumed };
}
