using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Audit;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Appeals;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Gate.Scrutinising;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Gate;

/// <summary>A recorded decision: the answer in words, approvals, duties, its line and its place in the log.</summary>
[Authorize(Policies.Buyers)]
[Route("/gate/decisions/{id}")]
public sealed class DecisionController(PortalDb db, GateAnswers answers, TimeProvider clock) : PageController
{
    [HttpGet]
    public async Task<IActionResult> Show(GateDecisionId id, bool latest, CancellationToken cancel)
    {
        // Messages name the placement; whoever follows one comes to the decision that counts now.
        GateDecisionId counts = latest ? (await db.LatestOf(await db.LoadDecision(Actor, id, cancel), cancel)).Id : id;
        return counts == id ? await Page(id, new ApproveForm(), new TelephoneForm(), cancel) : Redirect($"/gate/decisions/{counts.Value}");
    }

    [HttpPost("approvals")]
    public async Task<IActionResult> Approve([FromServices] ApproveDecision approve, GateDecisionId id, ApproveForm form, CancellationToken cancel)
    {
        GateDecision? next = null;
        return await Try(
            act: async () => next = await approve.Execute(Actor, id, new ApprovalNeed(form.Role!.Value, form.Purpose!.Value), form.Words!, cancel),
            then: () => Next(next!),
            again: () => Page(id, form, new TelephoneForm(), cancel));
    }

    [HttpPost("telephone")]
    [Authorize(Policies.PlacementOfficers)]
    public async Task<IActionResult> Telephone([FromServices] TakeTelephoneApproval take, GateDecisionId id, TelephoneForm call, CancellationToken cancel)
    {
        GateDecision? next = null;
        return await Try(
            act: async () => next = await new CheckPriceForm().Recorded(() => take.Execute(Actor, id, call.Role!.Value, call.Person!, new TelephoneCall(call.At ?? clock.GetUtcNow(), call.Words!, Actor.Name), cancel)),
            then: () => Next(next!),
            again: () => Page(id, new ApproveForm(), call, cancel));
    }

    [HttpPost("again")]
    [Authorize(Policies.PlacementOfficers)]
    public async Task<IActionResult> Again([FromServices] AskAgain ask, GateDecisionId id, AgainForm again, CancellationToken cancel)
    {
        GateDecision? next = null;
        return await Try(
            act: async () => next = await new CheckPriceForm().Recorded(() => ask.Execute(Actor, id, again.ToAdded(), cancel)),
            then: () =>
            {
                Tell($"The gate was asked again. {GateWords.Title(next!.Outcome)}.");
                return Redirect($"/gate/decisions/{next.Id.Value}");
            },
            again: () => Page(id, new ApproveForm(), new TelephoneForm(), cancel));
    }

    private RedirectResult Next(GateDecision next)
    {
        Tell($"The approval is recorded. {GateWords.Title(next.Outcome)}.");
        return Redirect($"/gate/decisions/{next.Id.Value}");
    }

    private async Task<IActionResult> Page(GateDecisionId id, ApproveForm approve, TelephoneForm call, CancellationToken cancel)
    {
        GateDecision decision = await db.LoadDecision(Actor, id, cancel);
        List<GateDecision> line = await db.GateDecisions.AsNoTracking().Where(d => d.Line == decision.Line).OrderBy(d => d.Number).ToListAsync(cancel);
        List<GivenApproval> approvals = await db.GivenApprovals.AsNoTracking().Where(a => a.Line == decision.Line).OrderBy(a => a.At).ToListAsync(cancel);
        List<FollowUpDuty> duties = await db.FollowUpDuties.AsNoTracking().Where(d => d.Line == decision.Line).OrderBy(d => d.DueBy).ToListAsync(cancel);
        ProviderHome? home = await db.ProviderHomes.AsNoTracking().SingleOrDefaultAsync(h => h.Urn == decision.HomeUrn, cancel);
        long? index = await answers.LogIndex(decision.Id, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        Actor acting = (await db.ActingOn(Actor, LondonTime.DateOf(now), cancel)).For(decision.Price, decision.Unit);
        return View("Decision", new DecisionPage(decision, decision.Answer, line, approvals, duties, home, index, acting)
        {
            Form = approve,
            Call = call,
            NotPassed = await db.PlacesNotPassedTo(decision.HomeUrn, cancel),
            CalledOff = await CalledOff(decision, cancel),
            OnDuty = await db.OnDuty(decision.Authority, now, cancel),
            Scrutiny = await db.Scrutinies.AsNoTracking().SingleOrDefaultAsync(s => s.Line == decision.Line, cancel),
            ScrutinyBlocks = Scrutiny.WhatBlocks(decision, (await db.GateRulesOn(LondonTime.DateOf(now), cancel)).Terms, now),
            Appeals = await db.Appeals.AsNoTracking().Where(a => a.Line == decision.Line).OrderBy(a => a.LodgedAt).ToListAsync(cancel),
        });
    }

    private Task<bool> CalledOff(GateDecision decision, CancellationToken cancel)
    {
        string line = $"gateLine/{decision.Line.Value}";
        return db.LogEntries.AnyAsync(e => e.Subject == line && e.Action == "gate.calledOff", cancel);
    }
}

/// <summary>Everything about one decision.</summary>
public sealed record DecisionPage(
    GateDecision Decision, GateAnswer Answer, IReadOnlyList<GateDecision> Line, IReadOnlyList<GivenApproval> Approvals, IReadOnlyList<FollowUpDuty> Duties, ProviderHome? Home, long? LogIndex, Actor Actor)
{
    public ApproveForm Form { get; init; } = new();

    public TelephoneForm Call { get; init; } = new();

    public AgainForm Again { get; } = new();

    public IReadOnlyList<DutyTurn> OnDuty { get; init; } = [];

    public IReadOnlyList<Appeal> Appeals { get; init; } = [];

    /// <summary>The independent look before the decision, when one was asked for.</summary>
    public Scrutiny? Scrutiny { get; init; }

    public IReadOnlyList<Reason> ScrutinyBlocks { get; init; } = [];

    public bool CanAskForScrutiny => IsLatest && Scrutiny is null && ScrutinyBlocks.Count == 0 && Decision.Authority == Actor.Organisation && Actor.Is(Role.PlacementOfficer, Role.HeadOfService, Role.Director);

    /// <summary>Places of the home under its former URN that no novation has passed on.</summary>
    public IReadOnlyList<PlaceNotPassed> NotPassed { get; init; } = [];

    public bool CanAppeal => CanAskAgain && Appeal.WhatBlocks(Decision).Count == 0 && Appeals.All(a => a.Stage != AppealStage.Lodged);

    public bool CanWithdraw => CanAskAgain && !CalledOff && Decision.WhatBlocksWithdrawal().Count == 0;

    public bool CanAskAgain => IsLatest && !Decision.IsWithdrawn && Decision.Authority == Actor.Organisation && Actor.Is(Role.PlacementOfficer);

    public bool IsLatest => Line[^1].Id == Decision.Id;

    /// <summary>The approvals that this reader may give now.</summary>
    public IReadOnlyList<RequiredApproval> Mine =>
        !IsLatest || Decision.Requester == Actor.Person.Value.ToString() || Scrutiny?.GivenBy == Actor.Person ? [] : [.. Answer.RequiredApprovals.Where(a => !a.Given && Offices.Holds(Actor, a.Role))];

    /// <summary>The placement was called off already.</summary>
    public bool CalledOff { get; init; }

    public bool CanCallOff => !CalledOff && IsLatest && Decision.Permits && Decision.Authority == Actor.Organisation && Actor.Is(Role.PlacementOfficer) && Home is not null;

    public bool CanTakeCall => IsLatest && Answer.RequiredApprovals.Any(a => !a.Given) && Actor.Is(Role.PlacementOfficer);
}
