using System.Globalization;
using Portal.Domain.Bids;
using Portal.Domain.Tenders;
using Portal.Web.Api;
using Portal.Web.Furniture.Sheets;

namespace Portal.Web.Bids.Prices;

/// <summary>Takes prices out of a filled-in sheet, line by line. With a single fault nothing is taken; a price left empty stays as it is in the draft.</summary>
internal sealed class PriceSheetReading
{
    private const decimal Noise = 0.000001m;

    private readonly Lot lot;
    private readonly Dictionary<(string Urn, string Code), decimal> taken = [];
    private readonly List<SheetFault> faults = [];
    private readonly HashSet<string> homes;

    private PriceSheetReading(Lot lot, BidContent content)
    {
        this.lot = lot;
        homes = [.. content.Homes.Select(h => h.Urn)];
    }

    public static (BidContent Content, int Taken, IReadOnlyList<SheetFault> Faults) Read(byte[] bytes, Lot lot, BidContent content)
    {
        IReadOnlyDictionary<int, IReadOnlyDictionary<string, SheetCell>> rows = Workbook.Read(bytes);
        PriceSheetReading reading = new(lot, content);
        reading.Take(rows);
        return (reading.faults.Count == 0 ? reading.Over(content) : content, reading.taken.Count, reading.faults);
    }

    private void Take(IReadOnlyDictionary<int, IReadOnlyDictionary<string, SheetCell>> rows)
    {
        (int head, IReadOnlyDictionary<string, SheetCell> heads) = rows.OrderBy(r => r.Key).Select(r => (r.Key, r.Value)).FirstOrDefault(r => r.Value.Values.Any(c => c.Text == PriceSheet.Price));
        string? code = Column(heads, PriceSheet.Code);
        string? price = Column(heads, PriceSheet.Price);
        string? home = Column(heads, PriceSheet.Home);
        if (code is null || price is null || (lot.PerHome && home is null))
        {
            throw new WorkbookRefused($"The columns “{PriceSheet.Home}”, “{PriceSheet.Code}” and “{PriceSheet.Price}” are not all there. Keep the first line of the template as it is.");
        }

        foreach ((int number, IReadOnlyDictionary<string, SheetCell> row) in rows.Where(r => r.Key > head).OrderBy(r => r.Key))
        {
            Line(number, lot.PerHome ? row.GetValueOrDefault(home!) : null, row.GetValueOrDefault(code), row.GetValueOrDefault(price));
        }
    }

    private void Line(int row, SheetCell? home, SheetCell? code, SheetCell? price)
    {
        if (price is null || (price.Text.Length == 0 && !price.IsFormula))
        {
            return;
        }

        string urn = home?.Text ?? "";
        (decimal? amount, string? fault) = WhatIsWrong(urn, code, price);
        if (fault is null && !taken.TryAdd((urn, code!.Text), amount!.Value))
        {
            fault = $"“{code.Text}” stands here a second time{(urn.Length > 0 ? $" for home {urn}" : "")}.";
        }

        if (fault is not null)
        {
            faults.Add(new SheetFault(row, char.ToUpperInvariant(fault[0]) + fault[1..]));
        }
    }

    private (decimal? Amount, string? Fault) WhatIsWrong(string urn, SheetCell? code, SheetCell price)
    {
        string? fault = code is null || code.Text.Length == 0 ? "there is a price but no code."
            : lot.PriceLines.All(l => l.Code != code.Text) ? $"lot {lot.Number} has no price “{code.Text}”."
            : lot.PerHome && !homes.Contains(urn) ? $"home “{urn}” is not in your bid. Add it there first."
            : price.IsFormula || code.IsFormula ? "a formula is not taken. Copy the column and paste it as values."
            : null;
        return fault is null ? Amount(price) : (null, fault);
    }

    private static (decimal? Amount, string? Fault) Amount(SheetCell price)
    {
        if (price.IsNumber && decimal.TryParse(price.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            // Excel keeps 6100.10 as 6100.1000000000004.
            decimal rounded = decimal.Round(number, 2, MidpointRounding.AwayFromZero);
            return Math.Abs(number - rounded) > Noise ? (null, "a price has at most two decimals.") : Positive(rounded);
        }

        (decimal? amount, string? fault) = DecimalText.Read(price.Text.TrimStart('£').Replace(",", "", StringComparison.Ordinal), 2);
        return amount is null ? (null, $"“{Short(price.Text)}” is not a price. {fault}") : Positive(amount.Value);
    }

    private static (decimal? Amount, string? Fault) Positive(decimal amount) =>
        amount < 0 ? (null, "a price cannot be negative.") : amount >= 1_000_000_000_000m ? (null, "this is more than any price.") : (amount, null);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string? Column(IReadOnlyDictionary<string, SheetCell>? heads, string name) => heads?.FirstOrDefault(h => h.Value.Text == name).Key;

    private BidContent Over(BidContent content) => lot.PerHome
        ? content with { Homes = [.. content.Homes.Select(h => h with { Prices = Merged(h.Prices, h.Urn) })] }
        : content with { Prices = Merged(content.Prices, "") };

    private Dictionary<string, decimal> Merged(IReadOnlyDictionary<string, decimal> before, string urn)
    {
        Dictionary<string, decimal> merged = before.ToDictionary();
        foreach (((string _, string code), decimal price) in taken.Where(t => t.Key.Urn == urn))
        {
            merged[code] = price;
        }

        return merged;
    }
}
