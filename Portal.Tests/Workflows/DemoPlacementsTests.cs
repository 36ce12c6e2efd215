using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.CallOffs;
using Portal.Domain.CallOffs.Blocks;
using Portal.Domain.Fees;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Workflows;

/// <summary>The demo shows blocks with voids, uplifts at several stages, placements off framework, and work that is days old and not months.</summary>
[Collection(DemoPortal.Played)]
public sealed class DemoPlacementsTests(DemoPortal portal)
{
    [Fact]
    public async Task Two_homes_guarantee_places_and_some_of_them_stand_empty()
    {
        IReadOnlyList<BlockUse> blocks = await portal.Ask(async db => await db.WithUse(await db.BlockContracts.OrderBy(b => b.From).ToListAsync(), LondonTime.DateOf(db.Now), default));

        Assert.Equal([1, 0], blocks.Select(b => b.Taken));
        Assert.Equal([1, 1], blocks.Select(b => b.Voids));
        Assert.Equal(CallOffRoute.BlockPlace, await portal.Ask(db => db.CallOffs.Where(c => c.Block != null).Select(c => c.Route).SingleAsync()));
    }

    [Fact]
    public async Task Uplifts_stand_in_force_refused_before_finance_and_before_the_board()
    {
        List<UpliftStage> stages = await portal.Ask(db => db.Uplifts.IgnoreAutoIncludes().OrderBy(u => u.AskedAt).Select(u => u.Stage).ToListAsync());

        Assert.Equal([UpliftStage.InForce, UpliftStage.Refused, UpliftStage.Carried, UpliftStage.BeforeBoard], stages);
    }

    [Fact]
    public async Task Placements_off_framework_were_allowed_with_reasons()
    {
        List<GateDecision> decisions = await portal.Ask(db => (from callOff in db.CallOffs
                                                               where callOff.Kind == CallOffKind.OffFramework
                                                               join decision in db.GateDecisions on callOff.GateDecision equals decision.Id
                                                               select decision).AsNoTracking().ToListAsync());

        Assert.Superset(new HashSet<string> { "D4", "C3", "E1" }, decisions.Select(d => d.TableRow).ToHashSet());
        GateDecision planned = decisions.Single(d => d.TableRow == "D4");
        Assert.Equal((Outcome.Allow, "NO_OFFER"), (planned.Outcome, planned.Answer.Reasons[0].Code));
        Assert.All(planned.Answer.RequiredApprovals, need => Assert.True(need.Given));
        Assert.InRange(decisions.Count, 6, 60);
        Assert.Contains("Call-offs off framework: ", await (await portal.Browser(Role.NccAnalyst)).Page("/insight"));
    }

    [Fact]
    public async Task Fees_that_wait_were_asked_for_within_days_the_newest_yesterday()
    {
        List<DateTimeOffset> asked = await portal.Ask(db => db.FeeApprovals.Where(f => f.Stage == FeeStage.Awaiting).OrderByDescending(f => f.RequestedAt).Select(f => f.RequestedAt).ToListAsync());

        Assert.NotEmpty(asked);
        Assert.InRange(DemoPortal.Opened - asked[0], TimeSpan.Zero, TimeSpan.FromDays(2));
        Assert.InRange(DemoPortal.Opened - asked[^1], TimeSpan.Zero, TimeSpan.FromDays(10));
    }

    [Fact]
    public async Task Most_duties_of_emergencies_are_done_and_no_message_to_an_office_is_months_old()
    {
        int owed = await portal.Ask(db => db.FollowUpDuties.CountAsync(d => d.What == Duty.Ratified && d.DueBy < DemoPortal.Opened));
        int open = await portal.Ask(db => db.FollowUpDuties.CountAsync(d => d.What == Duty.Ratified && d.DueBy < DemoPortal.Opened && d.DoneAt == null));
        DateTimeOffset? oldest = await portal.Ask(db => db.Messages.Where(m => m.ReadAt == null && m.Role == Role.HeadOfService).MinAsync(m => (DateTimeOffset?)m.SentAt));

        Assert.True(owed > 10 && open * 4 < owed, $"{open} of {owed} are open");
        Assert.True(oldest is null || DemoPortal.Opened - oldest < TimeSpan.FromDays(250));
    }
}
