using Portal.E2E.Audit;
using Portal.E2E.Awards;
using Portal.E2E.Bids;
using Portal.E2E.CallOffs;
using Portal.E2E.Clarifications;
using Portal.E2E.Evaluation;
using Portal.E2E.Fees;
using Portal.E2E.Frameworks;
using Portal.E2E.Furniture;
using Portal.E2E.Gate;
using Portal.E2E.Organisations;
using Portal.E2E.Qualification;
using Portal.E2E.Referrals;
using Portal.E2E.Tenders;

namespace Portal.E2E;

/// <summary>The whole main job: from a published notice to a signed award, admissions, a call-off, the gate's block, the fee and the timeline.</summary>
public static class MainJob
{
    /// <summary>Plays it from beginning to end in windows of this width; every page met is checked.</summary>
    public static async Task Play(Chrome chrome, int width)
    {
        await using Cast cast = new(chrome, JourneyPortal.Open(), width);
        await cast.Gather();
        (string provider, string urn, string fee) = BiddingStage.Bidders[0];

        await OpeningStage.SetUpKeys(cast);
        await PublishingStage.Play(cast);
        await InterestStage.Play(cast);
        await RegistrationStage.Play(cast, provider, urn);
        await QuestionStage.Play(cast, provider);
        await BiddingStage.Play(cast);
        await OpeningStage.Play(cast);
        await QualificationStage.Play(cast);
        await EvaluationStage.Play(cast);
        await AwardStage.Play(cast);
        await FrameworkStage.Play(cast, urn);
        string referral = await ReferralStage.Play(cast, provider, urn, fee);
        await CallOffStage.Play(cast, referral);
        await GateStage.Play(cast, urn);
        await CaseSystemStage.Play(cast, urn);
        await FeeStage.Play(cast);
        await TimelineStage.Play(cast);

        IReadOnlyList<string> faults = await cast.Faults();
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }
}
