using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Qualification.Requests;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Flexible;
using Portal.Web.Furniture;

namespace Portal.Web.Qualification.Requests;

/// <summary>One request: what the supplier wrote, and the points for it with their reasons.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/requests/{supplierId}")]
public sealed class ScoreRequestController(PortalDb db, ReadRequest read, ScoreRequest score) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, OrganisationId supplierId, CancellationToken cancel) => View("ScoreRequest", await Read(tenderRef, supplierId, null, cancel));

    [HttpPost]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Post(string tenderRef, OrganisationId supplierId, ScoreRequestForm form, CancellationToken cancel) => Try(
        act: async () => await score.Execute(Actor, tenderRef, supplierId, form.Scores((await db.LoadTender(Actor, tenderRef, cancel)).Plan), cancel),
        then: () =>
        {
            Tell("The points are kept.");
            return Redirect(QualificationLinks.Requests(tenderRef));
        },
        again: async () => View("ScoreRequest", await Read(tenderRef, supplierId, form, cancel)));

    private async Task<ScoreRequestPage> Read(string tenderRef, OrganisationId supplier, ScoreRequestForm? form, CancellationToken cancel)
    {
        (ParticipationRequest request, RequestContent content) = await read.Execute(Actor, tenderRef, supplier, cancel);
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        string name = await db.Organisations.Where(o => o.Id == supplier).Select(o => o.Name).SingleAsync(cancel);
        ParticipationDecision? decision = await db.ParticipationDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.Tender == tender.Id && d.Bidder == supplier && d.Times > 0, cancel);
        bool may = tender.Stage == TenderStage.Shortlisting && request.Standing == RequestStanding.Sent && Actor.Is(Role.Commissioner, Role.RccCommissioner);
        return new ScoreRequestPage(tender, request, name, content, decision, form?.Whole(tender.Plan!) ?? ScoreRequestForm.Of(tender.Plan!, request), may);
    }
}

/// <summary>The page.</summary>
public sealed record ScoreRequestPage(Tender Tender, ParticipationRequest Request, string Name, RequestContent Content, ParticipationDecision? Decision, ScoreRequestForm Form, bool MayScore);

/// <summary>Points and reasons, in the order of the published criteria.</summary>
public sealed record ScoreRequestForm
{
    public List<PointsRow> Rows { get; init; } = [];

    public static ScoreRequestForm Of(FlexiblePlan plan, ParticipationRequest request) => new()
    {
        Rows = [.. plan.Shortlist.Select(c => request.Scores.FirstOrDefault(s => s.Code == c.Code)).Select(s => new PointsRow { Points = s?.Points, Reason = s?.Reason })],
    };

    /// <summary>With a row for every criterion, however few were posted.</summary>
    public ScoreRequestForm Whole(FlexiblePlan plan) => new() { Rows = [.. plan.Shortlist.Select((_, i) => Rows.ElementAtOrDefault(i) ?? new PointsRow())] };

    public IReadOnlyList<RequestScore> Scores(FlexiblePlan? plan) =>
        [.. (plan?.Shortlist ?? []).Select((c, i) => (c.Code, Row: Rows.ElementAtOrDefault(i))).Where(s => s.Row?.Points is not null).Select(s => new RequestScore(s.Code, s.Row!.Points!.Value, s.Row.Reason?.Trim() ?? ""))];
}

/// <summary>Points for one criterion.</summary>
public sealed record PointsRow
{
    [Range(0, 100, ErrorMessage = "Enter whole points")]
    public int? Points { get; init; }

    [StringLength(4000, ErrorMessage = "At most 4,000 characters")]
    public string? Reason { get; init; }
}
