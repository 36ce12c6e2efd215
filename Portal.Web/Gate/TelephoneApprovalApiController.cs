using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Gate;

/// <summary>An approval given by telephone, as the officer took it down; the person by id or e-mail address.</summary>
public sealed record TelephoneApprovalBody(ApproverRole? Role, string? Person, DateTimeOffset? At, string? Words);

/// <summary>POST /api/v1/gate/decisions/{id}/telephone-approvals: it counts at once; answers with the new decision.</summary>
[Authorize(Policy = ScopePolicy.Gate)]
[Route("api/v1/gate/decisions/{id:guid}/telephone-approvals")]
public sealed class TelephoneApprovalApiController(TakeTelephoneApproval take, GateAnswers answers) : PortalApi
{
    private const int LongestWords = 4000;

    [HttpPost]
    [ProducesResponseType<GateAnswer>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Take(Guid id, CancellationToken cancel)
    {
        TelephoneApprovalBody body = await Body<TelephoneApprovalBody>(cancel);
        InputErrors errors = new();
        Need(errors, "role", body.Role is not null);
        Need(errors, "person", !string.IsNullOrWhiteSpace(body.Person));
        Need(errors, "at", body.At is not null);
        Need(errors, "words", !string.IsNullOrWhiteSpace(body.Words) && body.Words.Length <= LongestWords);
        errors.ThrowIfAny();
        TelephoneCall call = new(body.At!.Value.ToUniversalTime(), body.Words!.Trim(), Caller.Name);
        GateDecision decision = await GateAnswers.Act(() => take.Execute(Caller, GateDecisionId.From(id), body.Role!.Value, body.Person!, call, cancel));
        return await answers.Of(decision, StatusCodes.Status201Created, cancel);
    }

    private static void Need(InputErrors errors, string field, bool given)
    {
        if (!given)
        {
            errors.Add(field, "This is required.");
        }
    }
}
