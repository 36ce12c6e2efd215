using Portal.Domain.Awards;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Web.Awards.Direct;

/// <summary>The steps of a direct award in the order of the law, with what is done and what waits (A9-07, A10-01).</summary>
internal static class DirectAwardSteps
{
    public static IReadOnlyList<AwardStep> Of(Tender tender, DirectAward direct, Award? award, DateTimeOffset now) =>
        direct.Ground.OwesNotices ? Published(tender, direct, award, now) : Unpublished(tender, direct, award, now);

    private static AwardStep[] Published(Tender tender, DirectAward direct, Award? award, DateTimeOffset now)
    {
        IReadOnlyList<AwardStep> ordinary = AwardSteps.Of(tender, award, now);
        return
        [
            Justified(direct),
            Transparency(direct, award),
            ordinary[1],
            ordinary[3],
            award is null ? new AwardStep("Standstill", "Waiting", direct.Terms.Standstill ? "Eight working days from the day the award notice is published." : "None is stated.") : ordinary[4],
            ordinary[5],
            ordinary[6],
            new AwardStep("Contract details notice (UK7)", award?.SignedAt is null ? "Waiting" : "Complete", award?.SignedAt is null ? null : "Made by the portal when the contract was signed; the notice duties show its last day."),
        ];
    }

    private static AwardStep[] Unpublished(Tender tender, DirectAward direct, Award? award, DateTimeOffset now)
    {
        IReadOnlyList<AwardStep> ordinary = AwardSteps.Of(tender, award, now);
        return [Justified(direct), ordinary[1], new AwardStep("Notices and standstill", "Not needed", "A user-choice award is not published: no UK5, UK6, UK7 or UK11 (sections 44, 50, 53 and 80, rule A9-06)."), ordinary[5], ordinary[6]];
    }

    private static AwardStep Justified(DirectAward direct)
    {
        int done = direct.Ground.Limbs.Count(limb => direct.EvidenceOf(limb) is not null);
        bool forward = direct.Stage == DirectAwardStage.PutForward;
        return new AwardStep("Legal ground, every limb evidenced", forward ? "Complete" : "Waiting", $"{direct.Ground.Title}. {done} of {direct.Ground.Limbs.Count} limbs are evidenced.");
    }

    private static AwardStep Transparency(DirectAward direct, Award? award)
    {
        const string Title = "Transparency notice (UK5) public";
        return (direct.NoticeId, direct.NoticePublicAt, award) switch
        {
            (null, _, _) => new AwardStep(Title, "Waiting", "Published when the direct award is put forward."),
            (_, { } at, _) => new AwardStep(Title, "Complete", LondonTime.ForPeople(at)),
            _ => new AwardStep(Title, "Waiting", "Published here; the central digital platform has not confirmed it yet."),
        };
    }
}
