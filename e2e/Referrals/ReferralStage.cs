using Portal.Domain.Kernel;
using Portal.E2E.Furniture;

namespace Portal.E2E.Referrals;

/// <summary>A placement officer asks every eligible provider at once; a provider offers; the officer assesses the match.</summary>
public static class ReferralStage
{
    private static readonly DateTimeOffset Day = new(2027, 2, 8, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Plays it and returns the referral's reference.</summary>
    public static async Task<string> Play(Cast cast, string provider, string urn, string fee)
    {
        cast.Portal.Clock.MoveTo(Day);
        Visitor officer = await cast.Enter("officer", Role.PlacementOfficer, cast.Authority);
        string referral = await Refer(officer);
        await Offer(await cast.Enter(provider, Role.ProviderBidder), urn, fee);
        cast.Portal.Clock.MoveTo(Day.AddDays(2).AddHours(3));
        await officer.Go($"/referrals/{referral}");
        await officer.Page.Locator("input[name='match.Suitable'][value='true']").First.CheckAsync();
        await officer.Page.Locator("textarea[name='match.Reason']").First.FillAsync("Fits every need named; near the school.");
        await officer.Press("Record the match");
        return referral;
    }

    private static async Task<string> Refer(Visitor officer)
    {
        await officer.Go("/today");
        await officer.Go("/referrals");
        await officer.Press("New referral");
        await officer.Type("ChildReference", "C-4711");
        await officer.Type("ChildAge", "14");
        await officer.Tick("ServiceTypes", "residential");
        await officer.Page.Locator("input[name='Form.Urgency']").First.CheckAsync();
        await officer.Date("NeededBy", new DateOnly(2027, 3, 1), "09:00");
        await officer.Date("WindowClosesAt", new DateOnly(2027, 2, 10), "12:00");
        await officer.Type("ChildsViews", "Wants to stay at the same school.");
        await officer.Press("Send to all eligible providers");
        return new Uri(officer.Page.Url).AbsolutePath.Split('/')[2];
    }

    private static async Task Offer(Visitor provider, string urn, string fee)
    {
        await provider.Go("/referrals/inbox");
        await provider.Click(provider.Page.Locator("main table a").First);
        await provider.Tick("HomeUrn", urn);
        await provider.Tick("ServiceType", "residential");
        await provider.Type("Price", fee);
        await provider.Date("AvailableFrom", new DateOnly(2027, 2, 20));
        await provider.Type("HowNeedsAreMet", "The team knows the school and has a free room.");
        await provider.Press("Offer the place");
    }
}
