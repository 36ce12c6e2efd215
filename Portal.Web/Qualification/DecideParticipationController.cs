using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Qualification;

/// <summary>Decides participation for one bidder.</summary>
[Authorize(Policies.Commissioners)]
[Route("/tenders/{tenderRef}/qualification/{bidderId}")]
public sealed class DecideParticipationController(PortalDb db, DecideParticipation decide) : PageController
{
    private bool requesting;

    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, OrganisationId bidderId, CancellationToken cancel) => View(await Read(tenderRef, bidderId, null, cancel));

    [HttpPost]
    public Task<IActionResult> Post(string tenderRef, OrganisationId bidderId, DecideParticipationForm form, CancellationToken cancel) => Try(
        act: async () =>
        {
            Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
            await decide.Execute(Actor, tenderRef, bidderId, form.ToFinding(tender.Conditions), cancel);
            requesting = tender.Stage == TenderStage.Shortlisting;
        },
        then: () =>
        {
            Tell(form.Outcome == ParticipationOutcome.Excluded ? "The decision is kept. A Minister of the Crown must be told of the exclusion within 30 days (section 59, rule A6-09)." : "The decision is kept.");
            return Redirect(requesting ? QualificationLinks.Requests(tenderRef) : QualificationLinks.All(tenderRef));
        },
        again: async () => View(await Read(tenderRef, bidderId, form, cancel)));

    private async Task<DecideParticipationPage> Read(string tenderRef, OrganisationId bidder, DecideParticipationForm? form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTenderToChange(Actor, tenderRef, cancel);
        await db.MustBeBidder(tender, bidder, cancel);
        Organisation organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == bidder, cancel);
        ParticipationDecision? decided = await db.ParticipationDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.Tender == tender.Id && d.Bidder == bidder, cancel);
        return new DecideParticipationPage(tender.Ref, tender.Title, organisation.Name, tender.Conditions, (form ?? DecideParticipationForm.Of(tender.Conditions, decided?.Finding)).For(tender.Conditions));
    }
}

/// <summary>The page: the bidder, the published conditions, the form.</summary>
public sealed record DecideParticipationPage(string Ref, string Title, string Bidder, IReadOnlyList<string> Conditions, DecideParticipationForm Form)
{
    public IEnumerable<Choice> Grounds => ExclusionGrounds.All.Select(g => new Choice(g.Code, g.Title, $"{(g.Mandatory ? "Mandatory" : "Discretionary")}, {g.Source}"));
}

/// <summary>One condition on the form.</summary>
public sealed record ConditionForm
{
    public bool? Met { get; init; }

    public string? Evidence { get; init; }
}

/// <summary>The form of a participation decision.</summary>
public sealed record DecideParticipationForm
{
    public List<ConditionForm> Conditions { get; init; } = [];

    public List<string> GroundsFound { get; init; } = [];

    public bool DebarmentListChecked { get; init; }

    public string? GroundsConsidered { get; init; }

    public string? Representations { get; init; }

    public string? Minister { get; init; }

    /// <summary>Nothing is chosen beforehand.</summary>
    [Required(ErrorMessage = "Choose the decision")]
    public ParticipationOutcome? Outcome { get; init; }

    public string? Reason { get; init; }

    public static DecideParticipationForm Of(IReadOnlyList<string> conditions, ParticipationFinding? finding) => finding is null
        ? new DecideParticipationForm { Conditions = [.. conditions.Select(_ => new ConditionForm())] }
        : new DecideParticipationForm
        {
            Conditions = [.. conditions.Select(c => Of(finding.Conditions.FirstOrDefault(f => f.Condition == c)))],
            GroundsFound = [.. finding.GroundsFound],
            DebarmentListChecked = finding.DebarmentListChecked,
            GroundsConsidered = finding.GroundsConsidered,
            Representations = finding.Representations,
            Minister = finding.Minister,
            Outcome = finding.Outcome,
            Reason = finding.Reason,
        };

    /// <summary>With an answer for each condition as published, however few were posted.</summary>
    public DecideParticipationForm For(IReadOnlyList<string> conditions) => this with { Conditions = [.. conditions.Select((_, i) => Conditions.ElementAtOrDefault(i) ?? new ConditionForm())] };

    /// <summary>The finding about the conditions as published, whatever was posted beside them.</summary>
    public ParticipationFinding ToFinding(IReadOnlyList<string> conditions) => new()
    {
        Conditions = [.. conditions.Select((c, i) => ToFinding(c, Conditions.ElementAtOrDefault(i) ?? new ConditionForm()))],
        GroundsFound = [.. GroundsFound.Where(g => ExclusionGrounds.Find(g) is not null).Distinct()],
        DebarmentListChecked = DebarmentListChecked,
        GroundsConsidered = Typed(GroundsConsidered),
        Representations = Typed(Representations),
        Minister = Typed(Minister),
        Outcome = Outcome ?? ParticipationOutcome.NotQualified,
        Reason = Typed(Reason),
    };

    private static ConditionForm Of(ConditionFinding? finding) => new() { Met = finding?.Met, Evidence = finding?.Evidence };

    private static ConditionFinding ToFinding(string condition, ConditionForm form) => new(condition, form.Met ?? false, Typed(form.Evidence));

    private static string Typed(string? text) => text?.Trim() ?? "";
}
