namespace Portal.Domain.Frameworks;

/// <summary>What a child may need, in the words that pages and notices share: the portal's common words, finer than the returns' codes N1 to N8.</summary>
public static class NeedNames
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

    public static string Of(string code) => Words.GetValueOrDefault(code) ?? OfTheReturn.GetValueOrDefault(code, code);
}
