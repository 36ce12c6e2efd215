namespace Portal.Domain.Notices.Finding;

/// <summary>The nine regions of England by their ONS codes; tenders name places by code or by name.</summary>
public static class EnglishRegion
{
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["E12000001"] = "North East",
        ["E12000002"] = "North West",
        ["E12000003"] = "Yorkshire and the Humber",
        ["E12000004"] = "East Midlands",
        ["E12000005"] = "West Midlands",
        ["E12000006"] = "East of England",
        ["E12000007"] = "London",
        ["E12000008"] = "South East",
        ["E12000009"] = "South West",
    };

    public static string? NameOf(string code) => Names.GetValueOrDefault(code);
}
