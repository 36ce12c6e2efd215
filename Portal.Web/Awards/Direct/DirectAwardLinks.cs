namespace Portal.Web.Awards.Direct;

/// <summary>Addresses of direct awards, written once.</summary>
public static class DirectAwardLinks
{
    public const string List = "/direct-awards";

    public const string Start = "/direct-awards/start";

    public static string Page(string tenderRef) => $"/direct-awards/{tenderRef}";

    public static string Step(string tenderRef, string step) => $"/direct-awards/{tenderRef}/{step}";

    public static string Limb(string tenderRef, string limb) => $"/direct-awards/{tenderRef}/limbs/{limb}";

    public static string Agreement(string tenderRef) => $"/direct-awards/{tenderRef}/agreement";

    public static (string Text, string Href)[] Trail(string tenderRef, string title) => [("Direct awards", List), (title, Page(tenderRef))];
}
