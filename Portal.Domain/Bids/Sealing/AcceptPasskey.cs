using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;

namespace Portal.Domain.Bids.Sealing;

/// <summary>An opener lets a passkey open the opening key too: shown the passphrase, or a passkey that opens it already. Wrong attempts stand in the log.</summary>
public sealed class AcceptPasskey(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor holder, KeyProof proof, PasskeySecret added, CancellationToken ct)
    {
        holder.MustBe(Role.Opener, Role.Legal);
        OpenerKey key = await db.OpenerKeys.SingleOrDefaultAsync(k => k.Person == holder.Person, ct) ?? throw new NotFound("Your opening key");
        bool accepted = key.AcceptPasskey(proof, added, clock.GetUtcNow());
        if (!accepted)
        {
            db.Note(holder, "opener.passkeyRefused", $"person/{holder.Person.Value}", new { why = proof.RefusalCode }, clock.GetUtcNow());
        }

        await db.Save(holder, ct);
        if (!accepted)
        {
            throw proof.Refusal;
        }
    }
}
