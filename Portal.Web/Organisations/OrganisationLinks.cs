namespace Portal.Web.Organisations;

/// <summary>The addresses of this room's pages.</summary>
public static class OrganisationLinks
{
    public const string All = "/organisations";
    public const string People = "/organisations/people";
    public const string Invite = "/organisations/people/invite";
    public const string Class = "/organisations/class";
    public const string Scale = "/organisations/scale";

    public const string RoleRequests = "/organisations/people/requests";
    public const string Homes = "/organisations/homes";
    public const string AddHome = "/organisations/homes/add";
    public const string Verifications = "/organisations/verifications";
    public const string Inbox = "/inbox";

    public static string Of(string code) => $"/organisations/{code}";

    public static string Outcome(string urn, string back) => $"/organisations/homes/{urn}/outcome?back={Uri.EscapeDataString(back)}";

    public static string Address(string code) => $"/organisations/{code}/address";

    public static string Verify(string code) => $"/organisations/{code}/verify";

    public static string Person(Guid id) => $"/organisations/people/{id}";
}
