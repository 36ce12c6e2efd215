namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Finds the buyer: named as such, or the party with that role.</summary>
internal static class NoticeBuyers
{
    private static readonly string[] Roles = ["buyer", "procuringEntity"];

    public static NoticeBuyer? Of(NoticeNode release)
    {
        string? name = release["buyer"]["name"].Text(200);
        string? id = release["buyer"]["id"].Text(200);
        NoticeNode party = Party(release, id);
        name ??= party["name"].Text(200) ?? party["identifier"]["legalName"].Text(200) ?? release["tender"]["procuringEntity"]["name"].Text(200);
        id ??= party["id"].Text(200) ?? release["tender"]["procuringEntity"]["id"].Text(200);
        if (party.IsObject)
        {
            // The same name and id again are no further information.
            Same(party["name"], name);
            Same(party["id"], id);
        }

        return name is null && id is null ? null : new NoticeBuyer(name, id);
    }

    private static NoticeNode Party(NoticeNode release, string? id)
    {
        foreach (NoticeNode party in release["parties"].Items())
        {
            if (id is not null && Peek(party["id"]) == id)
            {
                return party;
            }
        }

        return Roles.SelectMany(role => release["parties"].Items().Where(p => p["roles"].Items().Any() && Has(p["roles"], role))).FirstOrDefault();
    }

    private static bool Has(NoticeNode roles, string role) =>
        roles.Element.ValueKind == System.Text.Json.JsonValueKind.Array && roles.Element.EnumerateArray().Any(r => r.ValueKind == System.Text.Json.JsonValueKind.String && r.ValueEquals(role));

    private static void Same(NoticeNode node, string? known)
    {
        if (Peek(node) == known)
        {
            node.Text(200);
        }
    }

    private static string? Peek(NoticeNode node) => (node with { Ledger = new ReadingLedger() }).Text(200);
}
