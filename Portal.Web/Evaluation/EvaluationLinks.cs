using Portal.Domain.Bids.Opening;
using Portal.Domain.Evaluation;
using Portal.Domain.Kernel;

namespace Portal.Web.Evaluation;

/// <summary>Addresses of the evaluation room, written once.</summary>
public static class EvaluationLinks
{
    public static string Overview(string tenderRef) => $"/tenders/{tenderRef}/evaluation";

    public static string Declaration(string tenderRef) => $"/tenders/{tenderRef}/evaluation/declaration";

    public static string Review(string tenderRef, PersonId person) => $"/tenders/{tenderRef}/evaluation/declarations/{person.Value}";

    public static string Panel(string tenderRef) => $"/tenders/{tenderRef}/evaluation/panel";

    public static string Sheet(string tenderRef, string lot) => $"/tenders/{tenderRef}/evaluation/lots/{lot}/sheet";

    public static string Score(string tenderRef, string lot, OpenedBid bid, string criterion) => Score(tenderRef, lot, AssessedBids.AliasInAddress(bid), criterion);

    public static string Score(string tenderRef, string lot, string alias, string criterion) => $"/tenders/{tenderRef}/evaluation/lots/{lot}/bids/{alias}/{criterion}";

    public static string Reopen(string tenderRef, string lot, PersonId person) => $"/tenders/{tenderRef}/evaluation/lots/{lot}/sheets/{person.Value}";

    public static string Moderation(string tenderRef, string lot) => $"/tenders/{tenderRef}/evaluation/lots/{lot}/moderation";

    public static string Agree(string tenderRef, string lot, string alias, string criterion) => $"/tenders/{tenderRef}/evaluation/lots/{lot}/moderation/{alias}/{criterion}";

    public static string Ranking(string tenderRef) => $"/tenders/{tenderRef}/evaluation/ranking";

    public static string Correct(string tenderRef, string lot, string alias, string criterion) => $"/tenders/{tenderRef}/evaluation/lots/{lot}/corrections/{alias}/{criterion}";

    public static string EqualTreatment(string tenderRef) => $"/tenders/{tenderRef}/equal-treatment";

    public static string Try(string tenderRef, string lot) => $"/tenders/{tenderRef}/draft/lots/{lot}/try";

    public static string Example(string tenderRef, string lot) => $"/tenders/{tenderRef}/lots/{lot}/worked-example";

    public static string Tie(string tenderRef, string lot) => $"/tenders/{tenderRef}/evaluation/lots/{lot}/tie";

    /// <summary>The breadcrumb inside the evaluation.</summary>
    public static (string Text, string Href)[] Trail(string tenderRef, string title) =>
        [("Tenders", "/tenders"), (title, $"/tenders/{tenderRef}"), ("Evaluation", Overview(tenderRef))];
}
