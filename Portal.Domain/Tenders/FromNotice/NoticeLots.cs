using System.Globalization;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>Reads the lots; a tender that lists none is one lot.</summary>
internal static class NoticeLots
{
    private const int MostLots = 200;

    public static IReadOnlyList<NoticeLot> Of(NoticeNode tender, EarlierResult result)
    {
        NoticeNode[] listed = [.. tender["lots"].Items(MostLots).Where(l => l.IsObject)];
        if (listed.Length == 0)
        {
            tender.Ledger.Remark("The notice lists no lots; the whole tender was taken as lot 1.");
            return [Whole(tender, result)];
        }

        HashSet<string> numbers = new(StringComparer.OrdinalIgnoreCase);
        return [.. listed.Select((lot, index) => One(lot, Number(lot, index, numbers), tender, result, listed.Length == 1))];
    }

    public static IReadOnlyList<string> ConditionsOf(NoticeNode holder)
    {
        NoticeNode selection = holder["selectionCriteria"];
        return
        [
            .. new[] { selection["description"].Text(4000), holder["eligibilityCriteria"].Text(4000) }.OfType<string>(),
            .. selection["criteria"].Items(100).Select(c => c["description"].Text(4000)).OfType<string>(),
        ];
    }

    private static NoticeLot Whole(NoticeNode tender, EarlierResult result) => new()
    {
        Number = "1",
        Value = NoticeValues.Of(tender["value"]) ?? result.Value,
        Contract = tender["contractPeriod"].Period() ?? result.Contract,
        Cpv = [.. tender["items"].Items().SelectMany(NoticeCpvs.FromItem).DistinctBy(c => c.Code)],
        Regions = Regions(tender["items"].Items()),
        Extensions = Extensions(tender),
    };

    private static NoticeLot One(NoticeNode lot, string number, NoticeNode tender, EarlierResult result, bool only)
    {
        string? id = lot["id"].Text();
        NoticeNode[] items = [.. tender["items"].Items().Where(i => IsFor(i, id) || only)];
        return new NoticeLot
        {
            Number = number,
            Title = lot["title"].Text(250),
            Description = lot["description"].Text(8000),
            Value = NoticeValues.Of(lot["value"]) ?? result.ValueOf(id) ?? (only ? NoticeValues.Of(tender["value"]) ?? result.Value : null),
            Contract = lot["contractPeriod"].Period() ?? result.ContractOf(id) ?? tender["contractPeriod"].Period(),
            Criteria = NoticeCriteriaReading.Of(lot),
            Cpv = [.. items.SelectMany(NoticeCpvs.FromItem).DistinctBy(c => c.Code)],
            Regions = Regions(items),
            Extensions = Extensions(lot),
            Conditions = ConditionsOf(lot),
        };
    }

    private static bool IsFor(NoticeNode item, string? lot) => lot is not null && item["relatedLot"].Text() == lot;

    // Ids are sometimes missing, numbers, or twice the same; a lot's number in the portal is short and its own.
    private static string Number(NoticeNode lot, int index, HashSet<string> taken)
    {
        string wanted = lot["id"].Text() ?? "";
        string number = wanted.StartsWith("LOT-", StringComparison.OrdinalIgnoreCase) ? wanted[4..].TrimStart('0') : wanted;
        if (number.Length is 0 or > 10 || !number.All(char.IsAsciiLetterOrDigit) || !taken.Add(number))
        {
            int next = index + 1;
            while (!taken.Add(number = next.ToString(CultureInfo.InvariantCulture)))
            {
                next++;
            }

            lot.Ledger.Remark(wanted.Length == 0 ? $"{lot.Path} has no id; it became lot {number}." : $"{lot.Path} has the id “{wanted}”; it became lot {number}.");
        }

        return number;
    }

    private static IReadOnlyList<string> Regions(IEnumerable<NoticeNode> items) =>
        [.. items.SelectMany(i => i["deliveryAddresses"].Items().Append(i["deliveryAddress"])).Select(a => a["region"].Text(60)).OfType<string>().Distinct()];

    private static string? Extensions(NoticeNode holder)
    {
        string[] words = [.. new[] { holder["renewal"]["description"].Text(4000), holder["options"]["description"].Text(4000) }.OfType<string>()];
        return words.Length == 0 ? null : string.Join('\n', words);
    }
}
