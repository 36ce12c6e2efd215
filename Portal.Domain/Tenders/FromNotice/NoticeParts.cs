using System.Globalization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Reads an amount before and with VAT in pounds (B1-07).</summary>
internal static class NoticeValues
{
    public static NoticeValue? Of(NoticeNode value)
    {
        NoticeNode amounts = value;
        if (!value.IsObject)
        {
            return value.Pounds() is { } bare ? new NoticeValue(bare, null) : null;
        }

        string? currency = value["currency"].Text();
        if (currency is not null && !string.Equals(currency, "GBP", StringComparison.OrdinalIgnoreCase))
        {
            string why = $"In {currency}; the portal holds pounds sterling only.";
            value["currency"].Left<string>(why);
            amounts["amount"].Left<string>(why);
            amounts["amountGross"].Left<string>(why);
            return null;
        }

        Money? net = amounts["amount"].Pounds();
        Money? gross = amounts["amountGross"].Pounds();
        if (gross < net)
        {
            value.Ledger.Remark($"{value.Path} states less with VAT than before VAT; both were carried: check them.");
        }

        return net is null && gross is null ? null : new NoticeValue(net, gross);
    }
}

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

/// <summary>Collects CPV codes from the tender, its items and, failing both, from earlier awards.</summary>
internal static class NoticeCpvs
{
    public static (NoticeCpv? Main, IReadOnlyList<NoticeCpv> More) Of(NoticeNode tender, EarlierResult result)
    {
        List<NoticeCpv> all =
        [
            .. One(tender["classification"]),
            .. tender["additionalClassifications"].Items().SelectMany(One),
            .. tender["items"].Items().SelectMany(FromItem),
        ];
        if (all.Count == 0 && result.Cpv.Count > 0)
        {
            tender.Ledger.Remark("The tender names no CPV code; those of its award were carried.");
            all = [.. result.Cpv];
        }

        List<NoticeCpv> distinct = [.. all.DistinctBy(c => c.Code)];
        return (distinct.FirstOrDefault(), [.. distinct.Skip(1)]);
    }

    public static IEnumerable<NoticeCpv> FromItem(NoticeNode item) => [.. One(item["classification"]), .. item["additionalClassifications"].Items().SelectMany(One)];

    private static IEnumerable<NoticeCpv> One(NoticeNode classification)
    {
        string? scheme = classification["scheme"].Text();
        if (scheme is not null && !string.Equals(scheme, "CPV", StringComparison.OrdinalIgnoreCase))
        {
            classification["scheme"].Left<string>("A classification other than CPV.");
            classification["id"].Left<string>("A classification other than CPV.");
            yield break;
        }

        string? code = classification["id"].Text();
        if (code is not null && Cpvs.Read(code.PadLeft(8, '0')) is { } digits)
        {
            yield return new NoticeCpv(digits, classification["description"].Text());
        }
        else
        {
            classification["id"].Left<string>("Not a CPV code of eight digits.");
        }
    }
}

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

/// <summary>Keeps the links to documents; nothing is fetched from them.</summary>
internal static class NoticeDocuments
{
    public static IReadOnlyList<NoticeDocument> Of(NoticeNode release) =>
    [
        .. release["tender"]["documents"].Items().SelectMany(One),
        .. release["planning"]["documents"].Items().SelectMany(One),
        .. release["awards"].Items().SelectMany(a => a["documents"].Items().SelectMany(One)),
        .. release["contracts"].Items().SelectMany(c => c["documents"].Items().SelectMany(One)),
    ];

    private static IEnumerable<NoticeDocument> One(NoticeNode document)
    {
        string? url = document["url"].Text(2000);
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? link) || link.Scheme is not ("http" or "https"))
        {
            document["url"].Left<string>("Not a link to a web address.");
            yield break;
        }

        yield return new NoticeDocument(
            document["id"].Text(),
            document["title"].Text() ?? document["description"].Text(),
            document["documentType"].Text() ?? document["noticeType"].Text(),
            link,
            document["format"].Text());
    }
}

/// <summary>Reads award criteria: the UK's list with percentages (B1-11), or the plain standard's words.</summary>
internal static class NoticeCriteriaReading
{
    public static NoticeCriteria Of(NoticeNode holder)
    {
        NoticeNode criteria = holder["awardCriteria"];
        List<string> words = [.. new[] { criteria.IsObject ? null : criteria.Text(), holder["awardCriteriaDetails"].Text(8000) }.OfType<string>()];
        if (criteria.IsObject)
        {
            words.AddRange(new[] { criteria["description"].Text(8000), criteria["weightingDescription"].Text(8000), criteria["orderRationale"].Text(8000) }.OfType<string>());
        }

        List<NoticeCriterion> listed = criteria.IsObject ? [.. criteria["criteria"].Items(200).SelectMany(One)] : [];
        decimal sum = listed.Sum(c => c.Weight ?? 0);
        if (listed.Exists(c => c.Weight is not null) && sum != 100)
        {
            holder.Ledger.Remark(string.Create(CultureInfo.InvariantCulture, $"The weights in {criteria.Path} add up to {sum:0.####}, not 100; they were carried as written."));
        }

        return new NoticeCriteria(listed, words.Count == 0 ? null : string.Join('\n', words));
    }

    private static IEnumerable<NoticeCriterion> One(NoticeNode criterion)
    {
        string? type = criterion["type"].Text();
        string? name = criterion["name"].Text(250);
        string? description = criterion["description"].Text(4000);
        decimal? weight = criterion["numbers"].Items(20).Select(Weight).FirstOrDefault(w => w is not null);
        if (type is null && name is null && description is null && weight is null)
        {
            yield break;
        }

        yield return new NoticeCriterion(name ?? NoticeText.Cut(description ?? type ?? "Criterion", 250), description, type is "price" or "cost", weight);
    }

    private static decimal? Weight(NoticeNode number)
    {
        string? kind = number["weight"].Text();
        decimal? factor = kind switch
        {
            "percentageExact" or "percentageRangeMiddle" => 1m,
            "decimalExact" or "decimalRangeMiddle" => 100m,
            null when number["number"].IsPresent && !number["fixed"].IsPresent && !number["threshold"].IsPresent => 1m,
            _ => null,
        };
        if (factor is null)
        {
            number["weight"].Left<string>("Not a percentage; the portal weighs by percentages.");
            return number["number"].Left<decimal?>("Not a percentage; the portal weighs by percentages.");
        }

        if (kind is null)
        {
            number.Ledger.Remark($"{number.Path} does not say what its number means; a percentage was taken.");
        }

        // A hostile number may not overflow the product.
        return number["number"].Number() is { } value and >= 0 and <= 100 && value * factor.Value <= 100
            ? value * factor.Value
            : number["number"].Left<decimal?>("Not a weight from 0 to 100 per cent.");
    }
}
