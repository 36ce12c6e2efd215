namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Reads a framework's terms from the tender or, failing that, from its lots (B1-12).</summary>
internal static class NoticeFrameworks
{
    public static NoticeFramework? Of(NoticeNode tender)
    {
        NoticeNode techniques = tender["techniques"].IsPresent ? tender["techniques"] : tender["lots"].Items().Select(l => l["techniques"]).FirstOrDefault(t => t.IsPresent);
        bool? stated = techniques.Ledger is null ? null : techniques["hasFrameworkAgreement"].Flag();
        if (techniques.Ledger is null || stated == false || (stated is null && !techniques["frameworkAgreement"].IsPresent))
        {
            return null;
        }

        NoticeNode terms = techniques["frameworkAgreement"];
        return new NoticeFramework
        {
            IsOpenFramework = terms["isOpenFrameworkScheme"].Flag() ?? false,
            OpenFrameworkEnds = terms["openFrameworkSchemeEndDate"].Day(),
            Kind = terms["type"].Text(),
            CallOffMethod = terms["method"].Text(),
            MostSuppliers = Whole(terms["maximumParticipants"]),
            Description = terms["description"].Text(8000),
            TermReason = terms["periodRationale"].Text(4000),
            WhoMayUse = [.. terms["buyerClassificationRestrictions"].Items().Select(b => b["description"].Text() ?? b["id"].Text()).OfType<string>(),
                .. terms["buyerLocationRestrictions"].Items().Select(b => b["description"].Text()).OfType<string>()],
        };
    }

    private static int? Whole(NoticeNode node) =>
        node.Number() is { } number ? number is >= 1 and <= 100_000 && decimal.Truncate(number) == number ? (int)number : node.Left<int?>("Not a number of suppliers.") : null;
}
