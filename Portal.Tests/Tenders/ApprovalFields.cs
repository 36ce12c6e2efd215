using System.Globalization;

namespace Portal.Tests.Tenders;

/// <summary>What a person types to record a decision of the authority's own governance.</summary>
public static class ApprovalFields
{
    public static (string, string)[] Of(string decision, DateOnly on, DateOnly? callInEndsOn, string limit = "£50,000,000", string noCallIn = "") =>
    [
        ("Form.Decision", decision),
        ("Form.By", "Cabinet"),
        ("Form.Limit", limit),
        ("Form.NoCallInReason", noCallIn),
        .. Date("Form.On", on),
        .. callInEndsOn is { } last ? Date("Form.CallInEndsOn", last) : [],
    ];

    public static (string, string)[] Date(string field, DateOnly day) =>
        [(field + ".Day", Text(day.Day)), (field + ".Month", Text(day.Month)), (field + ".Year", Text(day.Year))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
