using System.Globalization;

namespace Portal.Domain.Tenders.FromNotice;

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
