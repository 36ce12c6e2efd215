using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Frameworks;
using Portal.Web.Furniture;
using Portal.Workflows.Definitions;

namespace Portal.Web.Frameworks.Uplifts;

/// <summary>One uplift from the request to the day it holds: what is asked, the evidence, the board's votes by name, finance.</summary>
[Authorize(Policies.SignedIn)]
[Route("/frameworks/uplifts/{id}")]
public sealed class UpliftController(PortalDb db, ProcedureShelf shelf, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(UpliftId id, CancellationToken cancel) => Page(id, cancel);

    [HttpPost("board")]
    [Authorize(Policies.Commissioners)]
    public Task<IActionResult> Put([FromServices] PutUpliftToBoard put, UpliftId id, EvidenceLookedForm looked, CancellationToken cancel) => Try(
        act: () => put.Execute(Actor, id, new EvidenceLooked(looked.Found!, looked.ModificationGround), cancel),
        then: () => Back(id, "The board is asked to vote."),
        again: () => Page(id, cancel, looked: looked));

    [HttpPost("votes")]
    [Authorize(Policies.FeeReaders)]
    public Task<IActionResult> Vote([FromServices] VoteOnUplift vote, UpliftId id, BoardVoteForm voted, CancellationToken cancel) => Try(
        act: () => vote.Execute(Actor, id, voted.Voice!.Value, voted.Words, cancel),
        then: () => Back(id, voted.Voice == BoardVoice.Conflicted ? "The conflict is recorded. Your authority has no vote here." : "Your authority’s vote is cast."),
        again: () => Page(id, cancel, voted: voted));

    [HttpPost("confirmation")]
    [Authorize(Policies.Finance)]
    public Task<IActionResult> Confirm([FromServices] ConfirmUplift confirm, UpliftId id, FinanceWordsForm finance, CancellationToken cancel) => Try(
        act: () => confirm.Execute(Actor, id, finance.Words!, cancel),
        then: () => Back(id, "Recorded. The new prices are written for their day, and everybody is told."),
        again: () => Page(id, cancel, finance: finance));

    [HttpPost("refusal")]
    [Authorize(Policies.FeeReaders)]
    public Task<IActionResult> Refuse([FromServices] RefuseUplift refuse, UpliftId id, ReasonForm refusal, CancellationToken cancel) => Try(
        act: () => refuse.Execute(Actor, id, refusal.Reason!, cancel),
        then: () => Back(id, "The uplift is refused, and the provider is told why."),
        again: () => Page(id, cancel));

    [HttpPost("withdrawal")]
    [Authorize(Policies.Providers)]
    public Task<IActionResult> Withdraw([FromServices] WithdrawUplift withdraw, UpliftId id, ReasonForm refusal, CancellationToken cancel) => Try(
        act: () => withdraw.Execute(Actor, id, refusal.Reason!, cancel),
        then: () => Back(id, "Your request is withdrawn. Prices stay as they are."),
        again: () => Page(id, cancel));

    private RedirectResult Back(UpliftId id, string told)
    {
        Tell(told);
        return Redirect(UpliftLinks.One(id));
    }

    private async Task<IActionResult> Page(UpliftId id, CancellationToken cancel, EvidenceLookedForm? looked = null, BoardVoteForm? voted = null, FinanceWordsForm? finance = null) =>
        View("Uplift", await UpliftPage.Read(db, shelf, Actor, id, clock.GetUtcNow(), cancel) with { Looked = looked ?? new(), Voted = voted ?? new(), Finance = finance ?? new() });
}

/// <summary>What the lead found in the evidence.</summary>
public sealed record EvidenceLookedForm
{
    [Display(Name = "What the evidence shows"), Required(ErrorMessage = "Say what the evidence shows"), StringLength(2000)]
    public string? Found { get; init; }

    [Display(Name = "Ground for going above the rule"), StringLength(2000)]
    public string? ModificationGround { get; init; }
}

/// <summary>An authority's vote.</summary>
public sealed record BoardVoteForm
{
    [Display(Name = "Your authority’s vote"), Required(ErrorMessage = "Choose how your authority votes")]
    public BoardVoice? Voice { get; init; }

    [Display(Name = "Reason"), StringLength(2000)]
    public string? Words { get; init; }
}

/// <summary>What finance says.</summary>
public sealed record FinanceWordsForm
{
    [Display(Name = "Budget and effect"), Required(ErrorMessage = "Say from which budget it is paid and what it costs in a year"), StringLength(2000)]
    public string? Words { get; init; }
}
