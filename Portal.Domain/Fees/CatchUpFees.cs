using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Fees;

/// <summary>Asks for the approval of every fee of the actor's authorities that nobody has asked for yet, should the workflow have missed one.</summary>
public sealed class CatchUpFees(PortalDb db, RequestFeeApproval request)
{
    private const int AtOnce = 100;

    /// <summary>Returns how many were asked for.</summary>
    public async Task<int> Execute(Actor actor, CancellationToken cancel)
    {
        actor.MustBe(Role.Finance, Role.Commissioner, Role.RccCommissioner, Role.HeadOfService, Role.Director);
        string[] missing = await db.CallOffsWithoutFee(actor).OrderBy(c => c.MadeAt).Take(AtOnce).Select(c => c.Ref).ToArrayAsync(cancel);
        foreach (string callOff in missing)
        {
            await request.Execute(callOff, cancel);
        }

        return missing.Length;
    }
}
