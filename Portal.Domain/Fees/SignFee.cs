using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Fees;

/// <summary>Somebody signs a fee in a role that still has to sign.</summary>
public sealed class SignFee(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, FeeApprovalId id, string? comment, CancellationToken cancel)
    {
        FeeApproval fee = await db.LoadFee(actor, id, cancel);
        DateTimeOffset now = clock.GetUtcNow();
        fee.Sign((await db.ActingOn(actor, LondonTime.DateOf(now), cancel)).For(fee.Weekly, "week"), comment, now);
        if (fee.Stage == FeeStage.Approved)
        {
            await WithdrawMessages(fee, now, cancel);
        }

        await db.Save(actor, cancel);
    }

    // What told finance that this fee waits is done; a message's key names the placement that it is about.
    private async Task WithdrawMessages(FeeApproval fee, DateTimeOffset now, CancellationToken cancel)
    {
        GateDecisionId line = await (from callOff in db.CallOffs
                                     where callOff.Ref == fee.Asked.CallOffRef
                                     join decision in db.GateDecisions on callOff.GateDecision equals decision.Id
                                     select decision.Line).SingleOrDefaultAsync(cancel);
        string about = $"/gateLine/{line.Value}/";
        foreach (Message told in await db.Messages.Where(m => m.ReadAt == null && m.Organisation == fee.Asked.Authority && m.Role == Role.Finance && m.Key != null && m.Key.Contains(about)).ToListAsync(cancel))
        {
            told.Withdraw(now);
        }
    }
}
