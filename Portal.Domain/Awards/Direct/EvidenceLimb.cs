using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Awards.Direct;

/// <summary>A commissioner, or legal for its own answer, says how one limb of the ground is met, and where the proof is kept.</summary>
public sealed class EvidenceLimb(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string tenderRef, string limb, string facts, string source, CancellationToken stop = default)
    {
        bool legal = limb == DirectAwardGround.LegalAnswer;
        if (legal)
        {
            actor.MustBe(Role.Legal);
        }

        (_, DirectAward direct) = legal ? await db.LoadDirectAward(actor, tenderRef, stop) : await db.LoadDirectAwardToChange(actor, tenderRef, stop);
        direct.EvidenceLimb(limb, facts, source, actor, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
