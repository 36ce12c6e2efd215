using System.Globalization;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders.Amending;

/// <summary>Compares a tender as published with the tender as it would be after a change: dates, terms, criteria, and each document's name, size and hash.</summary>
public static class TenderDifferences
{
    private const string None = "none";

    public static IReadOnlyList<Difference> Of(Tender tender, Amendment amendment) =>
    [
        .. Dates(tender, amendment),
        .. tender.Proposed is { } proposed ? OfProposed(tender, proposed) : [],
    ];

    private static IEnumerable<Difference> OfProposed(Tender tender, ProposedChange proposed) =>
    [
        .. Terms(tender, proposed),
        .. proposed.Criteria.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => Criteria(tender.LotNumbered(c.Key), c.Value)),
        .. proposed.Limit is { } limit ? [new Difference("Limit on lots", "How much one supplier is awarded", tender.LotLimit?.InWords ?? None, limit.Limit?.InWords ?? None, DecidesOutcome: true)] : Array.Empty<Difference>(),
        .. proposed.Documents.Select(d => Document(tender, d)),
    ];

    private static IEnumerable<Difference> Dates(Tender tender, Amendment amendment)
    {
        (string What, DateTimeOffset? Old, DateTimeOffset? New)[] dates =
        [
            ("Questions close", tender.QuestionsCloseAt, amendment.QuestionsCloseAt),
            ("Requests to take part close", tender.RequestsCloseAt, amendment.RequestsCloseAt),
            ("Tenders close", tender.ClosesAt, amendment.ClosesAt),
            ("Bids are opened", tender.OpensAt, tender.OpensAt < amendment.ClosesAt ? amendment.ClosesAt : null),
            ("Final tenders close", tender.Dates.FinalTendersCloseAt, amendment.FinalTendersCloseAt),
        ];
        return dates.Where(d => d.New is not null && d.New != d.Old).Select(d => new Difference("Timetable", d.What, Words(d.Old), Words(d.New)));
    }

    private static IEnumerable<Difference> Terms(Tender tender, ProposedChange proposed)
    {
        if (proposed.Description is { } description && description != tender.Description)
        {
            yield return new Difference("Terms", "Description", tender.Description, description);
        }

        if (proposed.Conditions is { } conditions && !conditions.SequenceEqual(tender.Conditions))
        {
            yield return new Difference("Terms", "Conditions of participation", Lines(tender.Conditions), Lines(conditions), DecidesOutcome: true);
        }
    }

    private static IEnumerable<Difference> Criteria(Lot lot, IReadOnlyList<Criterion> changed) =>
        from next in changed
        let old = lot.Criteria.FirstOrDefault(c => c.Code == next.Code)
        let before = old is null ? None : Words(old)
        where before != Words(next)
        select new Difference($"Criteria of lot {lot.Number}", next.Code, before, Words(next), DecidesOutcome: true);

    private static Difference Document(Tender tender, ProposedDocument proposed)
    {
        TenderDocument? old = tender.Documents.FirstOrDefault(d => d.Id.Value == proposed.Replaces);
        return new Difference("Documents", proposed.Kind, old is null ? None : Words(old.Name, old.Bytes, old.Sha256), Words(proposed.Name, proposed.Bytes, proposed.Sha256));
    }

    private static string Words(string name, long bytes, string sha256) => string.Create(CultureInfo.InvariantCulture, $"{name}, {bytes:N0} bytes, SHA-256 {sha256}");

    private static string Words(Criterion criterion)
    {
        string weight = criterion.Weight.ToString("0.####", CultureInfo.InvariantCulture);
        string scored = criterion.Kind == CriterionKind.Price
            ? "computed from price"
            : string.Create(CultureInfo.InvariantCulture, $"0 to {criterion.Scale}{(criterion.Minimum is { } least ? $", at least {least}" : "")}");
        string[] lines = [$"{criterion.Title}: {weight}%, {scored}", criterion.Description, .. criterion.Descriptors.Select((text, score) => string.Create(CultureInfo.InvariantCulture, $"{score}: {text}"))];
        return Lines(lines.Where(l => l.Length > 0));
    }

    private static string Words(DateTimeOffset? instant) => instant is { } at ? LondonTime.ForPeople(at) : None;

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : None;
}
