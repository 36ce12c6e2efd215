using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Notices.Preparing;

/// <summary>What a prepared notice still lacks, and what it says that cannot be.</summary>
public static class AnswerCheck
{
    private const int Longest = 8000;

    private static readonly (string From, string To, string Text)[] Orders =
    [
        ("startsOn", "endsOn", "The contract cannot end before it starts."),
        ("signOn", "endsOn", "The contract cannot end before it is signed."),
        ("from", "to", "The period cannot end before it begins."),
        ("engageBy", "noticeOn", "The tender notice cannot come before the engagement ends."),
    ];

    /// <summary>Answers that are not of their shape: refused when they are saved.</summary>
    public static IReadOnlyList<Reason> Misshapen(NoticeKind kind, NoticeAnswers answers, Tender tender) =>
        [.. NoticeQuestions.Of(kind).Select(question => Misshapen(question, answers, tender)).OfType<Reason>(), .. Crossed(answers)];

    /// <summary>Everything that must be mended before the notice can be published.</summary>
    public static IReadOnlyList<Reason> Missing(NoticeKind kind, NoticeAnswers answers, Tender tender) =>
    [
        .. NoticeQuestions.Of(kind).Where(question => question.Required && answers.Text(question.Code) is null)
            .Select(question => new Reason("MISSING", $"Not answered yet: {question.Label}", question.Rule, question.Code)),
        .. Misshapen(kind, answers, tender),
        .. answers.Yes("excluded") == true && answers.Text("publicInterest") is null
            ? [new Reason("EXCLUDED_SUPPLIER", "A contract goes to an excluded supplier only where an overriding public interest requires it. Say which.", "A9-01", "publicInterest")]
            : Array.Empty<Reason>(),
    ];

    private static Reason? Misshapen(NoticeQuestion question, NoticeAnswers answers, Tender tender)
    {
        if (answers.Text(question.Code) is not { } said)
        {
            return null;
        }

        bool fits = question.Kind switch
        {
            AnswerKind.Day => answers.Day(question.Code) is not null,
            AnswerKind.Amount => answers.Amount(question.Code) is not null,
            AnswerKind.YesNo => answers.Yes(question.Code) is not null,
            AnswerKind.Choice => answers.Choice(question.Code, question.Choices) is not null,
            AnswerKind.Lot => tender.Lots.Any(lot => lot.Number == said),
            AnswerKind.Supplier => answers.Organisation(question.Code) is not null,
            _ => said.Length <= Longest,
        };
        bool address = question.Code != "address" || (Uri.TryCreate(said, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps);
        return fits && address ? null : new Reason("ANSWER_SHAPE", $"{question.Label} {Wanted(question)}", question.Rule, question.Code);
    }

    private static string Wanted(NoticeQuestion question) => question switch
    {
        { Code: "address" } => "Give an address that begins with https://.",
        { Kind: AnswerKind.Line or AnswerKind.Text } => $"At most {Longest} characters.",
        _ => "Choose or enter it again.",
    };

    private static IEnumerable<Reason> Crossed(NoticeAnswers answers) => Orders
        .Where(order => answers.Day(order.To) < answers.Day(order.From))
        .Select(order => new Reason("DATES_CROSSED", order.Text, null, order.To));
}
