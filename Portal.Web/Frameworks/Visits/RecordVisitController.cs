using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Frameworks.Visits;

/// <summary>Records a quality visit to a home.</summary>
[Authorize(Policies.Buyers)]
[Route("/frameworks/quality/homes/{urn}/visits/new")]
public sealed class RecordVisitController(RecordQualityVisit record, PortalDb db) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(string urn, CancellationToken cancel) => Page(urn, new RecordVisitForm(), cancel);

    [HttpPost]
    public Task<IActionResult> Post(string urn, RecordVisitForm form, CancellationToken cancel) => Try(
        act: () => record.Execute(Actor, urn, form.Report(), cancel),
        then: () =>
        {
            Tell("The visit is recorded. Every region and the home’s provider read it now.");
            return Redirect(QualityLinks.Home(urn));
        },
        again: () => Page(urn, form, cancel));

    private async Task<IActionResult> Page(string urn, RecordVisitForm form, CancellationToken cancel) =>
        View("RecordVisit", new RecordVisitPage(await db.LoadHomeOfRecord(Actor, urn, cancel), form.Filled()));
}

/// <summary>The form of a visit.</summary>
public sealed record RecordVisitPage(ProviderHome Home, RecordVisitForm Form);

/// <summary>What the visitors bring back; rows without words are left out.</summary>
public sealed record RecordVisitForm
{
    private const int Rows = 4;

    [Required(ErrorMessage = "Say what kind of visit it was")]
    public QualityVisitKind? Kind { get; init; }

    [Required(ErrorMessage = "Enter the day of the visit")]
    public DateOnly? On { get; init; }

    [Required(ErrorMessage = "Say who visited, by office"), StringLength(400)]
    public string? Visitors { get; init; }

    public List<FindingForm> Findings { get; init; } = [];

    /// <summary>The same form with empty rows to fill in.</summary>
    public RecordVisitForm Filled() => this with { Findings = [.. Findings, .. Enumerable.Range(0, Math.Max(0, Rows - Findings.Count)).Select(_ => new FindingForm())] };

    public VisitReport Report() => new(Kind!.Value, On!.Value, Visitors!, [.. Findings.Where(f => !string.IsNullOrWhiteSpace(f.Words)).Select(f => new Found(f.Area, f.Grade, f.Words!))]);
}

/// <summary>One finding.</summary>
public sealed record FindingForm
{
    public FindingArea Area { get; init; }

    public FindingGrade Grade { get; init; } = FindingGrade.ToImprove;

    [StringLength(2000)]
    public string? Words { get; init; }
}
