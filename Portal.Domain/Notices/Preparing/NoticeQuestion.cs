namespace Portal.Domain.Notices.Preparing;

/// <summary>The shapes of an answer that a prepared notice needs.</summary>
public enum AnswerKind
{
    Line,
    Text,
    Amount,
    Day,
    Choice,
    YesNo,
    Lot,
    Supplier,
}

/// <summary>One of several answers, by its code.</summary>
public sealed record NoticeChoice(string Value, string Text);

/// <summary>Something that a notice must or may say and that the tender itself does not know.</summary>
/// <param name="Code">Its stable name: <c>noticeOn</c>.</param>
/// <param name="Rule">Why it is asked.</param>
public sealed record NoticeQuestion(string Code, string Label, AnswerKind Kind, bool Required, string Rule, string Hint = "")
{
    public IReadOnlyList<NoticeChoice> Choices { get; init; } = [];
}
