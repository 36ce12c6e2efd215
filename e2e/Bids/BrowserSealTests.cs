using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Bids.Sealing;
using Portal.E2E.Furniture;

namespace Portal.E2E.Bids;

/// <summary>What the browser's own WebCrypto seals to a lot's public key by RFC 9180 opens here, byte for byte: sealing is not a private invention of the portal.</summary>
[Collection(nameof(Journeys))]
public sealed class BrowserSealTests(Chrome chrome)
{
    private const string Seal = """
        async ({ key, info, aad, plain }) => {
          const bytes = text => Uint8Array.from(atob(text), c => c.charCodeAt(0));
          const said = text => new TextEncoder().encode(text);
          const join = (...parts) => Uint8Array.from(parts.flatMap(part => [...part]));
          const kem = join(said('KEM'), [0, 0x10]);
          const suite = join(said('HPKE'), [0, 0x10, 0, 1, 0, 2]);
          const hmac = async (secret, data) => new Uint8Array(await crypto.subtle.sign('HMAC', await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']), data));
          const extract = (of, salt, label, material) => hmac(salt.length ? salt : new Uint8Array(32), join(said('HPKE-v1'), of, said(label), material));
          const expand = async (of, secret, label, context, length) => (await hmac(secret, join([0, length], said('HPKE-v1'), of, said(label), context, [1]))).slice(0, length);
          const recipient = bytes(key);
          const curve = { name: 'ECDH', namedCurve: 'P-256' };
          const own = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
          const sent = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey));
          const agreed = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: await crypto.subtle.importKey('raw', recipient, curve, false, []) }, own.privateKey, 256));
          const shared = await expand(kem, await extract(kem, [], 'eae_prk', agreed), 'shared_secret', join(sent, recipient), 32);
          const context = join([0], await extract(suite, [], 'psk_id_hash', []), await extract(suite, [], 'info_hash', bytes(info)));
          const secret = await extract(suite, shared, 'secret', []);
          const aes = await crypto.subtle.importKey('raw', await expand(suite, secret, 'key', context, 32), 'AES-GCM', false, ['encrypt']);
          const iv = await expand(suite, secret, 'base_nonce', context, 12);
          const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytes(aad) }, aes, bytes(plain)));
          return btoa(String.fromCharCode(...sent, ...sealed));
        }
        """;

    [Fact]
    public async Task An_envelope_sealed_by_the_browsers_WebCrypto_opens_here_and_only_in_its_context()
    {
        await using Tests.Furniture.PortalApp portal = JourneyPortal.Open();
        await using Visitor visitor = await Visitor.At(chrome, portal, 1280);
        await visitor.Go("/");
        using ECDiffieHellman lot = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        byte[] plain = Encoding.UTF8.GetBytes("""{"prices":{"core":"6100.00"}}""");

        string sealedText = await visitor.Page.EvaluateAsync<string>(Seal, new { key = Convert.ToBase64String(P256.PublicBytes(lot)), info = Text("bid envelope v1|lot|Price"), aad = Text("submission"), plain = Convert.ToBase64String(plain) });
        byte[] envelope = Convert.FromBase64String(sealedText);

        Assert.Equal(plain, Hpke.Aes256.Open(lot, "bid envelope v1|lot|Price"u8.ToArray(), "submission"u8.ToArray(), envelope));
        Assert.ThrowsAny<CryptographicException>(() => Hpke.Aes256.Open(lot, "bid envelope v1|lot|Quality"u8.ToArray(), "submission"u8.ToArray(), envelope));
    }

    private static string Text(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
