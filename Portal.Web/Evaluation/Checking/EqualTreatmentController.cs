using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Evaluation.Checking;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Evaluation.Checking;

/// <summary>Equal treatment while it happens: the live checks, who was told what when, and how every supplier came in.</summary>
[Authorize(Policies.TenderTeam)]
[Route("/tenders/{tenderRef}/equal-treatment")]
public sealed class EqualTreatmentController(PortalDb db, CheckEqualTreatment check, AnswerCheck answer) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(string tenderRef, CancellationToken cancel) => View(await Read(tenderRef, new AnswerCheckForm(), cancel));

    [HttpPost("answers")]
    [Authorize(Policies.Legal)]
    public Task<IActionResult> Answer(string tenderRef, AnswerCheckForm form, CancellationToken cancel) => Try(
        act: () => answer.Execute(Actor, tenderRef, form.Kind, form.Lot ?? "", form.Reason ?? "", cancel),
        then: () =>
        {
            Tell("Your answer is kept with the finding.");
            return Redirect(EvaluationLinks.EqualTreatment(tenderRef));
        },
        again: async () => View("EqualTreatment", await Read(tenderRef, form, cancel)));

    private async Task<EqualTreatmentPage> Read(string tenderRef, AnswerCheckForm form, CancellationToken cancel)
    {
        Tender tender = await db.LoadTender(Actor, tenderRef, cancel);
        Actor.MustBe(Role.Legal, Role.Commissioner, Role.RccCommissioner);
        bool known = tender.Stage >= TenderStage.Opened;
        ParityMatrix parity = known ? await db.ParityOf(tender, cancel) : new ParityMatrix([], []);
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => parity.Bidders.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return new EqualTreatmentPage(tender.Ref, tender.Title, await check.Execute(tender, cancel), parity, names, form)
        {
            Routes = known ? await db.RoutesInto(tender, cancel) : [],
            BiddersAreKnown = known,
            MayAnswer = Actor.Is(Role.Legal),
        };
    }
}

/// <summary>The page.</summary>
public sealed record EqualTreatmentPage(string Ref, string Title, IReadOnlyList<CheckedFinding> Findings, ParityMatrix Parity, IReadOnlyDictionary<OrganisationId, string> Names, AnswerCheckForm Form)
{
    /// <summary>Each check with what it looks for, so that a clean one is seen to have run.</summary>
    public static IReadOnlyList<(CheckKind Kind, string LooksFor, string Rule)> Checks { get; } =
    [
        (CheckKind.ScoreWithoutReason, "A score without a reason", "D2-01"),
        (CheckKind.ConsensusOffScale, "An agreed score off the published scale", "C2-06"),
        (CheckKind.ConsensusAveraged, "Agreed scores that are rounded means everywhere", "C2-06"),
        (CheckKind.ScoreAfterPrice, "A score changed after prices could be seen", "D2-02"),
        (CheckKind.NoDeclaration, "Somebody on the panel without a declaration", "C2-09"),
        (CheckKind.ConsensusOutsideRange, "Agreed scores outside what the evaluators gave", "C2-05"),
        (CheckKind.MethodologyChanged, "Criteria that differ from the published hash", "D2-10"),
    ];

    public IReadOnlyList<RouteIn> Routes { get; init; } = [];

    public bool BiddersAreKnown { get; init; }

    public bool MayAnswer { get; init; }

    public IEnumerable<CheckedFinding> Of(CheckKind kind) => Findings.Where(f => f.Finding.Kind == kind);
}

/// <summary>Legal's answer to one finding.</summary>
public sealed record AnswerCheckForm
{
    public CheckKind Kind { get; init; }

    public string? Lot { get; init; }

    public string? Reason { get; init; }
}
