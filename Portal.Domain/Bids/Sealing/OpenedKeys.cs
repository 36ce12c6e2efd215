using System.Security.Cryptography;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Sealing;

/// <summary>The private keys of one act's envelopes, in memory during the opening only.</summary>
internal sealed class OpenedKeys(IReadOnlyDictionary<(Guid Lot, EnvelopeKind Envelope), ECDiffieHellman> pairs) : IDisposable
{
    public int Count => pairs.Count;

    public ECDiffieHellman Of(LotId lot, EnvelopeKind envelope) => pairs[(lot.Value, envelope)];

    public void Dispose()
    {
        foreach (ECDiffieHellman pair in pairs.Values)
        {
            pair.Dispose();
        }
    }
}

/// <summary>One person's shares of every act, read with the passphrase.</summary>
internal sealed record HeldShares(IReadOnlyDictionary<OpeningAct, Share> Shares)
{
    public Share Of(OpeningAct act) => Shares[act];
}
