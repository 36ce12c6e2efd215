using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.CallOffs;

/// <summary>The offer at the schedule price is allowed by the gate and called off.</summary>
public static class CallOffStage
{
    public static async Task Play(Cast cast, string referral)
    {
        Visitor officer = await cast.Enter("officer", Role.PlacementOfficer, cast.Authority);
        await officer.Go($"/referrals/{referral}");
        await officer.Press("Ask the gate about this offer");
        await officer.Press("Record this decision");
        await officer.Reads("Allow");
        await officer.Press("Call the place off");
        await officer.Date("From", new DateOnly(2027, 2, 22));
        await officer.Press("Call the place off");
        Assert.Contains("/call-offs/CO-", officer.Page.Url, StringComparison.Ordinal);
        await officer.Reads("£5,900.00");
        await officer.Follow("Read the agreement");
        await officer.Reads("Individual placement agreement CO-");
    }
}
