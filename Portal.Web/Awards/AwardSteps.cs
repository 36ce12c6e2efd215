using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Awards;

/// <summary>The steps of an award in the order of the law, with what is done and what waits (A10-01).</summary>
internal static class AwardSteps
{
    public static IReadOnlyList<AwardStep> Of(Tender tender, Award? award, DateTimeOffset now) =>
    [
        Step("Recommendation", Told(award?.Recommendation)),
        Step("Decision", Told(award?.Decision)),
        Step("Assessment summaries to every bidder, all at once", At(award?.SummariesSentAt)),
        Notice(award),
        Standstill(tender, award, now),
        Approval(tender, award, now),
        award?.SignedAt is null ? new AwardStep("Signature by every party", "Waiting", Signed(award)) : Step("Signature by every party", At(award.SignedAt)),
    ];

    private static AwardStep Step(string title, string? done) => new(title, done is null ? "Waiting" : "Complete", done);

    private static string? Told(AwardAct? act) => act is null ? null : $"{act.ByName}, {London.Short(act.At)}: {act.Reason}";

    private static string? At(DateTimeOffset? instant) => instant is { } at ? LondonTime.ForPeople(at) : null;

    // On the portal's own pages it may stand for days; in law it is public when the central digital platform has numbered it.
    private static AwardStep Notice(Award? award)
    {
        const string Title = "Award notice (UK6)";
        return award is { NoticePublishedAt: { } at, IsAnnounced: false, Stage: AwardStage.Noticed }
            ? new AwardStep(Title, "Waiting", $"{LondonTime.ForPeople(at)}; its number on the central digital platform is not recorded yet.")
            : Step(Title, award?.NoticePublishedAt is null ? null : $"{At(award.NoticePublishedAt)}{(award.Announced is { Number: { } number } ? $"; number {number} on the central digital platform" : "")}");
    }

    private static AwardStep Approval(Tender tender, Award? award, DateTimeOffset now)
    {
        const string Title = "Approval to award, by the authority's own decision";
        Reason[] left = [.. award?.ApprovalLeft(tender, now) ?? tender.WhatBlocksSignature(now)];
        ApprovalToAward? approval = award is null ? tender.AwardApproval : award.ApprovalIn(tender);
        return approval is { } made && (left.Length == 0 || award?.Stage == AwardStage.Signed || (award is null && tender.Stage == TenderStage.Signed))
            ? new AwardStep(Title, "Complete", $"{made.Decision} of {LondonTime.Day(made.On)}, {made.By}")
            : new AwardStep(Title, "Waiting", string.Join(" ", left.Select(r => r.Text)));
    }

    private static AwardStep Standstill(Tender tender, Award? award, DateTimeOffset now)
    {
        const string Title = "Standstill of eight working days";
        if (!tender.Dates.Standstill)
        {
            return new AwardStep(Title, "Complete", $"None: {tender.Dates.NoStandstillReason}");
        }

        if (award?.NoticePublishedAt is null || award.StandstillEnd(tender) is not { } last)
        {
            return new AwardStep(Title, "Waiting", "Begins with the day the award notice is published.");
        }

        bool over = LondonTime.DateOf(now) > last;
        string status = award.IsSuspended ? "Suspended" : over ? "Complete" : "Standstill";
        return new AwardStep(Title, status, $"Until the end of {LondonTime.Day(last)}; signature from {LondonTime.Day(last.AddDays(1))}.");
    }

    private static string? Signed(Award? award) => award is null or { Stage: < AwardStage.Noticed } ? null : $"{award.Signatures.Count} of {award.WinningBidders.Count() + 1} have signed.";
}
