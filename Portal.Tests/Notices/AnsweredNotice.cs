using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Preparing;

namespace Portal.Tests.Notices;

/// <summary>Every question of a prepared notice answered.</summary>
public static class AnsweredNotice
{
    private static readonly Dictionary<string, string> ByCode = new()
    {
        ["noticeOn"] = "2027-03-01",
        ["startsOn"] = "2027-09-01",
        ["endsOn"] = "2031-08-31",
        ["engagement"] = "Two meetings online; what is said is published.",
        ["howToTakePart"] = "Write to the portal.",
        ["engageBy"] = "2027-01-31",
        ["ground"] = "schedule/5/paragraph/6",
        ["explanation"] = "Only this school teaches the curriculum and no alternative is reasonable.",
        ["excluded"] = "yes",
        ["publicInterest"] = "No other supplier can continue the children’s education.",
        ["signOn"] = "2027-02-15",
        ["lot"] = "1",
        ["address"] = "https://council.example/contract.pdf",
        ["indicator"] = "Placements that lasted as planned",
        ["from"] = "2027-04-01",
        ["to"] = "2028-03-31",
        ["rating"] = "good",
        ["assessment"] = "The quarterly reviews.",
        ["failure"] = "One home closed without notice; damages were agreed.",
        ["description"] = "Two more beds.",
        ["changesOn"] = "2028-04-01",
        ["newValue"] = "21000000.00",
        ["newEndsOn"] = "2032-03-31",
        ["standstill"] = "yes",
        ["scope"] = "Short breaks of every kind.",
        ["conditions"] = "Registered with the regulator.",
        ["howToJoin"] = "Ask in the portal, at any time.",
        ["establishedOn"] = "2027-04-01",
        ["changedOn"] = "2028-04-01",
        ["ceasedOn"] = "2031-03-31",
        ["endedOn"] = "2031-03-31",
        ["reason"] = "expiry",
    };

    public static NoticeAnswers Whole(NoticeKind kind, OrganisationId supplier) => new(NoticeQuestions.Of(kind)
        .Where(question => question.Code != "withheld")
        .ToDictionary(question => question.Code, question => question switch
        {
            { Kind: AnswerKind.Supplier } => supplier.Value.ToString(),
            { Code: "ground" } when kind == NoticeKind.ContractChange => "lightTouch",
            _ => ByCode[question.Code],
        }));

    /// <summary>The same as a form posts it.</summary>
    public static (string Name, string Value)[] Typed(NoticeKind kind, OrganisationId supplier) =>
    [
        .. NoticeQuestions.Of(kind).SelectMany((question, at) => new[]
        {
            ($"Form.Answers[{at}].Code", question.Code),
            ($"Form.Answers[{at}].{(question.Kind == AnswerKind.Day ? "Day" : question.Kind == AnswerKind.Amount ? "Amount" : "Line")}", Whole(kind, supplier).Text(question.Code) ?? ""),
        }),
    ];
}
