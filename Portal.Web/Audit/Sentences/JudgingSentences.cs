namespace Portal.Web.Audit.Sentences;

/// <summary>How bids are judged, in words: who may be assessed, conflicts, scores, agreed scores, rankings.</summary>
internal static class JudgingSentences
{
    public static readonly IReadOnlyList<(string Action, string Pattern)> All =
    [
        ("qualification.decided", "Decided that {bidder} is {finding.outcome}[. Why: {finding.reason}]"),
        ("qualification.caseAsked", "Asked about {submission}[ ({kind})][: {question}]"),
        ("qualification.caseAnswered", "Answered case {number}[, about {submission}][: {answer}]"),
        ("qualification.caseDecided", "Decided case {number}[ about {submission}: {outcome}][. Why: {reason}]"),
        ("evaluation.conflictDeclared", "Declared interests[{conflict:no}: no conflict][{conflict:yes}: a conflict][, {details}]"),
        ("evaluation.conflictReviewed", "Decided on a declared conflict[ of {person}: {standing}][. Why: {reason}]"),
        ("evaluation.memberLeft", "Took an evaluator off the panel[: {person}][. Why: {reason}]"),
        ("evaluation.scoreWritten", "Gave {submission} {after} for {criterion}[ instead of {before}][. Why: {reason}]"),
        ("evaluation.sheetLocked", "Locked the score sheet of lot {lot} and declared again that there is no conflict"),
        ("evaluation.sheetReopened", "Opened a locked score sheet again[: that of {evaluator}][. Why: {reason}]"),
        ("evaluation.attendanceRecorded", "Recorded who met to agree the scores[ of {lot}][: {attendance}]"),
        ("evaluation.consensusAgreed", "Recorded the agreed score of {submission} for {criterion}: {after}[ instead of {before}][. Why: {reason}]"),
        ("evaluation.consensusFrozen", "Froze the agreed scores of lot {lot}[: {scores:count} scores]"),
        ("evaluation.consensusCorrected", "Corrected the agreed score of {submission} for {criterion}[ from {before}] to {after}[. Why: {why}]"),
        ("evaluation.lotRanked", "Ranked the bids for lot {lot}[ (run {number})][; first: {winner}]"),
        ("evaluation.tieSettled", "Settled a tie in lot {lot}[ for {label}][. Why: {reason}]"),
        ("evaluation.checkAnswered", "Answered a check of equal treatment[: {text}][. Answer: {reason}]"),
    ];
}
