using Portal.Db.Scenes.Playing;
using Portal.Domain.Bids.Negotiating;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Qualification;
using Portal.Domain.Qualification.Requests;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Flexible;

namespace Portal.Db.Scenes.Buying;

/// <summary>The stages that a competitive flexible procedure has before its final tenders: requests, shortlist, initial tenders, a round of negotiation.</summary>
internal sealed class StagedScript(TenderScript tender)
{
    /// <summary>Requests close so many days before the initial tenders do.</summary>
    public const int RequestsLead = 35;

    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Play play = tender.Stage;

    public static FlexiblePlan Stages { get; } = new()
    {
        Description = "Suppliers ask to take part; the best three by the published criteria are invited; each is met for an hour in every round; all who are left send a final tender.",
        MostInvited = 3,
        MostRounds = 2,
        MinutesEach = 60,
        Negotiable = "How the homes are staffed at night and how therapy is paid for; never the criteria or the minimum standard.",
        OpenBook = false,
        Shortlist =
        [
            new("E", "Experience", "Which homes like these have you run, and what came of it for the children?", 60, 5),
            new("S", "Standing", "How do you find, train and keep good staff?", 40, 5),
        ],
    };

    public void Write()
    {
        IReadOnlyList<BidPlan> bids = tender.Plan.Lots[0].Bids;
        for (int i = 0; i < bids.Count; i++)
        {
            BidPlan bid = bids[i];
            play.At(tender.After(-RequestsLead - 12 + i), () => Ask(bid));
        }

        tender.At(-RequestsLead + 3, TenderStage.Shortlisting, Judge);
        tender.At(-RequestsLead + 4, TenderStage.Shortlisting, () => As((InviteShortlist use, Actor by) => use.Execute(by, tender.Ref, tender.Plan.ClosesAt, "", None)));
        new BidScript(tender).WriteBids([.. bids.OrderByDescending(b => b.Quality).Take(2).Select(bid => (tender.Plan.Lots[0], bid))]);
        play.At(tender.After(1), () => As((StartNegotiation use, Actor by) => use.Execute(by, tender.Ref, None)));
        play.At(tender.After(2), () => As((BeginRound use, Actor by) => use.Execute(by, tender.Ref, "How nights are staffed, and what the weekly fee then is.", None)));
        play.At(tender.After(3), () => Meet(bids.MaxBy(b => b.Quality)!));
    }

    private async Task Ask(BidPlan bid)
    {
        Actor by = await play.Of(bid.Provider, Role.ProviderBidder);
        RequestContent content = new(
            ["Every home that we would offer is registered; the certificates are in our library.", "Cover of £10 million; the certificate is in our library."],
            new Dictionary<string, string> { ["E"] = LotText.Answer(bid.Quality), ["S"] = LotText.Answer(bid.Quality - 1) },
            "");
        await play.Do((SendRequest use) => use.Execute(by, tender.Ref, content, None));
    }

    private async Task Judge()
    {
        foreach (BidPlan bid in tender.Plan.Lots[0].Bids)
        {
            OrganisationId supplier = (await play.Of(bid.Provider, Role.ProviderBidder)).Organisation;
            await As((DecideParticipation use, Actor by) => use.Execute(by, tender.Ref, supplier, AwardScript.Qualified, None));
            RequestScore[] scores =
            [
                new("E", bid.Quality, LotText.Seen(bid.Quality)),
                new("S", bid.Quality - 1, LotText.Seen(bid.Quality - 1)),
            ];
            await As((ScoreRequest use, Actor by) => use.Execute(by, tender.Ref, supplier, scores, None));
        }
    }

    private async Task Meet(BidPlan bid)
    {
        Actor supplier = await play.Of(bid.Provider, Role.ProviderBidder);
        var meeting = new Meeting(supplier.Organisation, play.Now.AddHours(-1), Stages.MinutesEach, "", "The commissioner and the clinical adviser", supplier.Name, "The rota of the night, and how a second adult is called.", "Two homes within twenty minutes of each other may share a second waking adult at night.");
        await As((HoldMeeting use, Actor by) => use.Execute(by, tender.Ref, meeting, None));
    }

    private async Task As<TUseCase>(Func<TUseCase, Actor, Task> act)
        where TUseCase : notnull
    {
        Actor by = await play.Who(tender.Commissioner);
        await play.Do((TUseCase use) => act(use, by));
    }
}
