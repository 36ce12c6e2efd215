using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Domain.Bids;
using Portal.Domain.Tenders;
using Portal.Web.Api;

namespace Portal.Web.Bids;

/// <summary>What the bid page sends: everything but the files, which are attached one by one.</summary>
public sealed record BidForm
{
    /// <summary>The version that the writer had in view; empty when there was none.</summary>
    public string? ETag { get; init; }

    /// <summary>save, submit, addHome, removeHome:urn, leaveOut, pick:slot, attach:slot|upload, removeFile:slot|upload or moveFile:slot|upload|slot.</summary>
    public string Act { get; init; } = "save";

    public string? AddHome { get; init; }

    /// <summary>Files, as slot|upload, that arrived with a save which a colleague's was ahead of; they are attached when the writer saves again.</summary>
    public List<string> Held { get; init; } = [];

    public Dictionary<string, string?> Answers { get; init; } = [];

    public Dictionary<string, string?> Prices { get; init; } = [];

    public List<string> Declarations { get; init; } = [];

    public List<HomeForm> Homes { get; init; } = [];

    public List<PartnerForm> Partners { get; init; } = [];

    public string? Subsidy { get; init; }

    /// <summary>By slot: a file of the library or of another slot to attach.</summary>
    public Dictionary<string, string?> Pick { get; init; } = [];

    public static BidForm Of(BidContent content, string? etag) => new()
    {
        ETag = etag,
        Answers = content.Answers.ToDictionary(a => a.Key, string? (a) => a.Value),
        Prices = Texts(content.Prices),
        Declarations = [.. content.Declarations.Where(d => d.Value).Select(d => d.Key)],
        Homes = [.. content.Homes.Select(h => new HomeForm { Urn = h.Urn, Prices = Texts(h.Prices) })],
        Partners = [.. content.Parties.Partners.Select(p => new PartnerForm { Name = p.Name, CompanyNumber = p.CompanyNumber, Kind = p.Kind, Part = p.Part })],
        Subsidy = content.Parties.Subsidy,
    };

    /// <summary>The draft as it is now with what was typed put over it; a price that is no price becomes an error of its field.</summary>
    public BidContent Over(BidContent before, Lot lot, ModelStateDictionary errors) => before with
    {
        Answers = Answers.Where(a => !string.IsNullOrWhiteSpace(a.Value) && lot.Questions.Any(q => q.Code == a.Key)).ToDictionary(a => a.Key, a => a.Value!.ReplaceLineEndings("\n")),
        Prices = Amounts(Prices, lot, "Form.", errors),
        Declarations = lot.Declarations.ToDictionary(d => d.Code, d => Declarations.Contains(d.Code)),
        Parties = before.Parties with { Partners = [.. Partners.Where(p => !p.IsBlank).Select(p => p.Said())], Subsidy = Subsidy?.Trim() ?? "" },
        Homes = lot.PerHome ? [.. Homes.Select((h, i) => Home(h, before, lot, $"Form.Homes[{i.ToString(CultureInfo.InvariantCulture)}].", errors))] : [],
    };

    private static HomeBid Home(HomeForm typed, BidContent before, Lot lot, string at, ModelStateDictionary errors) =>
        (before.Homes.FirstOrDefault(h => h.Urn == typed.Urn) ?? new HomeBid { Urn = typed.Urn }) with { Prices = Amounts(typed.Prices, lot, at, errors) };

    private static Dictionary<string, decimal> Amounts(Dictionary<string, string?> typed, Lot lot, string at, ModelStateDictionary errors)
    {
        Dictionary<string, decimal> amounts = [];
        foreach ((string code, string? text) in typed.Where(t => !string.IsNullOrWhiteSpace(t.Value) && lot.PriceLines.Any(l => l.Code == t.Key)))
        {
            (decimal? amount, string? fault) = DecimalText.Read(text!.Trim().TrimStart('£').Replace(",", "", StringComparison.Ordinal), 2);
            if (amount is not { } number || number < 0)
            {
                errors.AddModelError($"{at}Prices[{code}]", fault ?? "A price cannot be negative.");
            }
            else
            {
                amounts[code] = number;
            }
        }

        return amounts;
    }

    private static Dictionary<string, string?> Texts(IReadOnlyDictionary<string, decimal> prices) =>
        prices.ToDictionary(p => p.Key, string? (p) => p.Value.ToString("0.00", CultureInfo.InvariantCulture));
}

/// <summary>One home as typed.</summary>
public sealed record HomeForm
{
    public string Urn { get; init; } = "";

    public Dictionary<string, string?> Prices { get; init; } = [];
}

/// <summary>One partner as typed; a row left empty is none.</summary>
public sealed record PartnerForm
{
    public string? Name { get; init; }

    public string? CompanyNumber { get; init; }

    public PartnerKind Kind { get; init; }

    public string? Part { get; init; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name + CompanyNumber + Part);

    public BidPartner Said() => new(Name?.Trim() ?? "", CompanyNumber?.Trim() ?? "", Kind, Part?.Trim() ?? "");
}
