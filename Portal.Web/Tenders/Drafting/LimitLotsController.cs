using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Web.Furniture;

namespace Portal.Web.Tenders.Drafting;

/// <summary>Says how much one supplier may be awarded over all lots and by which mechanism.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/lot-limit")]
public sealed class LimitLotsController(PortalDb db, LimitLots act) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(LimitLotsPage.Of(tender, LimitLotsForm.Of(tender)));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, LimitLotsForm form, CancellationToken cancel) => Try(
        act: () => act.Execute(Actor, tenderRef, form.Limit(), cancel),
        then: () =>
        {
            Tell(form.IsLimited ? "The limit is saved. It is published and frozen with the method." : "There is no limit on what one supplier is awarded.");
            return Redirect(TenderLinks.Draft(tenderRef));
        },
        again: async () => View(LimitLotsPage.Of(await db.LoadTenderToChange(Actor, tenderRef, cancel), form)));
}

/// <summary>The page.</summary>
public sealed record LimitLotsPage(string Ref, string Title, LotLimit? Saved, IReadOnlyList<(string Number, string Title)> Lots, LimitLotsForm Form)
{
    /// <summary>The tender runs: the limit is prepared for an amendment.</summary>
    public bool Amends { get; init; }

    public string Back => Amends ? $"/tenders/{Ref}/amend" : TenderLinks.Draft(Ref);

    public static IReadOnlyList<Choice> Counting { get; } =
    [
        new(nameof(LimitCounts.Lots), "Lots", "A supplier with one home or ten in a lot has one lot"),
        new(nameof(LimitCounts.Homes), "Homes over all lots", "Where lots are bid for per home"),
    ];

    public static IReadOnlyList<Choice> Mechanisms { get; } =
    [
        new(nameof(LotMechanism.OrderOfLots), "The order of lots", "Lots are awarded one after another; a supplier that has reached the limit is passed over and the next in the ranking comes forward"),
        new(nameof(LotMechanism.BestTotal), "The best total over all lots", "Of all awards within the limit, the one that fills the most places and then has the highest sum of total scores; worked out exactly, for at most 100 lots and 1,000 places (lots × suppliers to a lot)"),
    ];

    public static LimitLotsPage Of(Tender tender, LimitLotsForm form) => new(
        tender.Ref, tender.Title, tender.LotLimit, [.. tender.Lots.OrderBy(l => l.Number.Length).ThenBy(l => l.Number, StringComparer.Ordinal).Select(l => (l.Number, l.Title))], form);
}

/// <summary>What is typed.</summary>
public sealed record LimitLotsForm
{
    public bool IsLimited { get; init; }

    [Range(1, 10_000, ErrorMessage = "Enter a whole number from 1")]
    public int? Most { get; init; }

    public LimitCounts Counts { get; init; }

    public LotMechanism Mechanism { get; init; }

    [StringLength(4000, ErrorMessage = "The order has at most 4,000 characters")]
    public string? Order { get; init; }

    public bool LiftedWhereNoneRemains { get; init; }

    /// <summary>As saved, or with every lot in the order of its number.</summary>
    public static LimitLotsForm Of(Tender tender) => Of(tender, tender.LotLimit);

    public static LimitLotsForm Of(Tender tender, LotLimit? saved)
    {
        LotLimit limit = saved ?? new LotLimit { Order = [.. tender.Lots.Select(l => l.Number).OrderBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)] };
        return new LimitLotsForm
        {
            IsLimited = saved is not null,
            Most = limit.Most,
            Counts = limit.Counts,
            Mechanism = limit.Mechanism,
            Order = string.Join(", ", limit.Order),
            LiftedWhereNoneRemains = limit.LiftedWhereNoneRemains,
        };
    }

    public LotLimit? Limit() => !IsLimited ? null : new LotLimit
    {
        Most = Most ?? 0,
        Counts = Counts,
        Mechanism = Mechanism,
        Order = Lines.Codes(Order),
        LiftedWhereNoneRemains = LiftedWhereNoneRemains,
    };
}
