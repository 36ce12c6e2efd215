using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.CallOffs.Ending;

/// <summary>On which day a child left, why, and on which day notice of it was given; without one notice counts from the day of leaving.</summary>
public sealed record EndPlacementBody(DateOnly? On, string? Reason, DateOnly? NoticeGivenOn);

/// <summary>POST /api/v1/call-offs/{reference}/end: records that the child has left; sent again for the same days it answers the same.</summary>
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
        Leaving leaving = new(body.On!.Value, body.Reason!, body.NoticeGivenOn);
        CallOff callOff = await db.LoadCallOff(Caller, reference, cancel);
        if (callOff.EndedOn is null)
        {
            try
            {
                await end.Execute(Caller, reference, leaving, cancel);
            }
            catch (RuleBroken)
            {
                // The same call at the same moment came first: its answer is this one's.
                db.ChangeTracker.Clear();
                CallOff first = await db.LoadCallOff(Caller, reference, cancel);
                if (first.EndedOn is null)
                {
                    throw;
                }

                await MustBeTheSame(first, leaving, cancel);
            }
        }
        else
        {
            await MustBeTheSame(callOff, leaving, cancel);
        }

        return CallOffAnswer.Of(await db.LoadCallOff(Caller, reference, cancel));
    }

    // The day of notice is kept in the log only; another one is known by the last paid day that it would give.
    private async Task MustBeTheSame(CallOff ended, Leaving leaving, CancellationToken cancel)
    {
        if (ended.EndedOn != leaving.On)
        {
            throw new RuleBroken("ENDED", $"This placement ended on {LondonTime.Day(ended.EndedOn!.Value)}.", field: "On");
        }

        int days = AgreedNotice.Of(ended, await db.AgreedTermsOf(ended, cancel)).CountedFrom(leaving.NoticeFrom, ended.From);
        if (leaving.NoticeGivenOn is not null && ended.PaidTo != PlacementValue.PaidTo(leaving, days))
        {
            throw new RuleBroken("ENDED", "The end of this placement is recorded with another day of notice.", field: "NoticeGivenOn");
        }
    }
}
