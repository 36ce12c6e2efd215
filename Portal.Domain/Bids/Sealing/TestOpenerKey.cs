using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;

namespace Portal.Domain.Bids.Sealing;

/// <summary>The rehearsal: an opener shows before the deadline that the passphrase works. Wrong attempts stand in the log.</summary>
public sealed class TestOpenerKey(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor holder, string passphrase, CancellationToken ct)
    {
        OpenerKey key = await db.OpenerKeys.SingleOrDefaultAsync(k => k.Person == holder.Person, ct) ?? throw new NotFound("Your opening key");
        bool works = key.Test(passphrase, clock.GetUtcNow());
        if (!works)
        {
            db.Note(holder, "opener.testFailed", $"person/{holder.Person.Value}", new { }, clock.GetUtcNow());
        }

        await db.Save(holder, ct);
        if (!works)
        {
            throw new RuleBroken("PASSPHRASE_WRONG", "That is not your passphrase. Check it letter by letter: there is no 0, 1, i, l or o in it.", field: "Passphrase");
        }
    }
}
