using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.CallOffs.Ending;

/// <summary>On which day a child left, and why.</summary>
public sealed record EndPlacementBody(DateOnly? On, string? Reason);

/// <summary>POST /api/v1/call-offs/{reference}/end: records that the child has left; sent again for the same day it answers the same.</summary>
[Authorize(Policy = ScopePolicy.CallOffs)]
[Route("api/v1/call-offs/{reference}/end")]
public sealed class EndPlacementApiController(EndPlacement end, PortalDb db) : PortalApi
{
    private const int LongestReason = 2000;

    [HttpPost]
    [ProducesResponseType<CallOffAnswer>(StatusCodes.Status200OK)]
    public async Task<CallOffAnswer> End(string reference, CancellationToken cancel)
    {
        EndPlacementBody body = await Body<EndPlacementBody>(cancel);
        InputErrors errors = new();
        errors.NeedWords("reason", body.Reason, LongestReason);
        if (body.On is null)
        {
            errors.Add("on", "This is required.");
        }

        errors.ThrowIfAny();
        if (await EndedOn(reference, cancel) is not { } ended)
        {
            await end.Execute(Caller, reference, body.On!.Value, body.Reason!, cancel);
        }
        else if (ended != body.On)
        {
            throw new RuleBroken("ENDED", $"This placement ended on {LondonTime.Day(ended)}.", field: "On");
        }

        return CallOffAnswer.Of(await db.LoadCallOff(Caller, reference, cancel));
    }

    private async Task<DateOnly?> EndedOn(string reference, CancellationToken cancel) => (await db.LoadCallOff(Caller, reference, cancel)).EndedOn;
}
