namespace Portal.Web.Organisations.Library;

/// <summary>The addresses of the evidence library.</summary>
public static class EvidenceLinks
{
    public const string All = "/organisations/evidence";
    public const string Add = "/organisations/evidence/add";

    public static string Of(Guid document) => $"{All}/{document}";

    public static string File(Guid document, int version) => $"{All}/{document}/versions/{version}";

    public static string Request(Guid request) => $"{All}/requests/{request}";

    /// <summary>What a provider shares with the buyer who looks.</summary>
    public static string Shared(string provider) => $"/organisations/{provider}/evidence";
}
