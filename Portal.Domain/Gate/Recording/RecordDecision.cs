using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>A client's idempotency key with the hash of the body that it came with.</summary>
public sealed record RequestStamp(string Client, string Key, string BodySha256);

/// <summary>Asks the gate and records its decision; the same key with the same body gives the decision already recorded.</summary>
public sealed class RecordDecision(PortalDb db, DecideOption decide)
{
    public async Task<GateDecision> Execute(Actor actor, AskedOption asked, RequestStamp? stamp, CancellationToken cancel)
    {
        if (await Known(stamp, cancel) is { } known)
        {
            return known;
        }

        GateDecision decision = await decide.Execute(GateRequester.Of(actor), asked, null, DecisionOccasion.Asked, [], cancel);
        if (stamp is not null)
        {
            db.Add(new RequestKey(stamp.Client, stamp.Key, stamp.BodySha256, decision.Id));
        }

        try
        {
            await db.Save(actor, cancel);
            return decision;
        }
        catch (DbUpdateException) when (stamp is not null)
        {
            // Somebody else used the key between the look and the save: theirs is the decision.
            db.ChangeTracker.Clear();
            return await Known(stamp, cancel) ?? throw new RuleBroken("TRY_AGAIN", "The decision could not be recorded. Send the request again.");
        }
    }

    private async Task<GateDecision?> Known(RequestStamp? stamp, CancellationToken cancel)
    {
        RequestKey? key = stamp is null ? null : await db.GateRequestKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Client == stamp.Client && k.Key == stamp.Key, cancel);
        if (key is not null && key.BodySha256 != stamp!.BodySha256)
        {
            throw new FactsRefused("Idempotency-Key", "This key was used with another body.");
        }

        return key is null ? null : await db.GateDecisions.SingleAsync(d => d.Id == key.Decision, cancel);
    }
}
