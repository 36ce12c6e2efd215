using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.E2E.Furniture;
using Portal.Tests.Gate;
using Portal.Web.Printing;

namespace Portal.E2E.Gate;

/// <summary>A blocked placement is appealed, upheld, approved by three and called off; an emergency is ratified. What is not the journey's own is reached through use cases.</summary>
[Collection(nameof(PhoneJourneys))]
public sealed class AppealJourneyTests(Chrome chrome)
{
    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task An_appeal_is_upheld_and_the_place_called_off_and_an_emergency_is_ratified(int width)
    {
        GateMarket market = new();
        market.App.UseKestrel(0);
        market.App.StartServer();
        market.App.Services.GetRequiredService<PrinterRoom>().MoveIn(new ChromiumPrinter(Chrome.Executable));
        await market.InitializeAsync();
        await using Cast cast = new(chrome, market.App, width);
        await cast.Gather();
        Visitor officer = await cast.Enter("officer", Role.PlacementOfficer, market.Warwickshire);
        GateDecision blocked = await Ask(market, cast.ActorOf("officer"), "C-1", Urgency.Planned);
        GateDecision emergency = await Ask(market, cast.ActorOf("officer"), "C-2", Urgency.OutOfHours);

        await Appeal(cast, market, officer, blocked);
        await Approve(cast, market);
        await CallOff(officer, await Latest(market));
        await Ratify(cast, market, emergency);

        IReadOnlyList<string> faults = await cast.Faults();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    private static async Task Appeal(Cast cast, GateMarket market, Visitor officer, GateDecision blocked)
    {
        await officer.Go($"/gate/decisions/{blocked.Id.Value}");
        await officer.Reads("Block");
        await officer.Follow("Appeal to the duty panel");
        await officer.Type("Grounds", "Her brother lives in this home.");
        await officer.Press("Appeal");
        await officer.Reads("duty panel answers next");
        string appeal = new Uri(officer.Page.Url).AbsolutePath;

        Visitor panel = await cast.Enter("panel", Role.RccCommissioner, market.Cooperative);
        await panel.Go("/gate/scrutiny");
        await panel.Follow("E10000031");
        Assert.Equal(appeal, new Uri(panel.Page.Url).AbsolutePath);
        await panel.Tick("Upheld");
        await panel.Type("Words", "Brothers and sisters together.");
        await panel.Press("Answer");
        await panel.Reads("The appeal is upheld");
    }

    private static async Task Approve(Cast cast, GateMarket market)
    {
        foreach ((string name, Role role, OrganisationId at) in new[] { ("director", Role.Director, market.Warwickshire), ("commissioner", Role.RccCommissioner, market.Cooperative), ("finance", Role.Finance, market.Warwickshire) })
        {
            Visitor approver = await cast.Enter(name, role, at);
            await approver.Go($"/gate/decisions/{(await Latest(market)).Id.Value}");
            await approver.Type("Words", "The child’s tie to her brother weighs more.");
            await approver.Press("Approve");
            await approver.Reads("The approval is recorded");
        }
    }

    private static async Task CallOff(Visitor officer, GateDecision allowed)
    {
        Assert.True(allowed.Permits);
        await officer.Go($"/gate/decisions/{allowed.Id.Value}");
        await officer.Press("Call the place off");
        await officer.Date("From", new DateOnly(2026, 12, 14));
        await officer.Press("Call the place off");
        await officer.Follow("Read the agreement");
        await officer.Reads("Individual placement agreement CO-");
    }

    private static async Task Ratify(Cast cast, GateMarket market, GateDecision emergency)
    {
        Visitor head = await cast.Enter("head", Role.HeadOfService, market.Warwickshire);

        FollowUpDuty duty = await market.App.WithDb(db => db.FollowUpDuties.SingleAsync(d => d.Decision == emergency.Id && d.What == Domain.Gate.Deciding.Duty.Ratified));
        await head.Go($"/gate/duties/{duty.Id.Value}");
        const string form = "main form";
        await head.Page.Locator($"{form} textarea").FillAsync("The panel ratified it on 23 November.");
        await head.Click(head.Page.Locator($"{form} button"));
        Assert.NotNull((await market.App.WithDb(db => db.FollowUpDuties.SingleAsync(d => d.Id == duty.Id))).DoneAt);
    }

    private static Task<GateDecision> Latest(GateMarket market) => market.App.WithDb(db => db.GateDecisions.OrderByDescending(d => d.Number).FirstAsync());

    private static Task<GateDecision> Ask(GateMarket market, Actor officer, string child, Urgency urgency) => market.App.Do((RecordDecision record) => record.Execute(
        officer,
        new AskedOption { ChildReference = child, ChildAge = 14, ServiceType = "residential", Urgency = urgency, NeededBy = urgency == Urgency.Planned ? new DateTimeOffset(2026, 12, 13, 9, 0, 0, TimeSpan.Zero) : null, HomeUrn = GateMarket.Urn, Price = new Money(7200m), Weeks = 26, NewContract = true, Declaration = urgency == Urgency.Planned ? null : "Police protection." },
        null,
        CancellationToken.None));
}
