using System.Security.Cryptography;
using System.Text;
using Portal.Domain.Bids.Sealing;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Tests.Bids;

public sealed class SealingTests
{
    [Fact]
    public void The_envelope_opens_the_vector_of_rfc_9180()
    {
        // RFC 9180 A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, sequence 0.
        using ECDiffieHellman recipient = P256.Private(Hex("f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2"));
        byte[] encapsulated = Hex("04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4");
        byte[] sealedBytes = Hex("5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434");

        byte[] plain = Hpke.Aes128.Open(recipient, Hex("4f6465206f6e2061204772656369616e2055726e"), Hex("436f756e742d30"), [.. encapsulated, .. sealedBytes]);

        Assert.Equal("4265617574792069732074727574682c20747275746820626561757479", Convert.ToHexStringLower(plain));
    }

    [Fact]
    public void Sealing_with_the_ephemeral_key_of_rfc_9180_gives_its_bytes()
    {
        using ECDiffieHellman ephemeral = P256.Private(Hex("4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb"));
        byte[] recipient = Hex("04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0");

        byte[] whole = Hpke.Aes128.Seal(ephemeral, recipient, Hex("4f6465206f6e2061204772656369616e2055726e"), Hex("436f756e742d30"), Hex("4265617574792069732074727574682c20747275746820626561757479"));

        Assert.Equal(
            "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4" +
            "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
            Convert.ToHexStringLower(whole));
    }

    [Fact]
    public void An_envelope_opens_only_whole_with_its_key_and_in_its_context()
    {
        using ECDiffieHellman key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using ECDiffieHellman other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        byte[] envelope = Hpke.Aes256.Seal(P256.PublicBytes(key), Ascii("lot 1"), Ascii("bid 7"), Ascii("4200.00"));

        Assert.Equal("4200.00", Encoding.ASCII.GetString(Hpke.Aes256.Open(key, Ascii("lot 1"), Ascii("bid 7"), envelope)));
        Assert.ThrowsAny<CryptographicException>(() => Hpke.Aes256.Open(other, Ascii("lot 1"), Ascii("bid 7"), envelope));
        Assert.ThrowsAny<CryptographicException>(() => Hpke.Aes256.Open(key, Ascii("lot 2"), Ascii("bid 7"), envelope));
        Assert.ThrowsAny<CryptographicException>(() => Hpke.Aes256.Open(key, Ascii("lot 1"), Ascii("bid 8"), envelope));
        Assert.ThrowsAny<CryptographicException>(() => Hpke.Aes256.Open(key, Ascii("lot 1"), Ascii("bid 7"), envelope[..^1]));
        Assert.ThrowsAny<CryptographicException>(() => Hpke.Aes256.Open(key, Ascii("lot 1"), Ascii("bid 7"), [1, 2, 3]));
        for (int i = 0; i < envelope.Length; i += 11)
        {
            byte[] changed = [.. envelope];
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Hpke.Aes256.Open(key, Ascii("lot 1"), Ascii("bid 7"), changed));
        }
    }

    [Fact]
    public void Multiplication_in_the_field_is_that_of_aes()
    {
        Assert.Equal(0xc1, Shamir.Multiply(0x57, 0x83)); // FIPS 197 §4.2
        Assert.Equal(0xfe, Shamir.Multiply(0x57, 0x13)); // FIPS 197 §4.2.1
        Assert.Equal(1, Shamir.Multiply(0x53, 0xca));
    }

    [Fact]
    public void A_known_set_of_shares_joins_to_its_secret()
    {
        // secret 0x2a, polynomial 0x2a + 0x57·x: the shares at 1, 2 and 3 worked by hand.
        Assert.Equal([0x2a], Shamir.Join([new Share(1, [0x7d]), new Share(2, [0x84])]));
        Assert.Equal([0x2a], Shamir.Join([new Share(3, [0xd3]), new Share(1, [0x7d])]));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    [InlineData(5, 9)]
    public void Any_k_shares_give_the_secret_back_and_fewer_do_not(int needed, int shares)
    {
        for (int round = 0; round < 50; round++)
        {
            byte[] secret = RandomNumberGenerator.GetBytes(32);
            Share[] split = [.. Shamir.Split(secret, needed, shares)];
            RandomNumberGenerator.Shuffle<Share>(split);

            Assert.Equal(secret, Shamir.Join(split[..needed]));
            Assert.Equal(secret, Shamir.Join(split));
            Assert.NotEqual(secret, Shamir.Join(split[..(needed - 1)]));
        }
    }

    [Fact]
    public void The_same_share_twice_is_not_two_shares()
    {
        Share share = Shamir.Split(RandomNumberGenerator.GetBytes(32), 2, 3)[0];
        Assert.Throws<CryptographicException>(() => Shamir.Join([share, share]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedStream.ChunkSize - 1)]
    [InlineData(SealedStream.ChunkSize)]
    [InlineData(SealedStream.ChunkSize + 1)]
    [InlineData((3 * SealedStream.ChunkSize) + 77)]
    public async Task A_file_of_any_length_comes_back_as_it_was(int length)
    {
        byte[] plain = RandomNumberGenerator.GetBytes(length);
        byte[] key = SealedStream.NewKey();
        byte[] sealedBytes = await Seal(plain, key);

        Assert.Equal(SealedStream.SealedLength(length), sealedBytes.Length);
        Assert.Equal(plain, await Open(sealedBytes, key, "file"));
    }

    [Fact]
    public async Task A_file_that_was_cut_swapped_or_changed_does_not_open()
    {
        byte[] key = SealedStream.NewKey();
        byte[] sealedBytes = await Seal(RandomNumberGenerator.GetBytes(3 * SealedStream.ChunkSize), key);
        int chunk = SealedStream.ChunkSize + 16;
        byte[] swapped = [.. sealedBytes[chunk..(2 * chunk)], .. sealedBytes[..chunk], .. sealedBytes[(2 * chunk)..]];
        byte[] changed = [.. sealedBytes];
        changed[chunk + 5] ^= 1;

        await Assert.ThrowsAnyAsync<CryptographicException>(() => Open(sealedBytes[..(2 * chunk)], key, "file"));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Open(sealedBytes[..^1], key, "file"));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Open([], key, "file"));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Open([.. sealedBytes, .. sealedBytes[(2 * chunk)..]], key, "file"));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Open(swapped, key, "file"));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Open(changed, key, "file"));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Open(sealedBytes, key, "another file"));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => Open(sealedBytes, SealedStream.NewKey(), "file"));
    }

    [Fact]
    public void A_passphrase_is_long_and_read_however_it_is_typed()
    {
        string passphrase = Passphrase.Generate();
        string normal = Passphrase.Normalise(passphrase);

        Assert.True(normal.Length * Math.Log2(31) >= 80);
        Assert.Equal(normal, Passphrase.Normalise($"  {passphrase.ToUpperInvariant().Replace('-', ' ')} "));
        Assert.NotEqual(passphrase, Passphrase.Generate());
    }

    [Fact]
    public void A_share_opens_under_its_passphrase_and_no_other()
    {
        string passphrase = Passphrase.Generate();
        byte[] wrapped = PassphraseWrap.Wrap(passphrase, [1, 2, 3], "tender 1");

        Assert.Equal([1, 2, 3], PassphraseWrap.Unwrap(passphrase, wrapped, "tender 1"));
        Assert.Null(PassphraseWrap.Unwrap(Passphrase.Generate(), wrapped, "tender 1"));
        Assert.Null(PassphraseWrap.Unwrap(passphrase, wrapped, "tender 2"));
    }

    [Fact]
    public void Bids_of_different_length_look_alike()
    {
        Assert.Equal(Padding.Pad(Ascii("100.00")).Length, Padding.Pad(new byte[4000]).Length);
        Assert.Equal(8192, Padding.Pad(new byte[4093]).Length);
        Assert.Equal(Ascii("100.00"), Padding.Unpad(Padding.Pad(Ascii("100.00"))));
        Assert.Throws<FormatException>(() => Padding.Unpad([0xff, 0xff, 0xff, 0xff]));
        Assert.Throws<FormatException>(() => Padding.Unpad([0]));
    }

    [Fact]
    public void Equal_prices_have_unequal_commitments()
    {
        Commitment first = Commitment.To(Ascii("6100.00"));
        Assert.NotEqual(first.Hash, Commitment.To(Ascii("6100.00")).Hash);
        Assert.Equal(first.Hash, Commitment.Of(first.Random, Ascii("6100.00")));
    }

    [Fact]
    public void The_master_key_stands_in_a_file_of_its_own()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "master.key");
        byte[] wrapped = new FileKeyStore(path).Wrap([5, 6, 7], "lot 1");

        Assert.Equal([5, 6, 7], new FileKeyStore(path).Unwrap(wrapped, "lot 1"));
        Assert.ThrowsAny<CryptographicException>(() => new FileKeyStore(path).Unwrap(wrapped, "lot 2"));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static byte[] Hex(string hex) => Convert.FromHexString(hex);

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static async Task<byte[]> Seal(byte[] plain, byte[] key)
    {
        using MemoryStream target = new();
        await SealedStream.Seal(new MemoryStream(plain), target, key, Ascii("file"), TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    private static async Task<byte[]> Open(byte[] sealedBytes, byte[] key, string aad)
    {
        using MemoryStream target = new();
        await SealedStream.Open(new MemoryStream(sealedBytes), target, key, Ascii(aad), TestContext.Current.CancellationToken);
        return target.ToArray();
    }
}
