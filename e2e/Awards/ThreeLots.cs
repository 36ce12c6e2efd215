using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Bids.Submission;
using Portal.Domain.Evaluation;
using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Domain.Tenders.Publishing;
using Portal.E2E.Furniture;
using Portal.Tests.Tenders;

namespace Portal.E2E.Awards;

/// <summary>A tender of three lots, published and bid for by use cases as a real one is: a supplier may be awarded one lot, and lot 3 is awarded first.</summary>
internal static class ThreeLots
{
    public const string Ref = "WM-2026-0001";

    public static readonly string[] Lots = ["1", "2", "3"];

    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Ashgrove bids for every lot, the others for one each; five bids in all.</summary>
    public static readonly (string Name, string Code, string[] Lots, decimal Price)[] Bidders =
        [("Ashgrove", "P-801", ["1", "2", "3"], 5900m), ("Birchway", "P-802", ["1"], 5600m), ("Cedarfield", "P-803", ["2"], 5700m)];

    private static readonly (string Name, Role Role, TeamPart Part)[] Team =
    [
        ("evaluator one", Role.Evaluator, TeamPart.Evaluator), ("evaluator two", Role.Evaluator, TeamPart.Evaluator),
        ("moderator", Role.Moderator, TeamPart.Moderator), ("opener one", Role.Opener, TeamPart.Opener), ("opener two", Role.Opener, TeamPart.Opener),
    ];

    /// <summary>Published, its procedure under way, and five sealed bids received.</summary>
    public static async Task Receive(Cast cast)
    {
        cast.Ref = Ref;
        await cast.Enter("drafter", Role.Commissioner);
        foreach ((string name, Role role, _) in Team)
        {
            await cast.Enter(name, role);
        }

        await Draft(cast, cast.ActorOf("drafter"));
        await cast.Portal.Do((AddTenderDocument add) => add.Execute(cast.ActorOf("drafter"), Ref, "Specification.pdf", "Specification", new MemoryStream("%PDF-1.4\n"u8.ToArray()), None));
        await cast.Portal.Do((PublishTender publish) => publish.Execute(cast.ActorOf("drafter"), Ref, None));
        await cast.CatchUp();
        foreach ((string name, string code, string[] lots, decimal price) in Bidders)
        {
            await cast.Enter(name, Role.ProviderBidder, await cast.Portal.Organisation(code, OrganisationKind.Provider));
            foreach (string lot in lots)
            {
                await Bid(cast, cast.ActorOf(name), lot, price);
            }
        }
    }

    /// <summary>What the second evaluator does alone, a step lower than the first, so that the panel has something to agree.</summary>
    public static async Task ScoreAlone(Cast cast, string evaluator, int score)
    {
        Actor actor = cast.ActorOf(evaluator);
        await cast.Portal.Do((DeclareConflict declare) => declare.Execute(actor, Ref, conflict: false, null, None));
        foreach (string lot in Lots)
        {
            foreach (string alias in await Aliases(cast, lot))
            {
                foreach (string criterion in (string[])["Q1", "Q2"])
                {
                    ScoreEntry entry = new(score, "Plans are made within three days; outcomes are not measured.", "Each child has a plan within three days.");
                    await cast.Portal.Do((WriteScore write) => write.Execute(actor, Ref, lot, alias, criterion, entry, None));
                }
            }

            await cast.Portal.Do((LockSheet sheet) => sheet.Execute(actor, Ref, lot, stillNoConflict: true, None));
        }
    }

    /// <summary>The alias of this supplier's bid on this lot, as addresses write it.</summary>
    public static async Task<string> Alias(Cast cast, string lot, string code)
    {
        OrganisationId bidder = await cast.Portal.Organisation(code, OrganisationKind.Provider);
        return await cast.Portal.WithDb(async db =>
        {
            Tender tender = await db.LoadTender(Actor.Portal, Ref, None);
            return AssessedBids.AliasInAddress((await db.BidsToAssess(tender.Id, tender.LotNumbered(lot).Id, None)).Single(b => b.Bidder == bidder));
        });
    }

    private static Task<string[]> Aliases(Cast cast, string lot) => cast.Portal.WithDb(async db =>
    {
        Tender tender = await db.LoadTender(Actor.Portal, Ref, None);
        return (await db.BidsToAssess(tender.Id, tender.LotNumbered(lot).Id, None)).Select(AssessedBids.AliasInAddress).ToArray();
    });

    private static Task Draft(Cast cast, Actor drafter) => cast.Portal.WithDb(async db =>
    {
        Tender tender = ATender.Ready(drafter, Ref, Lots);
        foreach ((string lot, string title) in Lots.Zip((string[])["Homes in the north", "Homes in the south", "Crisis beds"]))
        {
            tender.ChangeLot(lot, "basics", l => l.Describe(ATender.ALot with { Title = title, PerHome = false }));
        }

        tender.RemoveDocument(tender.Documents.Single().Id);
        tender.ChooseTeam([.. Team.Select(m => (cast.ActorOf(m.Name).Person, cast.ActorOf(m.Name).Name, m.Part))]);
        tender.LimitLots(new LotLimit { Most = 1, Order = ["3", "1", "2"] });
        db.Add(tender);
        await db.Save(drafter);
    });

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
}
