using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.E2E.Bids;
using Portal.E2E.Furniture;

namespace Portal.E2E.Awards;

/// <summary>Recommendation, decision, all summaries at once, notice, standstill that blocks, signatures, admissions, home onboarding, accession.</summary>
public static class AwardStage
{
    private static readonly DateTimeOffset DecisionDay = new(2027, 1, 11, 10, 0, 0, TimeSpan.Zero);

    public static async Task Play(Cast cast)
    {
        cast.Portal.Clock.MoveTo(DecisionDay);
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        Visitor director = await cast.Enter("director", Role.Director);
        string award = $"/tenders/{cast.Ref}/award";
        await buyer.Go(award);
        await buyer.Type("Reason", "They satisfy the requirements and best satisfy the published criteria.");
        await buyer.Press("Recommend the award");
        await director.Go(award);
        await director.Type("Reason", "I have read the report and the agreed scores.");
        await director.Press("Decide the award");
        await buyer.Go(award);
        await buyer.Press("Send every summary now");
        await buyer.Press("Publish the award notice (UK6)");
        await ReadResults(cast);
        await Sign(cast, director, award);
        await Onboard(cast, buyer);
    }

    private static async Task ReadResults(Cast cast)
    {
        foreach ((string code, _, _) in BiddingStage.Bidders)
        {
            Visitor bidder = await cast.Enter(code, Role.ProviderBidder);
            await bidder.Go($"/tenders/{cast.Ref}/result");
            await bidder.Reads("awarded");
        }
    }

    private static async Task Sign(Cast cast, Visitor director, string award)
    {
        await director.Go(award);
        Assert.Equal(0, await director.Page.GetByText("Sign for the authority").CountAsync());
        await director.Reads("standstill");
        cast.Portal.Clock.MoveTo(DecisionDay.AddDays(14));
        foreach ((string code, _, _) in BiddingStage.Bidders)
        {
            Visitor bidder = await cast.Enter(code, Role.ProviderBidder);
            await bidder.Go($"/tenders/{cast.Ref}/result");
            if (await bidder.Page.GetByText("Sign the agreement").CountAsync() > 0)
            {
                await bidder.Type("Signatory", "A. Signatory");
                await bidder.Type("Position", "Director");
                await bidder.Press("Sign the agreement");
            }
        }

        await director.Go(award);
        await director.Type("Signatory", "D. Director");
        await director.Type("Position", "Director of the co-operative");
        await director.Press("Sign for the authority");
    }

    private static async Task Onboard(Cast cast, Visitor buyer)
    {
        (_, string urn, _) = BiddingStage.Bidders[1];
        string home = $"/frameworks/WM-2027/lots/1/homes/{urn}";
        await buyer.Go("/frameworks/WM-2027");
        Visitor quality = await cast.Enter("quality lead", Role.QaLead);
        await quality.Go(home);
        foreach (string matter in new[] { "Insurance", "Policies", "ResponsibleIndividual", "RegisteredManager", "Capacity" })
        {
            await quality.Page.Locator("[name='Check.Matter']").SelectOptionAsync(matter);
            await quality.Page.Locator("[name='Check.Satisfied'][value='true' i]").First.CheckAsync();
            await quality.Page.Locator("[name='Check.Evidence']").FillAsync("Seen on the visit of 20 January 2027");
            await quality.Press("Note the check");
        }

        await quality.Press("Onboard the home");
        await quality.Reads("onboarded");
        await Accede(cast, buyer);
    }

    private static async Task Accede(Cast cast, Visitor buyer)
    {
        Visitor authority = await cast.Enter("authority commissioner", Role.Commissioner, cast.Authority);
        await authority.Go("/frameworks/WM-2027/join");
        await authority.Type("Reason", "Forty placements a year near home.");
        await authority.Press("Send the application");
        cast.Portal.Clock.MoveTo(new DateTimeOffset(2027, 2, 1, 9, 0, 0, TimeSpan.Zero));
        await buyer.Go("/frameworks/WM-2027");
        await buyer.Click(buyer.Page.Locator("a[href*='/accessions/']").First);
        await buyer.Page.Locator("[name='Decision.Approve'][value='true']").CheckAsync();
        await buyer.Page.Locator("[name='Decision.Reason']").FillAsync("The authority is named in the notice.");
        await buyer.Press("Decide");
        await buyer.Page.Locator("[name='Signed.Deed']").FillAsync("Deed 7 of 1 February 2027");
        await buyer.Page.Locator("[name='Signed.EffectiveFrom.Day']").FillAsync("1");
        await buyer.Page.Locator("[name='Signed.EffectiveFrom.Month']").FillAsync("2");
        await buyer.Page.Locator("[name='Signed.EffectiveFrom.Year']").FillAsync("2027");
        await buyer.Press("Record the deed");
    }
}
