using System.Globalization;
using Portal.Db.Scenes.Playing;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Clarifications;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Db.Scenes.Buying;

/// <summary>Questions, answers, drafts, sealed bids and the two openings of one tender, bids and prices.</summary>
internal sealed class BidScript(TenderScript tender)
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Play play = tender.Stage;

    public void Write()
    {
        List<(LotPlan Lot, BidPlan Bid)> bids = [.. tender.Plan.Lots.SelectMany(lot => lot.Bids.Select(bid => (lot, bid)))];
        play.At(tender.After(-30), () => Question(bids[0].Bid.Provider, "May a home that is being registered be offered?", "No. Every home offered is registered when the tender is sent in, as the condition says.", answered: true));
        play.At(tender.After(-14), () => Question(bids[^1].Bid.Provider, "Does the core fee include waking night staff?", "Yes, where the home's statement of purpose has them.", answered: tender.After(-12) < play.Ends.AddDays(-3)));
        WriteBids(bids);
        tender.At(9, TenderStage.Pricing, () => Open("opener.one"), hours: 3);
        tender.At(9, TenderStage.Pricing, () => Open("opener.two"), hours: 3.1);
    }

    /// <summary>Drafts and sealed bids of these bidders, and their opening by two.</summary>
    public void WriteBids(IReadOnlyList<(LotPlan Lot, BidPlan Bid)> bids)
    {
        for (int i = 0; i < bids.Count; i++)
        {
            (LotPlan lot, BidPlan bid) = bids[i];
            DateTimeOffset drafted = tender.After(-9).AddMinutes(37 * i);
            play.At(drafted, () => Save(lot, bid));
            play.At(drafted.AddDays(i % 6).AddHours(3), () => Submit(lot, bid));
        }

        tender.At(0, TenderStage.Closed, () => Open("opener.one"), hours: 2);
        tender.At(0, TenderStage.Closed, () => Open("opener.two"), hours: 2.1);
    }

    private async Task Question(string provider, string question, string answer, bool answered)
    {
        Actor asker = await play.Of(provider, Role.ProviderBidder);
        int number = await play.Ask((AskClarification use) => use.Execute(asker, tender.Ref, new AskedQuestion(question), None));
        if (answered)
        {
            await play.Do(async (AnswerClarification use) => await use.Execute(await play.Who(tender.Commissioner), tender.Ref, number, new BuyersAnswer(question, answer), None));
        }
    }

    private async Task Save(LotPlan lot, BidPlan bid)
    {
        Actor by = await play.Of(bid.Provider, Role.ProviderBidder);
        var content = new BidContent
        {
            Answers = new Dictionary<string, string> { ["Q1"] = LotText.Answer(bid.Quality), ["Q2"] = LotText.Answer(bid.Quality - (bid.Homes.Count % 2)), ["I1"] = bid.Homes.Count < 4 ? "yes" : "no" },
            Declarations = new Dictionary<string, bool> { ["D1"] = true, ["D2"] = true },
            Homes = [.. bid.Homes.Select(h => new HomeBid { Urn = h.Urn, Prices = LotText.PricesOf(lot, h.Fee) })],
        };
        await play.Do((SaveBidDraft use) => use.Execute(by, tender.Ref, lot.Number, content, new DraftSeen(null), None));
    }

    private async Task Submit(LotPlan lot, BidPlan bid)
    {
        Actor by = await play.Of(bid.Provider, Role.ProviderBidder);
        string key = string.Create(CultureInfo.InvariantCulture, $"scene-{bid.Provider}-{lot.Number}");
        await play.Do((SubmitBid use) => use.Execute(by, tender.Ref, lot.Number, new Repetition(by.Person.Value.ToString(), $"POST /tenders/{tender.Ref}/bids/{lot.Number}", key, key), None));
    }

    private async Task Open(string opener) =>
        await play.Do(async (AttendOpening use) => await use.Execute(await play.Who(opener), tender.Ref, DemoOpeners.Key(opener), null, None));
}
