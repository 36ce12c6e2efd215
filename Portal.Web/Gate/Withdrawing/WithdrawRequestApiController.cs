using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Gate.Withdrawing;

/// <summary>Why a case system withdraws a request, and for a child needed now that the child is safe.</summary>
public sealed record WithdrawRequestBody(string? Reason, bool? ChildIsSafe);

/// <summary>POST /api/v1/gate/decisions/{id}/withdrawal: takes a request back that nobody needs any more; sent again it answers the withdrawal that was recorded.</summary>
[Authorize(Policy = ScopePolicy.Gate)]
[Route("api/v1/gate/decisions/{id:guid}/withdrawal")]
public sealed class WithdrawRequestApiController(WithdrawRequest withdraw, PortalDb db, GateAnswers answers) : PortalApi
{
    private const int LongestReason = 4000;

    [HttpPost]
    [ProducesResponseType<GateAnswer>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Withdraw(Guid id, CancellationToken cancel)
    {
        WithdrawRequestBody body = await Body<WithdrawRequestBody>(cancel);
        InputErrors errors = new();
        errors.NeedWords("reason", body.Reason, LongestReason);
        errors.ThrowIfAny();
        if (await Known(id, cancel) is { } known)
        {
            return await answers.Of(known, StatusCodes.Status201Created, cancel);
        }

        try
        {
            Withdrawal withdrawal = new(body.Reason!, body.ChildIsSafe ?? false);
            return await answers.OfNew(await withdraw.Execute(Caller, GateDecisionId.From(id), withdrawal, cancel), cancel);
        }
        catch (RuleBroken raced) when (raced.Reasons is [{ Code: "NOT_LATEST" or "WITHDRAWN" }])
        {
            // The same request may have been answered between the looks.
            return await Known(id, cancel) is { } first ? await answers.Of(first, StatusCodes.Status201Created, cancel) : throw new RuleBroken(raced.Reasons);
        }
    }

    private async Task<GateDecision?> Known(Guid id, CancellationToken cancel)
    {
        GateDecision latest = await db.LatestOf(await db.LoadDecision(Caller, GateDecisionId.From(id), cancel), cancel);
        return latest.IsWithdrawn && latest.Authority == Caller.Organisation ? latest : null;
    }
}
