using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;

namespace Portal.Domain.Bids.Sealing;

/// <summary>The rehearsal: an opener shows before the deadline that the passphrase or the passkey works. Wrong attempts stand in the log.</summary>
public sealed class TestOpenerKey(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor holder, KeyProof proof, CancellationToken ct)
    {
        OpenerKey key = await db.OpenerKeys.SingleOrDefaultAsync(k => k.Person == holder.Person, ct) ?? throw new NotFound("Your opening key");
        bool works = key.Test(proof, clock.GetUtcNow());
        if (!works)
        {
            db.Note(holder, "opener.testFailed", $"person/{holder.Person.Value}", new { why = proof.RefusalCode }, clock.GetUtcNow());
        }

        await db.Save(holder, ct);
        if (!works)
        {
            throw proof.Refusal;
        }
    }
}
