using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Domain.Tenders;

namespace Portal.Domain.Bids.Sealing;

/// <summary>The public key of one envelope of a lot, to which that envelope of every bid for it is sealed, and the private one wrapped under the secret of the act in which it opens.</summary>
public sealed record EnvelopeKey(Guid Lot, EnvelopeKind Envelope, byte[] PublicKey, byte[] WrappedPrivateKey)
{
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(PublicKey));
}

/// <summary>The secret of one act: two halves joined by XOR, the portal's own and the openers', which is empty once it has been dealt.</summary>
public sealed record ActSecret(OpeningAct Act, byte[] WrappedPortalHalf, byte[] WrappedOpenersHalf);

/// <summary>One person's share of one act's secret, sealed to that person's key.</summary>
public sealed record ActShare(OpeningAct Act, byte[] SealedShare);

/// <summary>One named person's shares. Legal's are the recovery shares: they count as one person and their use needs a reason.</summary>
public sealed record DealtShare(Guid Person, string Name, bool Recovery, IReadOnlyList<ActShare> Sealed)
{
    public byte[] Of(OpeningAct act) => Sealed.Single(s => s.Act == act).SealedShare;
}

/// <summary>A tender's sealing keys: for each lot one pair for each envelope, under a secret for each act of opening. A secret has two halves, the portal's own and the openers'; the openers' is split among them (any two give it back) and then kept by nobody.</summary>
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

    public IReadOnlyList<EnvelopeKey> Keys { get; private set; } = [];

    public IReadOnlyList<DealtShare> Shares { get; private set; } = [];

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When the openers' halves were split among them; until then the portal holds them, and pages say so.</summary>
    public DateTimeOffset? DealtAt { get; private set; }

    /// <summary>When the price envelopes were opened, in an act of their own.</summary>
    public DateTimeOffset? PricesOpenedAt { get; private set; }

    public bool IsDealt => DealtAt is not null;

    internal IReadOnlyList<ActSecret> Secrets { get; private set; } = [];

    /// <summary>Final tenders have keys of their own: the ones of the initial tenders were joined at their opening.</summary>
    public int Round { get; private set; } = 1;

    public static TenderSeal Make(Tender tender, IKeyStore keys, DateTimeOffset now)
    {
        TenderSeal seal = new() { Id = Kernel.Id.New<TenderSealId>(), Tender = tender.Id, TenderRef = tender.Ref, Round = tender.Round, MadeAt = now };
        foreach (OpeningAct act in Enum.GetValues<OpeningAct>())
        {
            byte[] portal = RandomNumberGenerator.GetBytes(SecretSize);
            byte[] openers = RandomNumberGenerator.GetBytes(SecretSize);
            byte[] secret = Xor(portal, openers);
            EnvelopeKind[] opened = [.. Enum.GetValues<EnvelopeKind>().Where(kind => Envelope.ActOf(kind) == act)];
            seal.Keys = [.. seal.Keys, .. tender.Lots.SelectMany(lot => opened.Select(kind => MakePair(lot.Id, kind, secret)))];
            seal.Secrets = [.. seal.Secrets, new ActSecret(act, keys.Wrap(portal, seal.Purpose(act, "portal")), keys.Wrap(openers, seal.Purpose(act, "openers")))];
            Forget(portal, openers, secret);
        }

        seal.Happened("seal.made", $"tender/{tender.Ref}", new { keys = seal.Keys.Select(k => new { k.Lot, envelope = k.Envelope.ToString(), k.Fingerprint }) });
        return seal;
    }

    /// <summary>Splits the openers' halves among these people and forgets them.</summary>
    public void Deal(IReadOnlyList<(OpenerKey Key, bool Recovery)> people, IKeyStore keys, DateTimeOffset now)
    {
        if (IsDealt || people.Count(p => !p.Recovery) < Needed)
        {
            throw new RuleBroken("SHARES", $"Shares are dealt once, to at least {Needed} openers who have set up their keys.", "D1-03");
        }

        Split([.. Secrets.Select(s => (s.Act, keys.Unwrap(s.WrappedOpenersHalf, Purpose(s.Act, "openers"))))], people, now);
        Secrets = [.. Secrets.Select(s => s with { WrappedOpenersHalf = [] })];
        Happened("seal.dealt", $"tender/{TenderRef}", new { needed = Needed, openers = Shares.Count(s => !s.Recovery), recovery = Shares.Count(s => s.Recovery) });
    }

    /// <summary>Whether this key opens a share: it was there when the shares were dealt.</summary>
    public bool IsHeldBy(OpenerKey? key) => key is not null && key.MadeAt <= DealtAt && Shares.Any(s => s.Person == key.Person.Value);

    /// <summary>Joins the shares of the people present and splits the same halves anew; every older share is useless from now on.</summary>
    internal void Redeal(IReadOnlyList<HeldShares> present, IReadOnlyList<(OpenerKey Key, bool Recovery)> people, DateTimeOffset now)
    {
        if (!IsDealt || present.Count < Needed || people.Count(p => !p.Recovery) < Needed)
        {
            throw new RuleBroken("SHARES", $"Shares are dealt anew by {Needed} holders to at least {Needed} openers who have set up their keys.", "D1-03");
        }

        Split([.. Secrets.Select(s => (s.Act, Shamir.Join([.. present.Select(p => p.Of(s.Act))])))], people, now);
        Happened("seal.redealt", $"tender/{TenderRef}", new { needed = Needed, openers = Shares.Count(s => !s.Recovery), recovery = Shares.Count(s => s.Recovery) });
    }

    public byte[] PublicKeyOf(LotId lot, EnvelopeKind envelope) => Keys.Single(k => k.Lot == lot.Value && k.Envelope == envelope).PublicKey;

    /// <summary>The private keys of one act's envelopes, from the shares of the people present (none while the half is not dealt). Raises <see cref="CryptographicException"/> when they do not open them.</summary>
    internal OpenedKeys Open(OpeningAct act, IReadOnlyList<Share> present, IKeyStore keys)
    {
        ActSecret halves = Secrets.Single(s => s.Act == act);
        byte[] portal = keys.Unwrap(halves.WrappedPortalHalf, Purpose(act, "portal"));
        byte[] openers = IsDealt ? Shamir.Join(present) : keys.Unwrap(halves.WrappedOpenersHalf, Purpose(act, "openers"));
        byte[] secret = Xor(portal, openers);
        OpenedKeys opened = new(Keys.Where(k => Envelope.ActOf(k.Envelope) == act).ToDictionary(
            k => (k.Lot, k.Envelope),
            k => P256.Private(KeyWrap.Unwrap(PairKey(secret, k.Lot, k.Envelope), k.WrappedPrivateKey, PairContext(k.Lot, k.Envelope)))));
        Forget(portal, openers, secret);
        return opened;
    }

    internal void NotePrices(DateTimeOffset now) => PricesOpenedAt = now;

    private void Split(IReadOnlyList<(OpeningAct Act, byte[] Openers)> halves, IReadOnlyList<(OpenerKey Key, bool Recovery)> people, DateTimeOffset now)
    {
        var split = halves.Select(h => (h.Act, Shares: Shamir.Split(h.Openers, Needed, people.Count))).ToList();
        Shares = [.. people.Select((p, i) => new DealtShare(p.Key.Person.Value, p.Key.PersonName, p.Recovery, [.. split.Select(s => new ActShare(s.Act, p.Key.SealShare(s.Shares[i], s.Act, TenderRef)))]))];
        DealtAt = now;
        Forget([.. halves.Select(h => h.Openers), .. split.SelectMany(s => s.Shares).Select(s => s.Value)]);
    }

    private static EnvelopeKey MakePair(LotId lot, EnvelopeKind envelope, byte[] secret)
    {
        using ECDiffieHellman pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        byte[] scalar = P256.PrivateBytes(pair);
        EnvelopeKey made = new(lot.Value, envelope, P256.PublicBytes(pair), KeyWrap.Wrap(PairKey(secret, lot.Value, envelope), scalar, PairContext(lot.Value, envelope)));
        Forget(scalar);
        return made;
    }

    private static byte[] PairKey(byte[] secret, Guid lot, EnvelopeKind envelope) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, SecretSize, info: Encoding.ASCII.GetBytes(PairContext(lot, envelope)));

    private static string PairContext(Guid lot, EnvelopeKind envelope) => $"lot/{lot}/{envelope}";

    private static byte[] Xor(byte[] left, byte[] right) => [.. left.Zip(right, (a, b) => (byte)(a ^ b))];

    private static void Forget(params byte[][] secrets) => Array.ForEach(secrets, s => CryptographicOperations.ZeroMemory(s));

    private string Purpose(OpeningAct act, string half) => $"seal/{Id.Value}/{act}/{half}";
}
