namespace Portal.Web.Audit.Sentences;

/// <summary>How a contract comes about, in words: recommendation, decision, letters, notices, claims, signatures and purchases without competition.</summary>
internal static class AwardSentences
{
    public static readonly IReadOnlyList<(string Action, string Pattern)> All =
    [
        ("award.recommended", "Recommended the award[ to {supplier}][; places: {winners:count}][. Why: {reason}]"),
        ("award.diligenceRecorded", "Looked at {bidder} again before the award[: {evidence}]"),
        ("award.decided", "Decided the award[. Why: {reason}]"),
        ("award.partWithheld", "Withheld part of an assessment summary[ of lot {lotNumber}][: {ground}]"),
        ("award.summarySent", "Sent {bidder} the assessment summary for lot {lot}"),
        ("award.summariesSent", "Sent all {summaries} assessment summaries at the same moment"),
        ("award.summaryRead", "Read the assessment summary for lot {lot}"),
        ("award.feedbackAsked", "Asked for feedback[: {wish}]"),
        ("award.feedbackAnswered", "Gave feedback[ to {bidder}]"),
        ("award.noticePublished", "Published the award notice {notice}"),
        ("award.noticePublic", "Recorded that {notice} is on the national platform[ under number {number}]"),
        ("award.claimNoted", "Noted a claim[ by {claimant}][: {details}]"),
        ("award.signatureSuspended", "Suspended the signature: a claim was notified"),
        ("award.claimEnded", "Recorded the end of claim {number}[, {claimant}][. Why: {reason}]"),
        ("award.suspensionLifted", "Lifted the suspension of the signature[. Why: {reason}]"),
        ("award.reopened", "Took an award back[ from {bidder}][. Why: {reason}]"),
        ("award.setApart", "Began an award of lot {lots} apart from the other lots"),
        ("award.lotsGivenOver", "Took back what was recommended for all lots together: lot {lots} gets an award of its own"),
        ("award.lotsTakenIn", "Took back what was recommended: lot {lots} is awarded with these lots after all"),
        ("award.approved", "Recorded the approval to award these lots[: decision {decision}]"),
        ("award.standstillBegan", "Began the standstill of these lots[; its last day is {lastDay}]"),
        ("award.standstillLengthened", "Lengthened the standstill of these lots[ to {lastDay}]"),
        ("award.standstillEnded", "Ended the standstill of these lots"),
        ("award.standstillForgone", "Went on without a standstill, as the notice had said"),
        ("award.returnedToDeciding", "Took these lots back to the decision"),
        ("award.signed", "Recorded the contracts of these lots as signed by everybody"),
        ("award.givenUp", "Gave up the award of these lots apart from the others[. Why: {reason}]"),
        ("award.lotLeftOut", "Took lot {lot}, which ended, out of the award[, it was to go to {won:count} suppliers]"),
        ("award.contractDatesSet", "Set the contract’s dates[: {starts} to {ends}]"),
        ("award.agreementPrinted", "Made the agreement with {party} for signature[: {fileName}]"),
        ("award.signatureGiven", "Recorded the signature of {signatory}[, {position},] for {party}[{onPaper:yes}, given on paper]"),
        ("directAward.begun", "Began a purchase without competition[ from {supplier}][, ground {ground}]"),
        ("directAward.limbEvidenced", "Gave the facts for limb {limb}[: {facts}]"),
        ("directAward.termsSet", "Set the terms[; signature planned for {signOn}]"),
        ("directAward.putForward", "Put the purchase without competition forward[ on the ground {ground}]"),
        ("directAward.noticePublic", "Recorded that the transparency notice is on the national platform[ under number {number}]"),
        ("directAward.givenUp", "Gave the purchase without competition up[. Why: {reason}]"),
    ];
}
