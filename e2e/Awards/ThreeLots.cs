using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Opening;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Qualification;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Tenders;
using Portal.E2E.Furniture;
using Portal.Tests.Tenders;

namespace Portal.E2E.Awards;

/// <summary>A tender of three lots whose bids are opened and may be scored, brought there by use cases: nobody is limited to fewer than two lots, lot 3 is awarded first.</summary>
internal static class ThreeLots
{
    public const string Ref = "WM-2026-0001";

    public static readonly string[] Evaluators = ["evaluator one", "evaluator two"];

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Ashgrove bids for every lot, Birchway for the first two.</summary>
    public static readonly (string Name, string Code, string[] Lots, decimal Price)[] Bidders = [("Ashgrove", "P-801", ["1", "2", "3"], 5900m), ("Birchway", "P-802", ["1", "2"], 5600m)];

    public static async Task Open(Cast cast)
    {
        cast.Ref = Ref;
        await Publish(cast);
        foreach ((string name, string code, string[] lots, decimal price) in Bidders)
        {
            await cast.Enter(name, Role.ProviderBidder, await cast.Portal.Organisation(code, OrganisationKind.Provider));
            foreach (string lot in lots)
            {
                await Bid(cast, cast.ActorOf(name), lot, price);
            }
        }

        cast.Portal.Clock.MoveTo(ATender.Closes.AddHours(2));
        await Attend(cast);
        await Qualify(cast);
    }

    /// <summary>Both openers attend the act of opening that is due: the bids, and later their prices.</summary>
    public static async Task Attend(Cast cast)
    {
        foreach (string opener in (string[])["opener one", "opener two"])
        {
            await cast.Portal.Do((AttendOpening attend) => attend.Execute(cast.ActorOf(opener), Ref, "", null, None));
        }
    }

    private static async Task Publish(Cast cast)
    {
        (string Name, Role Role, TeamPart Part)[] team =
        [
            .. Evaluators.Select(e => (e, Role.Evaluator, TeamPart.Evaluator)),
            ("moderator", Role.Moderator, TeamPart.Moderator), ("opener one", Role.Opener, TeamPart.Opener), ("opener two", Role.Opener, TeamPart.Opener),
        ];
        await cast.Enter("commissioner", Role.Commissioner);
        foreach ((string name, Role role, _) in team)
        {
            await cast.Enter(name, role);
        }

        await cast.Portal.WithDb(async db =>
        {
            Tender tender = ATender.Ready(cast.ActorOf("commissioner"), Ref, "1", "2", "3");
            foreach ((string lot, string title) in ((string, string)[])[("1", "Homes in the north"), ("2", "Homes in the south"), ("3", "Crisis beds")])
            {
                tender.ChangeLot(lot, "basics", l => l.Describe(ATender.ALot with { Title = title, PerHome = false }));
            }

            tender.ChooseTeam([.. team.Select(m => (cast.ActorOf(m.Name).Person, cast.ActorOf(m.Name).Name, m.Part))]);
            tender.LimitLots(new LotLimit { Most = 2, Order = ["3", "1", "2"] });
            tender.Publish(ATender.Now);
            db.Add(tender);
            await db.Save(cast.ActorOf("commissioner"));
        });
    }

    private static async Task Bid(Cast cast, Actor bidder, string lot, decimal price)
    {
        BidContent content = new()
        {
            Answers = new Dictionary<string, string> { ["Q1"] = $"{bidder.OrganisationName} keeps brothers and sisters together.\nEach child has a plan within three days.", ["Q2"] = "Staff are trained in the first month." },
            Prices = new Dictionary<string, decimal> { ["core"] = price },
            Declarations = new Dictionary<string, bool> { ["D1"] = true },
        };
        await cast.Portal.Do((SaveBidDraft save) => save.Execute(bidder, Ref, lot, content, new DraftSeen(null), None));
        await cast.Portal.Do((SubmitBid submit) => submit.Execute(bidder, Ref, lot, new Repetition(bidder.Person.Value.ToString(), $"POST {Ref}/{lot}", $"key-{lot}", new string('0', 64)), None));
    }

    private static async Task Qualify(Cast cast)
    {
        Actor commissioner = cast.ActorOf("commissioner");
        await cast.Portal.Do((StartQualification start) => start.Execute(commissioner, Ref, None));
        foreach ((_, string code, _, _) in Bidders)
        {
            OrganisationId bidder = await cast.Portal.Organisation(code, OrganisationKind.Provider);
            ParticipationFinding finding = new()
            {
                Conditions = [new ConditionFinding(ATender.Basics.Conditions[0], true, "The register, seen today")],
                DebarmentListChecked = true,
                GroundsConsidered = "The platform and the register of companies",
                Outcome = ParticipationOutcome.Qualified,
                Reason = "Meets the condition, and no ground was found.",
            };
            await cast.Portal.Do((DecideParticipation decide) => decide.Execute(commissioner, Ref, bidder, finding, None));
        }

        await cast.Portal.Do((StartScoring start) => start.Execute(commissioner, Ref, None));
    }
}
