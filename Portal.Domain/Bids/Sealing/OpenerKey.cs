using System.Security.Cryptography;
using Portal.Domain.Kernel;

namespace Portal.Domain.Bids.Sealing;

/// <summary>One person's key for taking part in openings: the private half stands only under a passphrase that the portal made, showed once and forgot, or under what the person's passkeys make.</summary>
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

    /// <summary>The passkeys that open it beside the passphrase, or instead of one.</summary>
    public IReadOnlyList<OpenerPasskey> Passkeys { get; private set; } = [];

    public bool HasPassphrase => WrappedPrivateKey.Length > 0;

    internal byte[] PublicKey { get; private set; } = [];

    internal byte[] WrappedPrivateKey { get; private set; } = [];

    private string Context => $"opener/{Person.Value}";

    public static OpenerKey Make(Actor holder, KeyProof proof, DateTimeOffset now)
    {
        if (proof.Passkey is null && Passphrase.Normalise(proof.Passphrase).Length < ShortestPassphrase)
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
        key.WrapUnder(proof, secret, now);
        CryptographicOperations.ZeroMemory(secret);
        key.Happened("opener.keyMade", $"person/{holder.Person.Value}", new { fingerprint = Convert.ToHexStringLower(SHA256.HashData(key.PublicKey)), under = proof.Passkey is null ? "passphrase" : "passkey" });
        return key;
    }

    /// <summary>The holder lets one more passkey open the key, and shows for it the passphrase or a passkey that does already. False when that opens nothing.</summary>
    public bool AcceptPasskey(KeyProof proof, PasskeySecret added, DateTimeOffset now)
    {
        if (Secret(proof) is not { } secret)
        {
            return false;
        }

        WrapUnder(new KeyProof("", added), secret, now);
        CryptographicOperations.ZeroMemory(secret);
        Happened("opener.passkeyAccepted", $"person/{Person.Value}", new { passkeys = Passkeys.Count, at = now });
        return true;
    }

    /// <summary>The holder shows, before it matters, that the passphrase or the passkey works.</summary>
    public bool Test(KeyProof proof, DateTimeOffset now)
    {
        using ECDiffieHellman? pair = Unlock(proof);
        if (pair is null)
        {
            return false;
        }

        TestedAt = now;
        Happened("opener.keyTested", $"person/{Person.Value}", new { at = now, with = proof.Passkey is null ? "passphrase" : "passkey" });
        return true;
    }

    internal byte[] SealShare(Share share, OpeningAct act, string tender) =>
        Hpke.Aes256.Seal(PublicKey, ShareInfo(act, tender), [], [share.Number, .. share.Value]);

    /// <summary>Opens every share of one act that was sealed to this key, the holder's own and those that others passed on; null when the proof is wrong.</summary>
    internal IReadOnlyList<Share>? OpenShares(IEnumerable<byte[]> sealedShares, KeyProof proof, OpeningAct act, string tender)
    {
        using ECDiffieHellman? pair = Unlock(proof);
        return pair is null ? null : [.. sealedShares.Select(s => ReadShare(pair, s, act, tender))];
    }

    /// <summary>Opens the holder's own shares of every act; null when the proof is wrong.</summary>
    internal HeldShares? OpenShares(DealtShare dealt, KeyProof proof, string tender)
    {
        using ECDiffieHellman? pair = Unlock(proof);
        return pair is null ? null : new HeldShares(dealt.Sealed.ToDictionary(s => s.Act, s => ReadShare(pair, s.SealedShare, s.Act, tender)));
    }

    private ECDiffieHellman? Unlock(KeyProof proof) => Secret(proof) is { } secret ? P256.Private(secret) : null;

    private byte[]? Secret(KeyProof proof) => proof.Passkey is { } passkey
        ? Passkeys.FirstOrDefault(p => p.Is(passkey))?.Unwrap(passkey, Context)
        : HasPassphrase ? PassphraseWrap.Unwrap(proof.Passphrase, WrappedPrivateKey, Context) : null;

    private void WrapUnder(KeyProof proof, byte[] secret, DateTimeOffset now)
    {
        if (proof.Passkey is { } passkey)
        {
            Passkeys = [.. Passkeys.Where(p => !p.Is(passkey)), OpenerPasskey.Wrap(passkey, secret, Context, now)];
        }
        else
        {
            WrappedPrivateKey = PassphraseWrap.Wrap(proof.Passphrase, secret, Context);
        }
    }

    private Share ReadShare(ECDiffieHellman pair, byte[] sealedShare, OpeningAct act, string tender)
    {
        byte[] plain = Hpke.Aes256.Open(pair, ShareInfo(act, tender), [], sealedShare);
        return new Share(plain[0], plain[1..]);
    }

    private byte[] ShareInfo(OpeningAct act, string tender) => System.Text.Encoding.UTF8.GetBytes($"opening share|{tender}|{act}|{Person.Value}");
}
