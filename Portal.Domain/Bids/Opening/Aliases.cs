using System.Security.Cryptography;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Opening;

/// <summary>Letters in place of bidders' names, the same in every lot, in an order that says nothing of size, price or time of receipt.</summary>
internal static class Aliases
{
    private const int Letters = 26;

    public static IReadOnlyDictionary<OrganisationId, string> Of(TenderId tender, IEnumerable<OrganisationId> bidders) =>
        bidders.Distinct()
            .OrderBy(b => Convert.ToHexString(SHA256.HashData([.. tender.Value.ToByteArray(), .. b.Value.ToByteArray()])), StringComparer.Ordinal)
            .Select((bidder, i) => (bidder, Alias: "Bidder " + Letter(i)))
            .ToDictionary(p => p.bidder, p => p.Alias);

    private static string Letter(int i) => (i >= Letters ? Letter((i / Letters) - 1) : "") + (char)('A' + (i % Letters));
}
