using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Fees;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Web.Furniture;

namespace Portal.Web.Fees;

/// <summary>One fee: what it is held against, who signed, questions; sign, ask or answer.</summary>
[Authorize(Policies.Buyers)]
[Route("/fees/{id}")]
public sealed class FeeController(PortalDb db, TimeProvider clock) : PageController
{
    [HttpGet]
    public Task<IActionResult> Show(FeeApprovalId id, CancellationToken cancel) => Page(id, cancel);

    [HttpPost("sign")]
    public Task<IActionResult> Sign([FromServices] SignFee sign, FeeApprovalId id, FeeCommentForm approval, CancellationToken cancel) => Try(
        act: () => sign.Execute(Actor, id, approval.Comment, cancel),
        then: () => Back(id, "Your signature is recorded."),
        again: () => Page(id, cancel));

    [HttpPost("query")]
    public Task<IActionResult> Query([FromServices] QueryFee query, FeeApprovalId id, FeeQuestionForm doubt, CancellationToken cancel) => Try(
        act: () => query.Execute(Actor, id, doubt.Question!, cancel),
        then: () => Back(id, "Your question is sent to the authority. Nights are paid meanwhile."),
        again: () => Page(id, cancel));

    [HttpPost("answer")]
    public Task<IActionResult> Answer([FromServices] AnswerFeeQuery answer, FeeApprovalId id, FeeAnswerForm reply, CancellationToken cancel) => Try(
        act: () => answer.Execute(Actor, id, reply.Answer!, cancel),
        then: () => Back(id, "The answer is recorded. The fee waits for its signatures again."),
        again: () => Page(id, cancel));

    private RedirectResult Back(FeeApprovalId id, string told)
    {
        Tell(told);
        return Redirect($"/fees/{id.Value}");
    }

    private async Task<IActionResult> Page(FeeApprovalId id, CancellationToken cancel) => View("Fee", await FeePage.Read(db, Actor, id, LondonTime.DateOf(clock.GetUtcNow()), cancel));
}

/// <summary>One fee as its page shows it.</summary>
public sealed record FeePage
{
    public required FeeApproval Fee { get; init; }

    public required string Authority { get; init; }

    public required string Provider { get; init; }

    public required string Home { get; init; }

    public required IReadOnlyList<Reason> BlocksSigning { get; init; }

    public required bool MayAnswer { get; init; }

    public required CostSheet? Costs { get; init; }

    public FeeCommentForm Approval { get; init; } = new();

    public FeeQuestionForm Doubt { get; init; } = new();

    public FeeAnswerForm Reply { get; init; } = new();

    public static async Task<FeePage> Read(PortalDb db, Actor actor, FeeApprovalId id, DateOnly today, CancellationToken cancel)
    {
        FeeApproval fee = await db.LoadFee(actor, id, cancel);
        FeeAsked asked = fee.Asked;
        Dictionary<OrganisationId, string> names = await db.Organisations.Where(o => o.Id == asked.Authority || o.Id == asked.Provider).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return new FeePage
        {
            Fee = fee,
            Authority = names.GetValueOrDefault(asked.Authority, ""),
            Provider = names.GetValueOrDefault(asked.Provider, ""),
            Home = await db.ProviderHomes.Where(h => h.Urn == asked.HomeUrn).Select(h => h.Name).SingleOrDefaultAsync(cancel) ?? asked.HomeUrn,
            BlocksSigning = fee.WhatBlocksSigning((await db.ActingOn(actor, today, cancel)).For(fee.Weekly, "week")),
            MayAnswer = fee.Stage == FeeStage.Queried && actor.Organisation == asked.Authority && actor.Is(Role.PlacementOfficer, Role.Commissioner, Role.HeadOfService),
            Costs = await db.CostSheets.AsNoTracking().Where(s => s.HomeUrn == asked.HomeUrn).OrderByDescending(s => s.StatedAt).FirstOrDefaultAsync(cancel),
        };
    }

    /// <summary>What the fee is held against, figure by figure.</summary>
    public IEnumerable<(string What, Money? Figure, string Meaning)> Held =>
    [
        ("Schedule", Fee.Comparison.Schedule, "The home’s own price for one place in the framework’s schedule"),
        ("Ceiling", Fee.Comparison.Ceiling, "The lot’s published maximum"),
        ("Median", Fee.Comparison.Median, "The middle of all register prices for this service, from five providers up"),
        ("Register", Fee.Comparison.Register, "The lowest price of this home on any framework"),
    ];
}

/// <summary>A remark with a signature.</summary>
public sealed record FeeCommentForm
{
    [StringLength(2000)]
    public string? Comment { get; init; }
}

/// <summary>A question about a fee.</summary>
public sealed record FeeQuestionForm
{
    [Required(ErrorMessage = "Say what you want to know"), StringLength(2000)]
    public string? Question { get; init; }
}

/// <summary>The answer to it.</summary>
public sealed record FeeAnswerForm
{
    [Required(ErrorMessage = "Answer the question"), StringLength(2000)]
    public string? Answer { get; init; }
}
