using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit.Sequencing;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Kernel;

namespace Portal.Domain.Gate.Recording;

/// <summary>A client's idempotency key with the hash of the body that it came with.</summary>
public sealed record RequestStamp(string Client, string Key, string BodySha256);

/// <summary>Asks the gate and records its decision; the same key with the same body gives the decision already recorded.</summary>
public sealed class RecordDecision(PortalDb db, DecideOption decide, LogSequencer sequencer)
{
    private static readonly PreparedQuery<KeyOf, RequestKey> Keys = new((db, asked) => db.GateRequestKeys.AsNoTracking().Where(k => k.Client == asked.Client && k.Key == asked.Key));

    public async Task<GateDecision> Execute(Actor actor, AskedOption asked, RequestStamp? stamp, CancellationToken cancel)
    {
        await using IAsyncDisposable connection = await db.KeepOpen(cancel);
        if (await Known(stamp, cancel) is { } known)
        {
            return known;
        }

        GateDecision decision = await decide.Execute(GateRequester.Of(actor), asked, null, DecisionOccasion.Asked, [], cancel);
        if (stamp is null)
        {
            await db.Save(actor, cancel);
            return decision;
        }

        db.Add(new RequestKey(stamp.Client, stamp.Key, stamp.BodySha256, decision.Id));
        if (!await SaveFirst(actor, cancel))
        {
            return await Known(stamp, cancel) ?? throw new RuleBroken("TRY_AGAIN", "The decision could not be recorded. Send the request again.");
        }

        await sequencer.NumberPending(CancellationToken.None);
        return decision;
    }

    // A client is told the entry's number, so it waits for the log's commit, which puts the decision on the disk as well (ADR 16). False: somebody else used the key between the look and the save, and theirs is the decision.
    private async Task<bool> SaveFirst(Actor actor, CancellationToken cancel)
    {
        db.CommitsWithTheLog = true;
        try
        {
            await db.Save(actor, cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
        finally
        {
            db.CommitsWithTheLog = false;
        }
    }

    private async Task<GateDecision?> Known(RequestStamp? stamp, CancellationToken cancel)
    {
        RequestKey? key = stamp is null ? null : (await Keys.Ask(db, new KeyOf(stamp.Client, stamp.Key), cancel)).SingleOrDefault();
        if (key is not null && key.BodySha256 != stamp!.BodySha256)
        {
            throw new FactsRefused("Idempotency-Key", "This key was used with another body.");
        }

        return key is null ? null : await db.GateDecisions.SingleAsync(d => d.Id == key.Decision, cancel);
    }

    private sealed record KeyOf(string Client, string Key);
}
