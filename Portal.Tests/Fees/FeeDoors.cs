using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Fees;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Tests.Frameworks;

namespace Portal.Tests.Fees;

/// <summary>A place called off through the gate in a region of its own, and its fee.</summary>
public sealed record FeeDoors(FrameworkDoors Region, Actor Officer, CallOff CallOff, FeeApprovalId Fee)
{
    public string Path => $"/fees/{Fee.Value}";

    public static async Task<FeeDoors> Open(Furniture.PortalApp app, decimal price = 6100m, decimal? weeks = 40m, bool asked = true)
    {
        FrameworkDoors region = await FrameworkDoors.Open(app);
        Actor officer = await app.Someone(region.Lead, Role.PlacementOfficer);
        CallOff callOff = await CallOffAt(region, officer, price, weeks);
        if (asked)
        {
            await app.Do((RequestFeeApproval request) => request.Execute(callOff.Ref, CancellationToken.None));
        }

        FeeApprovalId fee = await app.WithDb(db => db.FeeApprovals.Where(f => f.Asked.CallOffRef == callOff.Ref).Select(f => f.Id).SingleOrDefaultAsync());
        return new FeeDoors(region, officer, callOff, fee);
    }

    public Task<FeeApproval> Load() => Region.App.WithDb(db => db.FeeApprovals.AsNoTracking().AsSplitQuery().Include(f => f.Signatures).Include(f => f.Queries).SingleAsync(f => f.Id == Fee));

    public async Task<HttpClient> As(Role role) => await Region.As(role, role == Role.RccCommissioner ? Region.Cooperative : Region.Lead);

    private static async Task<CallOff> CallOffAt(FrameworkDoors region, Actor officer, decimal price, decimal? weeks)
    {
        var need = new AskedOption
        {
            ChildReference = $"C-{region.Urn}",
            ChildAge = 14,
            ServiceType = "residential",
            Urgency = Urgency.SameDay,
            HomeUrn = region.Urn,
            Price = new Money(price),
            Weeks = weeks,
            Distance = Distance.Own,
            Declaration = "Placement broke down today.",
        };
        GateDecision decision = await region.App.Do((RecordDecision record) => record.Execute(officer, need, null, CancellationToken.None));
        return await region.App.Do((MakeCallOff make) => make.Execute(officer, new CallOffRequest(decision.Id, new DateOnly(2026, 11, 23), null, weeks), CancellationToken.None));
    }
}
