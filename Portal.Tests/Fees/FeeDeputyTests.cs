using Portal.Domain.Fees;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.Fees;

/// <summary>A deputy signs fees in the office up to the limit; requester, approver and finance stay different people.</summary>
public sealed class FeeDeputyTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData(6500, true)]
    [InlineData(6000, false)]
    public async Task A_deputy_signs_up_to_the_limit_a_week(int limit, bool signs)
    {
        FeeDoors doors = await FeeDoors.Open(app);
        Actor head = await app.Someone(doors.Region.Lead, Role.HeadOfService);
        Actor deputy = await app.Someone(doors.Region.Lead, Role.Commissioner);
        await Name(head, deputy, limit);

        FeeApproval before = await doors.Load();
        Task sign() => app.Do((SignFee use) => use.Execute(deputy, doors.Fee, "For the head of service.", default));
        if (signs)
        {
            await sign();
        }
        else
        {
            Assert.Equal("NOT_A_SIGNER", (await Assert.ThrowsAsync<RuleBroken>(sign)).Reasons[0].Code);
        }

        Assert.Contains(Role.HeadOfService, before.StillToSign);
        Assert.Equal(signs, (await doors.Load()).Signatures.Any(s => s.Role == Role.HeadOfService && s.Person == deputy.Person));
    }

    [Fact]
    public async Task Whoever_asked_for_the_placement_signs_not_even_as_a_deputy()
    {
        FeeDoors doors = await FeeDoors.Open(app);
        Actor head = await app.Someone(doors.Region.Lead, Role.HeadOfService);
        await Name(head, doors.Officer, 9000);

        RuleBroken refused = await Assert.ThrowsAsync<RuleBroken>(() => app.Do((SignFee use) => use.Execute(doors.Officer, doors.Fee, null, default)));

        Assert.Equal("OWN_REQUEST", refused.Reasons[0].Code);
    }

    private Task Name(Actor head, Actor deputy, int limit) => app.WithDb(async db =>
    {
        DateOnly today = new(2026, 11, 23);
        db.Add(Deputy.Name(head, Role.HeadOfService, (deputy.Person, deputy.Name), (today, today.AddDays(7)), new Money(limit), today));
        await db.Save(head);
    });
}
