using Portal.Domain.Evaluation.Panel;
using Portal.Domain.Evaluation.Scoring;
using Portal.Domain.Kernel;
using Portal.Domain.Qualification;
using Portal.Domain.Tenders;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;

namespace Portal.Bench;

/// <summary>The evaluator's page of one score with 200 bids, all scored, against the same page with four: flat means that the number of bids does not count.</summary>
internal static class EvaluatorPageBench
{
    private const int Few = 4;

    public static async Task Run(Scale scale)
    {
        int many = scale == Scale.Small ? 20 : 200;
        await using Panel few = await Panel.Of(Few);
        await using Panel all = await Panel.Of(many);
        await Pairs.Compare($"evaluator's page of one score, {many} bids beside {Few}", 15, () => few.Open(), () => all.Open(), "≤ 1.50");
        await Pairs.Compare($"keeping one score, {many} bids beside {Few}", 15, () => few.Keep(), () => all.Keep(), "≤ 1.50");
        await Pairs.Compare($"the sheet of the lot, {many} bids beside {Few} (25 bids at a time)", 15, () => few.Sheet(), () => all.Sheet(), "for comparison only");
    }

    /// <summary>A portal of its own with a tender that is being scored.</summary>
    private sealed class Panel(BidScene scene, HttpClient evaluator) : IAsyncDisposable
    {
        private const string Page = $"/tenders/{BidScene.Ref}/evaluation/lots/2/bids/bidder-a/Q1";

        public static async Task<Panel> Of(int bids)
        {
            List<Actor> evaluators = [];
            BidScene scene = await BidScene.Make(panel: async (app, buyer) =>
            {
                evaluators = [await app.Someone(buyer, Role.Evaluator), await app.Someone(buyer, Role.Evaluator)];
                Actor moderator = await app.Someone(buyer, Role.Moderator);
                return [.. evaluators.Select(e => (e.Person, e.Name, TeamPart.Evaluator)), (moderator.Person, moderator.Name, TeamPart.Moderator)];
            });
            for (int i = 0; i < bids; i++)
            {
                Actor bidder = await scene.Bidder($"P-{1000 + i}");
                await scene.Draft(bidder, 5000m + i);
                await scene.Submit(bidder, "once");
            }

            await scene.Open();
            await Qualify(scene);
            await scene.App.Do((DeclareConflict declare) => declare.Execute(evaluators[0], BidScene.Ref, conflict: false, null, default));
            Panel panel = new(scene, await scene.App.SignedInAs(evaluators[0]));
            await panel.Score(evaluators[0]);
            return panel;
        }

        public Task Open() => evaluator.Page(Page);

        public Task Sheet() => evaluator.Page($"/tenders/{BidScene.Ref}/evaluation/lots/2/sheet");

        public async Task Keep()
        {
            using HttpResponseMessage kept = await evaluator.PostForm($"/tenders/{BidScene.Ref}/evaluation", Page + "/keep", [("Form.Score", "3"), ("Form.Reason", "Meets the descriptor"), ("Form.Citation", "Warm care")]);
            kept.EnsureSuccessStatusCode();
        }

        public ValueTask DisposeAsync()
        {
            evaluator.Dispose();
            return scene.DisposeAsync();
        }

        private async Task Score(Actor by)
        {
            string[] aliases = await scene.App.WithDb(async db =>
            {
                TenderId tender = (await TenderLoading.LoadTender(db, Actor.Portal, BidScene.Ref)).Id;
                return (await Domain.Evaluation.AssessedBids.BidsToAssess(db, tender)).Select(Domain.Evaluation.AssessedBids.AliasInAddress).ToArray();
            });
            foreach (string alias in aliases)
            {
                foreach (string criterion in (string[])["Q1", "Q2"])
                {
                    await scene.App.Do((WriteScore write) => write.Execute(by, BidScene.Ref, "2", alias, criterion, new ScoreEntry(3, "Meets the descriptor", "Warm care")));
                }
            }
        }

        private static async Task Qualify(BidScene scene)
        {
            await scene.App.Do((StartQualification start) => start.Execute(scene.Commissioner, BidScene.Ref));
            OrganisationId[] bidders = await scene.App.WithDb(async db =>
            {
                TenderId tender = (await TenderLoading.LoadTender(db, Actor.Portal, BidScene.Ref)).Id;
                return (await Domain.Bids.Opening.OpenedBidsOfATender.OpenedBidsOf(db, tender)).Select(b => b.Bidder).Distinct().ToArray();
            });
            foreach (OrganisationId bidder in bidders)
            {
                ParticipationFinding finding = new()
                {
                    Conditions = [new ConditionFinding(ATender.Basics.Conditions[0], true, "The register, seen today")],
                    DebarmentListChecked = true,
                    GroundsConsidered = "The platform and the register of companies",
                    Outcome = ParticipationOutcome.Qualified,
                    Reason = "Meets the condition.",
                };
                await scene.App.Do((DecideParticipation decide) => decide.Execute(scene.Commissioner, BidScene.Ref, bidder, finding));
            }

            await scene.App.Do((StartScoring start) => start.Execute(scene.Commissioner, BidScene.Ref));
        }
    }
}
