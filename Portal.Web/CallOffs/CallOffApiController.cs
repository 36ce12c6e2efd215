using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.CallOffs;

/// <summary>A call-off as a case system asks for it: the latest gate decision, the first day, and the price as a check.</summary>
public sealed record CallOffBody(Guid? Decision, DateOnly? From, Money? Price, decimal? Weeks, CallOffRoute? Route, Guid? Block, string? ChosenBecause, string? SiblingReference);

/// <summary>A call-off as the API answers it.</summary>
public sealed record CallOffAnswer(string Id, CallOffKind Kind, CallOffRoute Route, string HomeUrn, string? Framework, string? Lot, Money Price, string Unit, DateOnly From, decimal? Weeks, Guid Decision, string Agreement);

/// <summary>POST /api/v1/call-offs: calls a place off on a gate decision that allows it.</summary>
[Authorize(Policy = ScopePolicy.CallOffs)]
[Route("api/v1/call-offs")]
public sealed class CallOffApiController(MakeCallOff make) : PortalApi
{
    private const int LongestReason = 2000;

    [HttpPost]
    [ProducesResponseType<CallOffAnswer>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Make(CancellationToken cancel)
    {
        CallOffBody body = await Body<CallOffBody>(cancel);
        InputErrors errors = new();
        if (body.Decision is null)
        {
            errors.Add("decision", "This is required.");
        }

        if (body.From is null)
        {
            errors.Add("from", "This is required.");
        }

        if (body.Weeks is < 0 or > 5200)
        {
            errors.Add("weeks", "Enter a number of weeks from 0 to 5200.");
        }

        if (body.ChosenBecause?.Length > LongestReason)
        {
            errors.Add("chosenBecause", "Enter at most 2000 characters.");
        }

        errors.ThrowIfAny();
        var request = new CallOffRequest(GateDecisionId.From(body.Decision!.Value), body.From!.Value, body.Price, body.Weeks)
        {
            Route = body.Route,
            Block = body.Block is { } block ? BlockContractId.From(block) : null,
            ChosenBecause = body.ChosenBecause,
            SiblingReference = body.SiblingReference,
        };
        CallOff made = await make.Execute(Caller, request, cancel);
        return StatusCode(StatusCodes.Status201Created, new CallOffAnswer(
            made.Ref, made.Kind, made.Route, made.HomeUrn, made.FrameworkRef, made.LotNumber, made.Price, made.Unit, made.From, made.Weeks, made.GateDecision.Value, $"/call-offs/{made.Ref}/agreement"));
    }
}
