using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Gate;

/// <summary>The same home above its price is blocked with the way on; at 2am an emergency is allowed and leaves duties.</summary>
public static class GateStage
{
    public static async Task Play(Cast cast, string urn)
    {
        Visitor officer = await cast.Enter("officer", Role.PlacementOfficer, cast.Authority);
        await BeBlocked(officer, urn);
        cast.Portal.Clock.MoveTo(new DateTimeOffset(2027, 2, 13, 2, 0, 0, TimeSpan.Zero));
        await Emergency(officer, urn);
    }

    private static async Task BeBlocked(Visitor officer, string urn)
    {
        await officer.Go("/gate/check");
        await officer.Type("HomeUrn", urn);
        await officer.Type("Price", "6800");
        await officer.Tick("Unit", "Week");
        await officer.Type("ChildAge", "13");
        await officer.Pick("ServiceType", "residential");
        await officer.Tick("Urgency", "Planned");
        await officer.Press("Check");
        await officer.Press("Record this decision");
        await officer.Reads("Block");
        await officer.Reads("£5,900.00");
        await officer.Reads("is the price that the rules allow");
        await officer.Reads("Next step:");
        Assert.Equal(0, await officer.Page.GetByText("Call the place off").CountAsync());
    }

    private static async Task Emergency(Visitor officer, string urn)
    {
        await officer.Go("/gate/emergency");
        await officer.Type("ChildAge", "13");
        await officer.Type("HomeUrn", urn);
        await officer.Pick("ServiceType", "residential");
        await officer.Type("Price", "6800");
        await officer.Type("Why", "Police protection tonight; nobody nearer has a place.");
        await officer.Tick("Declared");
        await officer.Press("Record the emergency");
        await officer.Reads("emergency");
        await officer.Reads("Duties afterwards");
        await officer.Go("/gate/duties");
        await officer.Reads("Review");
    }
}
