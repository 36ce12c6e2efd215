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

/// <summary>Sets the award criteria of a lot with weights, scales and minima.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/draft/lots/{lot}/criteria")]
public sealed class SetCriteriaController(PortalDb db, SetCriteria change) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, string lot, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        return View(Page(tender, lot, SetCriteriaForm.Of(tender.LotNumbered(lot))));
    }

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, string lot, SetCriteriaForm form, CancellationToken cancel) => Try(
        act: () => change.Execute(Actor, tenderRef, lot, form.Criteria(), cancel),
        then: () => Redirect(form.More ? TenderLinks.Lot(tenderRef, lot, "criteria") : TenderLinks.Section(tenderRef, "lots")),
        again: async () => View(Page(await db.LoadTenderToChange(Actor, tenderRef, cancel), lot, form)));

    private static SetCriteriaPage Page(Tender tender, string lot, SetCriteriaForm form) => new(tender.Ref, tender.Title, tender.LotNumbered(lot), form);
}

/// <summary>The page.</summary>
public sealed record SetCriteriaPage(string Ref, string Title, Lot Lot, SetCriteriaForm Form)
{
    /// <summary>The tender is running: what is saved becomes part of the change being prepared.</summary>
    public bool Amends { get; init; }
}

/// <summary>What is typed.</summary>
public sealed record SetCriteriaForm
{
    public List<CriterionRow> Rows { get; init; } = [];

    /// <summary>Which button: save and come back for another, or save and leave.</summary>
    public bool More { get; init; }

    public static SetCriteriaForm Of(Lot lot) => new()
    {
        Rows = [.. lot.Criteria.Select(CriterionRow.Of), new CriterionRow { Scale = 5, Descriptors = Lines.From(CriterionRow.UsualDescriptors) }],
    };

    public IReadOnlyList<Criterion> Criteria() => [.. Rows.Where(r => !r.IsEmpty).Select(r => r.Criterion())];
}

/// <summary>One criterion as typed; a row without title and code is dropped.</summary>
public sealed record CriterionRow
{
    public static readonly IReadOnlyList<string> UsualDescriptors =
        ["No answer, or it does not meet the need", "Poor: meets little of the need", "Weak: meets part of the need", "Fair: meets most of the need", "Good: meets the need", "Excellent: more than meets the need"];

    public string? Code { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public CriterionKind Kind { get; init; }

    [Range(0, 100, ErrorMessage = "A weight is a percentage from 0 to 100")]
    public decimal? Weight { get; init; }

    [Range(1, 10, ErrorMessage = "The highest score is from 1 to 10")]
    public int? Scale { get; init; }

    public int? Minimum { get; init; }

    public string? Descriptors { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Title);

    public static CriterionRow Of(Criterion criterion) => new()
    {
        Code = criterion.Code,
        Title = criterion.Title,
        Description = criterion.Description,
        Kind = criterion.Kind,
        Weight = criterion.Weight,
        Scale = criterion.Scale,
        Minimum = criterion.Minimum,
        Descriptors = Lines.From(criterion.Descriptors),
    };

    public Criterion Criterion() => new()
    {
        Code = Lines.Trimmed(Code),
        Title = Lines.Trimmed(Title),
        Description = Lines.Trimmed(Description),
        Kind = Kind,
        Weight = Weight ?? 0,
        Scale = Scale ?? 5,
        Minimum = Kind == CriterionKind.Price ? null : Minimum,
        Descriptors = Kind == CriterionKind.Price ? [] : Lines.Of(Descriptors),
    };
}
