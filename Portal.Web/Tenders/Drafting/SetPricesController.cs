using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Sets the price lines of a lot and how prices are scored.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/lots/{lot}/prices")]
public sealed class SetPricesController(PortalDb db, SetPrices change) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(Page(tender, lot, SetPricesForm.Of(tender.LotNumbered(lot))));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, SetPricesForm form, CancellationToken cancel) => Try(
        act: () => change.Execute(Actor, tenderRef, lot, form.PriceLines(), form.PriceMethod(), cancel),
        then: () => Redirect(form.More ? TenderLinks.Lot(tenderRef, lot, "prices") : TenderLinks.Section(tenderRef, "lots")),
        again: async () => View(Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), lot, form)));

    private static SetPricesPage Page(Tender tender, string lot, SetPricesForm form) => new(tender.Ref, tender.Title, tender.LotNumbered(lot), form);
}

/// <summary>The page.</summary>
public sealed record SetPricesPage(string Ref, string Title, Lot Lot, SetPricesForm Form);

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

    public string? NilPriceRule { get; init; }

    [Range(0, 4, ErrorMessage = "Totals are rounded to 0 to 4 places")]
    public int? Decimals { get; init; }

    public string? TiesOn { get; init; }

    public List<string> TieLadder { get; init; } = [];

    public string? AssessedLine { get; init; }

    [Range(1, 100, ErrorMessage = "A percentage from 1 to 100")]
    public decimal? AbnormallyLowBelowPercent { get; init; }

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
    };

    public IReadOnlyList<PriceLine> PriceLines() => [.. Rows.Where(r => !r.IsEmpty).Select(r => r.Line())];

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

    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Title);

    public static PriceRow Of(PriceLine line) => new() { Code = line.Code, Title = line.Title, Unit = line.Unit, Required = line.Required, Ceiling = line.Ceiling };

    public PriceLine Line() => new() { Code = Code?.Trim() ?? "", Title = Title?.Trim() ?? "", Unit = Unit ?? "week", Required = Required, Ceiling = Ceiling };
}

/// <summary>The price methods and rules in words, with their formulas (C1).</summary>
public static class PriceWords
{
    public static IReadOnlyList<Choice> Methods { get; } =
    [
        new("lowestPrice", "Relative to the lowest price", "Weight × lowest ÷ price"),
        new("linear", "Between lowest and highest", "Weight × (highest − price) ÷ (highest − lowest)"),
        new("differential", "By how much dearer than the lowest", "Weight × (1 − (price − lowest) ÷ lowest), not below 0"),
        new("mean", "Against the mean", "50 − 100 × (price − mean) ÷ mean, from 0 to 100, × weight ÷ 100"),
        new("ceilingFloor", "Between a published ceiling and floor", "Weight × (ceiling − price) ÷ (ceiling − floor)"),
        new("benchmark", "Against a published benchmark", "Weight × the lesser of 1 and benchmark ÷ price"),
        new("pricePerQualityPoint", "Price for each quality point", "Price ÷ quality, lowest wins; the price weight is 0"),
        new("fixedPrice", "Fixed price, quality decides", "The price weight is 0"),
    ];

    public static IReadOnlyList<Choice> Ladder { get; } =
    [
        new("higherQualityTotal", "The higher quality total"),
        new("heaviestCriterion", "The higher score in the heaviest quality criterion"),
        new("lowerPrice", "The lower price"),
        new("refer", "Refer to legal"),
    ];

    public static IReadOnlyList<Choice> SingleBid { get; } = [new("fullMarks", "Full marks")];

    public static IReadOnlyList<Choice> NilPrice { get; } = [new("refuse", "Refused"), new("fullMarks", "Full marks; the lowest is taken over the others")];

    public static IReadOnlyList<Choice> Ties { get; } = [new("rounded", "Rounded totals"), new("exact", "Exact totals")];

    public static string InWords(string method) => Methods.FirstOrDefault(m => m.Value == method)?.Text ?? method;
}
