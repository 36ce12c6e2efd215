using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Sealing;

/// <summary>A lot's public key, to which every bid for it is sealed, and the private one wrapped under the tender's opening secret.</summary>
public sealed record LotSealKey(Guid Lot, byte[] PublicKey, byte[] WrappedPrivateKey)
{
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(PublicKey));
}

/// <summary>One named person's share of the opening secret, sealed to that person's key. Legal's is the recovery share: it counts as one person and its use needs a reason.</summary>
public sealed record DealtShare(Guid Person, string Name, bool Recovery, byte[] SealedShare);

/// <summary>A tender's sealing keys: one pair for each lot, under a secret of two halves joined by XOR, the portal's own and the openers'. The openers' half is split among them (any two give it back) and then kept by nobody.</summary>
public sealed class TenderSeal : Aggregate
{
    /// <summary>How many different people an opening needs (D1-03).</summary>
    public const int Needed = 2;

    private const int SecretSize = 32;

    private TenderSeal()
    {
    }

    public TenderSealId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    public IReadOnlyList<LotSealKey> Lots { get; private set; } = [];

    public IReadOnlyList<DealtShare> Shares { get; private set; } = [];

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When the openers' half was split among them; until then the portal holds it, and pages say so.</summary>
    public DateTimeOffset? DealtAt { get; private set; }

    public bool IsDealt => DealtAt is not null;

    internal byte[] WrappedPortalHalf { get; private set; } = [];

    /// <summary>The openers' half before it is dealt; empty afterwards.</summary>
    internal byte[] WrappedOpenersHalf { get; private set; } = [];

    /// <summary>Final tenders have keys of their own: the ones of the initial tenders were joined at their opening.</summary>
    public int Round { get; private set; } = 1;

    public static TenderSeal Make(Tender tender, IKeyStore keys, DateTimeOffset now)
    {
        byte[] portal = RandomNumberGenerator.GetBytes(SecretSize);
        byte[] openers = RandomNumberGenerator.GetBytes(SecretSize);
        byte[] secret = Xor(portal, openers);
        TenderSeal seal = new() { Id = Kernel.Id.New<TenderSealId>(), Tender = tender.Id, TenderRef = tender.Ref, Round = tender.Round, MadeAt = now };
        seal.Lots = [.. tender.Lots.Select(lot => MakePair(lot.Id, secret))];
        seal.WrappedPortalHalf = keys.Wrap(portal, seal.Purpose("portal"));
        seal.WrappedOpenersHalf = keys.Wrap(openers, seal.Purpose("openers"));
        Forget(portal, openers, secret);
        seal.Happened("seal.made", $"tender/{tender.Ref}", new { lots = seal.Lots.Select(l => new { l.Lot, l.Fingerprint }) });
        return seal;
    }

    /// <summary>Splits the openers' half among these people and forgets it.</summary>
    public void Deal(IReadOnlyList<(OpenerKey Key, bool Recovery)> people, IKeyStore keys, DateTimeOffset now)
    {
        if (IsDealt || people.Count(p => !p.Recovery) < Needed)
        {
            throw new RuleBroken("SHARES", $"Shares are dealt once, to at least {Needed} openers who have set up their keys.", "D1-03");
        }

        Split(keys.Unwrap(WrappedOpenersHalf, Purpose("openers")), people, now);
        WrappedOpenersHalf = [];
        Happened("seal.dealt", $"tender/{TenderRef}", new { needed = Needed, openers = Shares.Count(s => !s.Recovery), recovery = Shares.Count(s => s.Recovery) });
    }

    /// <summary>Whether this key opens a share: it was there when the shares were dealt.</summary>
    public bool IsHeldBy(OpenerKey? key) => key is not null && key.MadeAt <= DealtAt && Shares.Any(s => s.Person == key.Person.Value);

    /// <summary>Joins the shares of the people present and splits the same half anew; every older share is useless from now on.</summary>
    internal void Redeal(IReadOnlyList<Share> present, IReadOnlyList<(OpenerKey Key, bool Recovery)> people, DateTimeOffset now)
    {
        if (!IsDealt || present.Count < Needed || people.Count(p => !p.Recovery) < Needed)
        {
            throw new RuleBroken("SHARES", $"Shares are dealt anew by {Needed} holders to at least {Needed} openers who have set up their keys.", "D1-03");
        }

        Split(Shamir.Join(present), people, now);
        Happened("seal.redealt", $"tender/{TenderRef}", new { needed = Needed, openers = Shares.Count(s => !s.Recovery), recovery = Shares.Count(s => s.Recovery) });
    }

    public byte[] PublicKeyOf(LotId lot) => Lots.Single(l => l.Lot == lot.Value).PublicKey;

    /// <summary>The private key of each lot, from the shares of the people present (none while the half is not dealt). Raises <see cref="CryptographicException"/> when they do not open it.</summary>
    internal IReadOnlyDictionary<Guid, ECDiffieHellman> Open(IReadOnlyList<Share> present, IKeyStore keys)
    {
        byte[] portal = keys.Unwrap(WrappedPortalHalf, Purpose("portal"));
        byte[] openers = IsDealt ? Shamir.Join(present) : keys.Unwrap(WrappedOpenersHalf, Purpose("openers"));
        byte[] secret = Xor(portal, openers);
        Dictionary<Guid, ECDiffieHellman> opened = Lots.ToDictionary(l => l.Lot, l => P256.Private(KeyWrap.Unwrap(LotKey(secret, l.Lot), l.WrappedPrivateKey, LotContext(l.Lot))));
        Forget(portal, openers, secret);
        return opened;
    }

    private void Split(byte[] openers, IReadOnlyList<(OpenerKey Key, bool Recovery)> people, DateTimeOffset now)
    {
        IReadOnlyList<Share> shares = Shamir.Split(openers, Needed, people.Count);
        Shares = [.. people.Select((p, i) => new DealtShare(p.Key.Person.Value, p.Key.PersonName, p.Recovery, p.Key.SealShare(shares[i], TenderRef)))];
        DealtAt = now;
        Forget([openers, .. shares.Select(s => s.Value)]);
    }

    private static LotSealKey MakePair(LotId lot, byte[] secret)
    {
        using ECDiffieHellman pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        byte[] scalar = P256.PrivateBytes(pair);
        LotSealKey made = new(lot.Value, P256.PublicBytes(pair), KeyWrap.Wrap(LotKey(secret, lot.Value), scalar, LotContext(lot.Value)));
        Forget(scalar);
        return made;
    }

    private static byte[] LotKey(byte[] secret, Guid lot) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, SecretSize, info: Encoding.ASCII.GetBytes(LotContext(lot)));

    private static string LotContext(Guid lot) => $"lot/{lot}";

    private static byte[] Xor(byte[] left, byte[] right) => [.. left.Zip(right, (a, b) => (byte)(a ^ b))];

    private static void Forget(params byte[][] secrets) => Array.ForEach(secrets, s => CryptographicOperations.ZeroMemory(s));

    private string Purpose(string half) => $"seal/{Id.Value}/{half}";
}
