using System.Globalization;
using Portal.Tests.Tenders;

namespace Portal.Tests.Awards;

/// <summary>What legal types when a claim is noted and when it ends.</summary>
internal static class ClaimForms
{
    public const string Number = "HT-2027-000001";

    /// <summary>Proceedings were issued on the day the authority was told.</summary>
    public static (string, string)[] Issued => IssuedAs(Number);

    public static (string, string)[] IssuedAs(string number) =>
        [("Form.Issued", "true"), ("Form.Court", "High Court, Technology and Construction Court"), ("Form.ClaimNumber", number)];

    public static (string, string)[] Ended(string reason, string on, int claim = 1, string number = Number, string kind = "OrderLifting") =>
    [
        ("Form.Claim", $"{claim}"), ("Form.Kind", kind), ("Form.ClaimNumber", number), ("Form.KeptAt", "Legal case file 12"), ("Form.Reason", reason),
        .. ApprovalFields.Date("Form.On", DateOnly.Parse(on, CultureInfo.InvariantCulture)),
    ];
}
