namespace Portal.Domain.Tenders.FromNotice;

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
