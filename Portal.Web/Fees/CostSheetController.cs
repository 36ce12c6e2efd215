using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Fees;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Fees;

/// <summary>A home's open book: buyers see the margin in a fee, the home's own provider states the costs.</summary>
[Authorize(Policies.SignedIn)]
[Route("/fees/costs/{urn}")]
public sealed class CostSheetController(PortalDb db, StateCosts state) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string urn, Money? fee, CancellationToken cancel) => View("CostSheet", await CostSheetPage.Read(db, Actor, urn, fee, new CostSheetForm(), cancel));

    [HttpPost]
    public Task<IActionResult> Post(string urn, CostSheetForm form, CancellationToken cancel) => Try(
        act: () => state.Execute(Actor, urn, form.Occupied!.Value, form.Stated(), cancel),
        then: () =>
        {
            Tell("Your costs are stated. Buyers of places in this home see them beside the fee.");
            return Redirect($"/fees/costs/{urn}");
        },
        again: async () => View("CostSheet", await CostSheetPage.Read(db, Actor, urn, null, form, cancel)));
}

/// <summary>A home's open book as its page shows it.</summary>
public sealed record CostSheetPage(ProviderHome Home, CostSheet? Sheet, FeeMargin? Margin, bool IsOwn, bool Fostering, CostSheetForm Form)
{
    /// <summary>The finding that the chart's title states.</summary>
    public string Finding => Margin is { } margin
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Of {margin.WeeklyFee} a week, {margin.CostPerPlace} is cost and {margin.Stated:0.0} % is margin")
        : "";

    /// <summary>Weekly cost per occupied place by kind, largest first.</summary>
    public IReadOnlyList<(CostLine Line, Money PerPlace)> Lines => Sheet is null
        ? []
        : [.. Sheet.Lines.Select(l => (l, new Money(decimal.Round(l.PerWeek.Amount / Sheet.Occupied, 2, MidpointRounding.AwayFromZero)))).OrderByDescending(l => l.Item2)];

    public static async Task<CostSheetPage> Read(PortalDb db, Actor actor, string urn, Money? fee, CostSheetForm form, CancellationToken cancel)
    {
        ProviderHome home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == urn, cancel) ?? throw new NotFound($"Home {urn}");
        bool own = home.Provider == actor.Organisation;
        if (!own && !await db.MayReadPrices(actor, cancel))
        {
            throw new NotFound($"Home {urn}");
        }

        CostSheet? sheet = await db.CostSheets.AsNoTracking().Where(s => s.HomeUrn == urn).OrderByDescending(s => s.StatedAt).FirstOrDefaultAsync(cancel);
        Money? weekly = fee ?? await LastWeeklyFee(db, urn, cancel);
        return new CostSheetPage(home, sheet, weekly is { } held && held > Money.Zero ? sheet?.MarginOf(held) : null, own, home.ServiceTypes.Contains("fostering"), form);
    }

    private static async Task<Money?> LastWeeklyFee(PortalDb db, string urn, CancellationToken cancel) =>
        await db.FeeApprovals.Where(f => f.Asked.HomeUrn == urn).OrderByDescending(f => f.RequestedAt).Select(f => new { f.Asked.Fee, f.Asked.Unit }).FirstOrDefaultAsync(cancel) is { } last
            ? FeeTiers.Weekly(last.Fee, last.Unit)
            : null;
}

/// <summary>Costs as a provider types them: one amount a week for each kind.</summary>
public sealed record CostSheetForm
{
    [Display(Name = "Places occupied on average"), Required(ErrorMessage = "Enter how many places were occupied on average")]
    public decimal? Occupied { get; init; }

    public List<CostLineForm> Lines { get; init; } = [.. Enum.GetValues<CostKind>().Select(k => new CostLineForm { Kind = k })];

    public IReadOnlyCollection<CostLine> Stated() => [.. Lines.Where(l => l.PerWeek is not null).Select(l => new CostLine(l.Kind, l.PerWeek!.Value, l.RelatedParty))];
}

/// <summary>One cost as typed.</summary>
public sealed record CostLineForm
{
    public CostKind Kind { get; init; }

    [Display(Name = "Cost a week")]
    public Money? PerWeek { get; init; }

    public bool RelatedParty { get; init; }
}
