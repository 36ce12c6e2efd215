using Portal.Domain.Kernel;

namespace Portal.Domain.Awards.Direct;

/// <summary>A commissioner says when it is to be signed, whether the supplier is excluded, and whether a standstill is stated.</summary>
public sealed class SetDirectAwardTerms(PortalDb db)
{
    public async Task Execute(Actor actor, string tenderRef, DirectAwardTerms terms, CancellationToken stop = default)
    {
        (_, DirectAward direct) = await db.LoadDirectAwardToChange(actor, tenderRef, stop);
        direct.SetTerms(terms);
        await db.Save(actor, stop);
    }
}
