using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;
using Portal.Web.Gate;

namespace Portal.Web.CallOffs;

/// <summary>A call-off as a case system asks for it: the latest gate decision, the first day, and the price as a check.</summary>
public sealed record CallOffBody(Guid? Decision, DateOnly? From, Money? Price, decimal? Weeks, CallOffRoute? Route, Guid? Block, string? ChosenBecause, string? SiblingReference, string? Replaces, decimal? UnitsPerWeek);

/// <summary>A call-off as the API answers it; once the child has left with the last day and the first day that is no longer paid.</summary>
public sealed record CallOffAnswer(string Id, CallOffKind Kind, CallOffRoute Route, string HomeUrn, string? Framework, string? Lot, Money Price, string Unit, decimal? UnitsPerWeek, DateOnly From, decimal? Weeks, Guid Decision, string Agreement, DateOnly? EndedOn, DateOnly? PaidTo)
{
    public static CallOffAnswer Of(CallOff made) => new(
        made.Ref, made.Kind, made.Route, made.HomeUrn, made.FrameworkRef, made.LotNumber, made.Price, made.Unit, made.UnitsPerWeek, made.From, made.Weeks, made.GateDecision.Value, $"/call-offs/{made.Ref}/agreement", made.EndedOn, made.PaidTo);
}

/// <summary>POST /api/v1/call-offs: calls a place off on a gate decision that allows it; with an Idempotency-Key the same request again answers the same call-off.</summary>
[Authorize(Policy = ScopePolicy.CallOffs)]
[Route("api/v1/call-offs")]
public sealed class CallOffApiController(MakeCallOff make) : PortalApi
{
    private const int LongestReason = 2000;
    private const int LongestKey = 255;
    private const int MostBytes = 64 * 1024;

    [HttpPost]
    [ProducesResponseType<CallOffAnswer>(StatusCodes.Status201Created)]
    public async Task<IActionResult> Make(CancellationToken cancel)
    {
        byte[] sent = await ApiJson.Bytes(Request, MostBytes, cancel);
        CallOffRequest request = Asked(ApiJson.Read<CallOffBody>(sent)) with { Stamp = Stamp(sent) };
        CallOff made = await GateAnswers.Act(() => make.Execute(Caller, request, cancel));
        Response.Headers.Location = $"/api/v1/call-offs/{made.Ref}";
        return StatusCode(StatusCodes.Status201Created, CallOffAnswer.Of(made));
    }

    private static CallOffRequest Asked(CallOffBody body)
    {
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
        return new CallOffRequest(GateDecisionId.From(body.Decision!.Value), body.From!.Value, body.Price, body.Weeks)
        {
            Route = body.Route,
            Block = body.Block is { } block ? BlockContractId.From(block) : null,
            ChosenBecause = body.ChosenBecause,
            SiblingReference = body.SiblingReference,
            Replaces = body.Replaces,
            UnitsPerWeek = body.UnitsPerWeek,
        };
    }

    // Without a key a repetition is told which call-off was made; with one it is given it.
    private RequestStamp? Stamp(byte[] sent)
    {
        StringValues given = Request.Headers["Idempotency-Key"];
        return given.Count == 0 ? null
            : given is [{ Length: > 0 and <= LongestKey } key] ? new RequestStamp(Caller.Organisation.Value + "/" + Caller.Name, key, Convert.ToHexStringLower(SHA256.HashData(sent)))
            : throw new UnreadableBody(StatusCodes.Status400BadRequest, "Send one Idempotency-Key of 1 to 255 characters, so that a repeated request is known as one.");
    }
}

/// <summary>GET /api/v1/call-offs/{reference}: a call-off of the client's authority.</summary>
[Authorize(Policy = ScopePolicy.CallOffs)]
[Route("api/v1/call-offs/{reference}")]
public sealed class ReadCallOffApiController(PortalDb db) : PortalApi
{
    [HttpGet]
    [ProducesResponseType<CallOffAnswer>(StatusCodes.Status200OK)]
    public async Task<CallOffAnswer> Show(string reference, CancellationToken cancel) => CallOffAnswer.Of(await db.LoadCallOff(Caller, reference, cancel));
}
