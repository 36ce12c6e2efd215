using Microsoft.EntityFrameworkCore;
using Portal.Domain.Fees;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Tests.Frameworks;

namespace Portal.Tests.Fees;

public sealed class FeesMappingTests
{
    [Fact]
    public async Task A_fee_with_its_signature_and_query_comes_back_from_the_database()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        FeeApproval fee = FeeApproval.Request(
            FeeApprovalTests.Asked(8_000, null), new FeeComparison(null, new Money(6_900m), null, null), Threshold.On(FrameworkScene.Today, AuthorityKind.SubCentral, PurchaseKind.LightTouch), FrameworkScene.Now);
        fee.Query(FeeApprovalTests.Somebody(null, Role.Finance), "Why so dear?", FrameworkScene.Now);
        fee.Answer(FeeApprovalTests.Somebody(), "Two to one.", FrameworkScene.Now);
        fee.Sign(FeeApprovalTests.Somebody(null, Role.Director), null, FrameworkScene.Now);
        scene.Db.Add(fee);
        await scene.Db.Save(Actor.Portal);
        scene.Db.ChangeTracker.Clear();

        FeeApproval back = await scene.Db.FeeApprovals.Include(f => f.Signatures).Include(f => f.Queries).SingleAsync(f => f.Asked.CallOffRef == "CO-2026-0001");

        Assert.Equal(fee.Asked, back.Asked);
        Assert.Equal(fee.Comparison, back.Comparison);
        Assert.Equal([Role.Finance, Role.Legal], back.StillToSign);
        Assert.Equal("Two to one.", Assert.Single(back.Queries).Answer);
    }

    [Fact]
    public async Task A_call_off_has_one_fee_approval_only()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        for (int i = 0; i < 2; i++)
        {
            scene.Db.Add(FeeApproval.Request(
                FeeApprovalTests.Asked(8_000, 1), new FeeComparison(null, null, null, null), Threshold.On(FrameworkScene.Today, AuthorityKind.SubCentral, PurchaseKind.LightTouch), FrameworkScene.Now));
        }

        await Assert.ThrowsAsync<DbUpdateException>(() => scene.Db.Save(Actor.Portal));
    }

    [Fact]
    public async Task A_cost_sheet_comes_back_with_its_lines()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        CostSheet sheet = CostSheet.State("SC900001", scene.Provider.Id, (4, 3.5m), [new CostLine(CostKind.Property, new Money(900.55m), true)], default, FrameworkScene.Now);
        scene.Db.Add(sheet);
        await scene.Db.Save(Actor.Portal);
        scene.Db.ChangeTracker.Clear();

        CostSheet back = await scene.Db.CostSheets.SingleAsync(s => s.HomeUrn == "SC900001");

        Assert.Equal(sheet.Lines, back.Lines);
        Assert.Equal(3.5m, back.Occupied);
    }
}
