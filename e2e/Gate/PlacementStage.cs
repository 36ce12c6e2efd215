using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.E2E.Bids;
using Portal.E2E.Furniture;

namespace Portal.E2E.Gate;

/// <summary>A referral, an offer, a call-off on terms; the same home above its price is blocked; at 2am an emergency is allowed; finance approves; legal reads the timeline.</summary>
public static class PlacementStage
{
    private static readonly DateTimeOffset Day = new(2027, 2, 8, 10, 0, 0, TimeSpan.Zero);

    public static async Task Play(Cast cast)
    {
        cast.Portal.Clock.MoveTo(Day);
        (string code, string urn, string fee) = BiddingStage.Bidders[1];
        Visitor officer = await cast.Enter("officer", Role.PlacementOfficer, cast.Authority);
        string referral = await Refer(officer);
        await Offer(cast, code, referral, urn, fee);
        await CallOff(cast, officer, referral);
        await BeBlocked(officer, urn);
        await Emergency(cast, officer, urn);
        await ApproveFee(cast);
        await ReadTimeline(cast);
    }

    private static async Task<string> Refer(Visitor officer)
    {
        await officer.Go("/referrals/new");
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

    private static async Task Offer(Cast cast, string code, string referral, string urn, string fee)
    {
        Visitor provider = await cast.Enter(code, Role.ProviderBidder);
        await provider.Go("/referrals/inbox");
        await provider.Go($"/referrals/{referral}/answer");
        await provider.Tick("HomeUrn", urn);
        await provider.Tick("ServiceType", "residential");
        await provider.Type("Price", fee);
        await provider.Date("AvailableFrom", new DateOnly(2027, 2, 20));
        await provider.Type("HowNeedsAreMet", "The team knows the school and has a free room.");
        await provider.Press("Offer the place");
    }

    private static async Task CallOff(Cast cast, Visitor officer, string referral)
    {
        cast.Portal.Clock.MoveTo(Day.AddDays(2).AddHours(3));
        await officer.Go($"/referrals/{referral}");
        await officer.Page.Locator("input[name='match.Suitable'][value='true']").First.CheckAsync();
        await officer.Page.Locator("textarea[name='match.Reason']").First.FillAsync("Fits every need named; near the school.");
        await officer.Press("Record the match");
        await officer.Click(officer.Page.Locator("a[href*='/gate/check']").First);
        if (await officer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Record this decision" }).CountAsync() == 0)
        {
            await officer.Press("Check");
        }

        await officer.Press("Record this decision");
        await officer.Reads("allow");
        await officer.Press("Call the place off");
        await officer.Date("From", new DateOnly(2027, 2, 22));
        await officer.Press("Call the place off");
        Assert.Contains("/call-offs/CO-", officer.Page.Url, StringComparison.Ordinal);
        await officer.Reads("£5,900.00");
    }

    private static async Task BeBlocked(Visitor officer, string urn)
    {
        await officer.Go($"/gate/check?Form.HomeUrn={urn}&Form.Price=6800.00&Form.Unit=week&Form.ServiceType=residential&Form.ChildAge=13&Form.Urgency=Planned&Form.ChildReference=C-4712");
        await officer.Press("Record this decision");
        await officer.Reads("block");
        await officer.Reads("£5,900.00");
        await officer.Reads("duty");
    }

    private static async Task Emergency(Cast cast, Visitor officer, string urn)
    {
        cast.Portal.Clock.MoveTo(new DateTimeOffset(2027, 2, 13, 2, 0, 0, TimeSpan.Zero));
        await officer.Go("/gate/emergency");
        await officer.Type("ChildAge", "13");
        await officer.Type("HomeUrn", urn);
        await officer.Pick("ServiceType", "residential");
        await officer.Type("Price", "6800");
        await officer.Type("Why", "Police protection tonight; nobody nearer has a place.");
        await officer.Tick("Declared");
        await officer.Press("Record the emergency");
        await officer.Reads("emergency");
        await officer.Go("/gate/duties");
        await officer.Reads("Review");
    }

    private static async Task ApproveFee(Cast cast)
    {
        foreach ((string name, Role role) in new[] { ("finance", Role.Finance), ("head of service", Role.HeadOfService) })
        {
            Visitor signer = await cast.Enter(name, role, cast.Authority);
            await signer.Go("/fees");
            if (await signer.Page.GetByText("Put them in the list").CountAsync() > 0)
            {
                await signer.Press("Put them in the list");
            }

            await signer.Click(signer.Page.Locator("main table a").First);
            await signer.Reads("£5,900.00");
            await signer.Press("Approve the fee");
        }

        Visitor finance = await cast.Enter("finance", Role.Finance, cast.Authority);
        await finance.Page.ReloadAsync();
        await finance.Reads("approved");
    }

    private static async Task ReadTimeline(Cast cast)
    {
        Visitor legal = await cast.Enter("legal", Role.Legal);
        await legal.Go($"/tenders/{cast.Ref}/timeline");
        await legal.Reads("published");
        await legal.Reads("signed");
    }
}
