using System.Globalization;
using Portal.Domain.Bids;
using Portal.Domain.Bids.Drafts;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;
using Portal.Web.Furniture;

namespace Portal.Web.Bids;

/// <summary>One thing on which two colleagues' versions of a draft differ, as each has it.</summary>
public sealed record DraftDifference(string What, string Theirs, string Yours);

/// <summary>Everything on which what a colleague saved and what was typed differ: answers, prices, homes, files, declarations, partners, public money.</summary>
internal sealed class DraftDifferences(Lot lot, BidContent theirs, BidContent yours, Func<UploadId, string> fileName)
{
    private const string None = "nothing";

    public IReadOnlyList<DraftDifference> All() =>
    [
        .. new[] { Answers(), Prices("", theirs.Prices, yours.Prices), Homes(), Files(null, ""), Declarations(), Parties() }.SelectMany(part => part).Where(d => d.Theirs != d.Yours),
    ];

    private IEnumerable<DraftDifference> Answers() =>
        lot.Questions.Select(q => new DraftDifference($"{q.Code}: {q.Text}", Text(theirs.Answers.GetValueOrDefault(q.Code)), Text(yours.Answers.GetValueOrDefault(q.Code))));

    private IEnumerable<DraftDifference> Prices(string of, IReadOnlyDictionary<string, decimal> their, IReadOnlyDictionary<string, decimal> your) =>
        lot.PriceLines.Select(l => new DraftDifference($"{of}{l.Title}", Pounds(their, l.Code), Pounds(your, l.Code)));

    private IEnumerable<DraftDifference> Homes() => theirs.Homes.Concat(yours.Homes).Select(h => h.Urn).Distinct().SelectMany(urn =>
    {
        HomeBid? their = theirs.Homes.FirstOrDefault(h => h.Urn == urn);
        HomeBid? your = yours.Homes.FirstOrDefault(h => h.Urn == urn);
        string of = $"Home {urn}: ";
        return (IEnumerable<DraftDifference>)
        [
            new DraftDifference($"Home {urn}", their is null ? "not in the bid" : "in the bid", your is null ? "not in the bid" : "in the bid"),
            .. Prices(of, their?.Prices ?? BidContent.Empty.Prices, your?.Prices ?? BidContent.Empty.Prices),
            .. Files(urn, of),
        ];
    });

    private IEnumerable<DraftDifference> Files(string? urn, string of) => lot.RequiredDocuments.Select(d =>
    {
        FileSlot slot = new(d.Code, urn);
        return new DraftDifference($"{of}{d.Title}", Names(slot.In(theirs)), Names(slot.In(yours)));
    });

    private IEnumerable<DraftDifference> Declarations() =>
        lot.Declarations.Select(d => new DraftDifference($"{d.Code}: {d.Text}", Made(theirs, d.Code), Made(yours, d.Code)));

    private IEnumerable<DraftDifference> Parties() =>
    [
        new("Partners", Partners(theirs), Partners(yours)),
        new("Public money", Text(theirs.Parties.Subsidy), Text(yours.Parties.Subsidy)),
    ];

    private string Names(IReadOnlyList<UploadId> files) => files.Count == 0 ? None : string.Join(", ", files.Select(fileName));

    private static string Made(BidContent content, string code) => content.Declarations.GetValueOrDefault(code) ? "made" : "not made";

    private static string Partners(BidContent content) =>
        content.Parties.Partners.Count == 0 ? None : string.Join("; ", content.Parties.Partners.Select(p => $"{GovWords.Of(p.Kind)} {p.Name} {p.CompanyNumber} {p.Part}".Trim()));

    private static string Pounds(IReadOnlyDictionary<string, decimal> prices, string code) =>
        prices.TryGetValue(code, out decimal price) ? price.ToString("£#,0.00", CultureInfo.InvariantCulture) : None;

    private static string Text(string? text) => string.IsNullOrEmpty(text) ? None : text;
}
