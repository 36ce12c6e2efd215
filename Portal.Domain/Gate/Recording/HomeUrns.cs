using System.Text.RegularExpressions;

namespace Portal.Domain.Gate.Recording;

/// <summary>The shape of an Ofsted URN: SC and six digits, or seven digits (care-sector §4).</summary>
public static partial class HomeUrns
{
    public static bool IsOne(string text) => Shape().IsMatch(text);

    [GeneratedRegex(@"^(SC\d{6}|\d{7})$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
