using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Fees;

/// <summary>Asks for the approval of a call-off's fee, once: the workflow calls it when a place is called off, and calling it again changes nothing.</summary>
public sealed class RequestFeeApproval(PortalDb db, TimeProvider clock)
{
    public async Task Execute(string callOffRef, CancellationToken cancel)
    {
        if (await db.FeeApprovals.AnyAsync(f => f.Asked.CallOffRef == callOffRef, cancel))
        {
            return;
        }

        CallOff callOff = await db.CallOffs.AsNoTracking().SingleOrDefaultAsync(c => c.Ref == callOffRef, cancel) ?? throw new NotFound($"Call-off {callOffRef}");
        DateOnly day = LondonTime.DateOf(callOff.MadeAt);
        var asked = new FeeAsked
        {
            CallOffRef = callOff.Ref,
            Authority = callOff.Authority,
            Cooperative = await db.Organisations.Where(o => o.Id == callOff.Authority).Select(o => o.Parent).SingleOrDefaultAsync(cancel),
            Provider = callOff.Provider,
            HomeUrn = callOff.HomeUrn,
            ServiceType = callOff.ServiceType,
            Fee = callOff.Price,
            Unit = callOff.Unit,
            Weeks = callOff.Weeks,
            FrameworkRef = callOff.FrameworkRef,
            LotNumber = callOff.LotNumber,
            RequestedBy = callOff.MadeBy,
        };
        Threshold threshold = Threshold.On(day, await db.ClassOf(callOff.Authority, cancel), PurchaseKind.LightTouch);
        db.Add(FeeApproval.Request(asked, await CompareFee.Of(db, callOff, day, cancel), threshold, clock.GetUtcNow()));
        await db.Save(Actor.Portal, cancel);
    }
}
