using Portal.Domain.Kernel;
using Portal.E2E.Bids;
using Portal.E2E.Furniture;

namespace Portal.E2E.Awards;

/// <summary>Recommendation, decision, all summaries at once, the award notice, a standstill that blocks, signatures.</summary>
public static class AwardStage
{
    private static readonly DateTimeOffset DecisionDay = new(2027, 1, 11, 10, 0, 0, TimeSpan.Zero);

    public static async Task Play(Cast cast)
    {
        cast.Portal.Clock.MoveTo(DecisionDay);
        Visitor buyer = await cast.Enter("drafter", Role.Commissioner);
        Visitor director = await cast.Enter("director", Role.Director);
        string award = $"/tenders/{cast.Ref}/award";
        await buyer.Go($"/tenders/{cast.Ref}/evaluation/ranking");
        await buyer.Follow("Go to the award");
        await buyer.Type("Reason", "They satisfy the requirements and best satisfy the published criteria.");
        await buyer.Press("Recommend the award");
        await director.Go(award);
        await director.Type("Reason", "I have read the report and the agreed scores.");
        await director.Press("Decide the award");
        await buyer.Go(award);
        await buyer.Press("Send every summary now");
        await ReadResults(cast);
        await buyer.Press("Publish the award notice (UK6)");
        await PublicReadsNotice(cast);
        await Announce(cast, buyer, director, award);
        await Wait(cast, director, award);
        await Approve(cast, buyer);
        await LookBeforeSigning(buyer, award);
        await ReviewConflicts(cast, award);
        await Sign(cast, director, award);
    }

    private static async Task ReadResults(Cast cast)
    {
        foreach ((string name, _, _) in BiddingStage.Bidders)
        {
            Visitor bidder = await cast.Enter(name, Role.ProviderBidder);
            await bidder.Go($"/tenders/{cast.Ref}/result");
            await bidder.Reads("Awarded");
            await bidder.Reads("I have read the report");
        }

        Visitor first = await cast.Enter(BiddingStage.Bidders[0].Name, Role.ProviderBidder);
        byte[] letter = await first.Fetch($"/tenders/{cast.Ref}/result/letter.pdf", "application/pdf");
        Assert.Equal("%PDF"u8.ToArray(), letter[..4]);
    }

    private static async Task PublicReadsNotice(Cast cast)
    {
        await cast.CatchUp();
        Visitor anybody = await cast.Public();
        await anybody.Go($"/tenders/{cast.Ref}/notices");
        await anybody.Reads("UK6");
    }

    // The buyer entered it on the central digital platform; without its number nobody signs.
    private static async Task Announce(Cast cast, Visitor buyer, Visitor director, string award)
    {
        await director.Go(award);
        await director.Reads("no number of the central digital platform yet");
        await director.Follow("Record the number of the award notice");
        await buyer.Go($"/tenders/{cast.Ref}/notices");
        await buyer.Follow("UK6");
        await buyer.Press("Record the national notice number");
        await buyer.Type("Number", "032704-2027");
        await buyer.Press("Record");
    }

    private static async Task Wait(Cast cast, Visitor director, string award)
    {
        await director.Go(award);
        Assert.Equal(0, await director.Page.GetByText("Sign for the authority").CountAsync());
        await director.Reads("standstill");
        Visitor bidder = await cast.Enter(BiddingStage.Bidders[0].Name, Role.ProviderBidder);
        await bidder.Go($"/tenders/{cast.Ref}/result");
        await bidder.Reads("may not sign before the end of");
        Assert.Equal(0, await bidder.Page.GetByText("Sign the agreement").And(bidder.Page.Locator("button")).CountAsync());
    }

    // The board's own decision to award, out of call-in before the agreements are signed (SO-1, SO-2).
    private static async Task Approve(Cast cast, Visitor buyer)
    {
        await buyer.Go($"/tenders/{cast.Ref}/approval-to-award");
        await buyer.Type("Decision", "CAB/27/004");
        await buyer.Date("On", new DateOnly(2027, 1, 8));
        await buyer.Type("By", "The co-operative's board");
        await buyer.Type("Limit", "12000000");
        await buyer.Date("CallInEndsOn", new DateOnly(2027, 1, 15));
        await buyer.Press("Save and continue");
    }

    private static async Task LookBeforeSigning(Visitor buyer, string award)
    {
        await buyer.Go(award);
        foreach (string supplier in await buyer.Addresses("a[href*='/diligence/']"))
        {
            await buyer.Go(supplier);
            await buyer.Tick("Insured");
            await buyer.Tick("Registered");
            await buyer.Tick("NotExcluded");
            await buyer.Type("Evidence", "Policy schedule and the regulator's register, looked at today.");
            await buyer.Press("Keep what was found");
        }
    }

    // The bidders are known now; the contract details notice confirms that a colleague looked again (section 83).
    private static async Task ReviewConflicts(Cast cast, string award)
    {
        Visitor colleague = await cast.Enter("second commissioner", Role.Commissioner);
        await colleague.Go(award);
        await colleague.Follow("Look at it again");
        await colleague.Type("Assessment", "Everybody was asked again, bidder by bidder; none has an interest.");
        await colleague.Press("Record the assessment");
    }

    // Eight working days from Monday 11 January end on Thursday 21 January.
    private static async Task Sign(Cast cast, Visitor director, string award)
    {
        cast.Portal.Clock.MoveTo(DecisionDay.AddDays(14));
        foreach ((string name, _, _) in BiddingStage.Bidders)
        {
            Visitor bidder = await cast.Enter(name, Role.ProviderBidder);
            await bidder.Go($"/tenders/{cast.Ref}/result");
            await bidder.Type("Signatory", "A. Signatory");
            await bidder.Type("Position", "Director");
            await bidder.Press("Sign the agreement");
        }

        await director.Go(award);
        await director.Type("Signatory", "D. Director");
        await director.Type("Position", "Director of the co-operative");
        await director.Press("Sign for the authority");
        await director.Reads("Signed");
    }
}
