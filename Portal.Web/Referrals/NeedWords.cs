using Portal.Web.Furniture;

namespace Portal.Web.Referrals;

/// <summary>What a referral may say the child needs and an offer may say it cannot meet: the portal's common words, finer than the returns' codes N1 to N8.</summary>
public static class NeedWords
{
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["trauma"] = "Trauma and attachment",
        ["exploitation"] = "Exploitation",
        ["missing"] = "Goes missing",
        ["selfHarm"] = "Self-harm",
        ["mentalHealth"] = "Mental health",
        ["behaviour"] = "Behaviour that challenges",
        ["harmfulSexualBehaviour"] = "Harmful sexual behaviour",
        ["substances"] = "Drugs or alcohol",
        ["autism"] = "Autism",
        ["learningDisability"] = "Learning disability",
        ["physicalDisability"] = "Physical disability",
        ["health"] = "Health needs",
        ["education"] = "Out of school or at risk of it",
        ["siblings"] = "Placed with siblings",
        ["asylum"] = "Unaccompanied and seeking asylum",
    };

    // The return's categories, as case systems send them (db/seed/needs_codes.csv).
    private static readonly Dictionary<string, string> OfTheReturn = new(StringComparer.Ordinal)
    {
        ["N1"] = "Abuse or neglect",
        ["N2"] = "The child’s disability",
        ["N3"] = "A parent’s illness or disability",
        ["N4"] = "Family in acute stress",
        ["N5"] = "Family dysfunction",
        ["N6"] = "Socially unacceptable behaviour",
        ["N7"] = "Low income",
        ["N8"] = "Absent parenting",
    };

    public static IReadOnlyList<Choice> Choices { get; } = [.. Words.Select(w => new Choice(w.Key, w.Value))];

    public static string Providers(int count) => count == 1 ? "1 provider" : $"{count} providers";

    public static string InWords(string code) => Words.GetValueOrDefault(code) ?? OfTheReturn.GetValueOrDefault(code, code);
}
