namespace Portal.Domain.Tenders.FromNotice;

/// <summary>What an award notice still tells of the tender behind it, for use where the tender part is silent. Each is read from the file only when used.</summary>
internal sealed class EarlierResult
{
    private readonly NoticeNode[] awards;
    private readonly NoticeNode[] contracts;

    private EarlierResult(NoticeNode release)
    {
        awards = [.. release["awards"].Items(200).Where(a => a.IsObject)];
        contracts = [.. release["contracts"].Items(200).Where(c => c.IsObject)];
    }

    public string? Title => awards.Concat(contracts).Select(a => a["title"].Text(250)).FirstOrDefault(t => t is not null);

    public string? Description => awards.Concat(contracts).Select(a => a["description"].Text(20_000)).FirstOrDefault(t => t is not null);

    /// <summary>Of a single award; several awards are no estimate of one value.</summary>
    public NoticeValue? Value => awards.Length == 1 ? NoticeValues.Of(awards[0]["value"]) : contracts.Length == 1 ? NoticeValues.Of(contracts[0]["value"]) : null;

    public NoticePeriod? Contract => awards.Concat(contracts).Select(PeriodOf).FirstOrDefault(p => p is not null);

    public IReadOnlyList<NoticeCpv> Cpv => [.. awards.Concat(contracts).SelectMany(a => a["items"].Items().SelectMany(NoticeCpvs.FromItem)).DistinctBy(c => c.Code)];

    public static EarlierResult In(NoticeNode release) => new(release);

    public NoticeValue? ValueOf(string? lot) => For(lot).Select(a => NoticeValues.Of(a["value"])).FirstOrDefault(v => v is not null);

    public NoticePeriod? ContractOf(string? lot) => For(lot).Select(PeriodOf).FirstOrDefault(p => p is not null);

    private static NoticePeriod? PeriodOf(NoticeNode award) => award["contractPeriod"].Period() ?? award["period"].Period();

    private IEnumerable<NoticeNode> For(string? lot) => lot is null ? [] : awards.Where(a => a["relatedLots"].Items().Any() || a["relatedLots"].IsPresent).Where(a => Names(a["relatedLots"], lot));

    private static bool Names(NoticeNode related, string lot) =>
        related.Element.ValueKind == System.Text.Json.JsonValueKind.Array
            ? related.Items().Any(r => r.Text() == lot)
            : related.Text() == lot;
}
