using System.Security.Cryptography;
using Portal.Domain.Kernel;

namespace Portal.Domain.Bids.Sealing;

/// <summary>One person's key for taking part in openings: the private half stands only under a passphrase that the portal made, showed once and forgot.</summary>
public sealed class OpenerKey : Aggregate
{
    private const int ShortestPassphrase = 17; // signs of 31: 84 bits

    private OpenerKey()
    {
    }

    public OpenerKeyId Id { get; private set; }

    public PersonId Person { get; private set; }

    public string PersonName { get; private set; } = "";

    public OrganisationId Organisation { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When the holder last showed that the passphrase still works.</summary>
    public DateTimeOffset? TestedAt { get; private set; }

    /// <summary>The holder is a legal officer: the share dealt to this key is the recovery share.</summary>
    public bool HoldsRecovery { get; private set; }

    internal byte[] PublicKey { get; private set; } = [];

    internal byte[] WrappedPrivateKey { get; private set; } = [];

    private string Context => $"opener/{Person.Value}";

    public static OpenerKey Make(Actor holder, string passphrase, DateTimeOffset now)
    {
        if (Passphrase.Normalise(passphrase).Length < ShortestPassphrase)
        {
            throw new RuleBroken("PASSPHRASE_SHORT", "A passphrase has at least 80 bits: use the one that the portal made.", "D1-05", "Passphrase");
        }

        using ECDiffieHellman pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        byte[] secret = P256.PrivateBytes(pair);
        OpenerKey key = new()
        {
            Id = Kernel.Id.New<OpenerKeyId>(),
            Person = holder.Person,
            PersonName = holder.Name,
            Organisation = holder.Organisation,
            MadeAt = now,
            HoldsRecovery = holder.Is(Role.Legal),
            PublicKey = P256.PublicBytes(pair),
        };
        key.WrappedPrivateKey = PassphraseWrap.Wrap(passphrase, secret, key.Context);
        CryptographicOperations.ZeroMemory(secret);
        key.Happened("opener.keyMade", $"person/{holder.Person.Value}", new { fingerprint = Convert.ToHexStringLower(SHA256.HashData(key.PublicKey)) });
        return key;
    }

    /// <summary>The holder shows, before it matters, that the passphrase works.</summary>
    public bool Test(string passphrase, DateTimeOffset now)
    {
        using ECDiffieHellman? pair = Unlock(passphrase);
        if (pair is null)
        {
            return false;
        }

        TestedAt = now;
        Happened("opener.keyTested", $"person/{Person.Value}", new { at = now });
        return true;
    }

    internal byte[] SealShare(Share share, OpeningAct act, string tender) =>
        Hpke.Aes256.Seal(PublicKey, ShareInfo(act, tender), [], [share.Number, .. share.Value]);

    /// <summary>Opens every share of one act that was sealed to this key, the holder's own and those that others passed on; null when the passphrase is wrong.</summary>
    internal IReadOnlyList<Share>? OpenShares(IEnumerable<byte[]> sealedShares, string passphrase, OpeningAct act, string tender)
    {
        using ECDiffieHellman? pair = Unlock(passphrase);
        return pair is null ? null : [.. sealedShares.Select(s => ReadShare(pair, s, act, tender))];
    }

    /// <summary>Opens the holder's own shares of every act; null when the passphrase is wrong.</summary>
    internal HeldShares? OpenShares(DealtShare dealt, string passphrase, string tender)
    {
        using ECDiffieHellman? pair = Unlock(passphrase);
        return pair is null ? null : new HeldShares(dealt.Sealed.ToDictionary(s => s.Act, s => ReadShare(pair, s.SealedShare, s.Act, tender)));
    }

    private ECDiffieHellman? Unlock(string passphrase) =>
        PassphraseWrap.Unwrap(passphrase, WrappedPrivateKey, Context) is { } secret ? P256.Private(secret) : null;

    private Share ReadShare(ECDiffieHellman pair, byte[] sealedShare, OpeningAct act, string tender)
    {
        byte[] plain = Hpke.Aes256.Open(pair, ShareInfo(act, tender), [], sealedShare);
        return new Share(plain[0], plain[1..]);
    }

    private byte[] ShareInfo(OpeningAct act, string tender) => System.Text.Encoding.UTF8.GetBytes($"opening share|{tender}|{act}|{Person.Value}");
}
