using System.Text;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Audit.Tree;
using Portal.Domain.Audit.Verifying;

namespace Portal.Tests.Audit;

public sealed class SigningTests
{
    // RFC 8032 §7.1, tests 1 to 3 and SHA(abc): seed, public key, message, signature.
    public static TheoryData<string, string, string, string> Vectors { get; } = new()
    {
        {
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        },
        {
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        },
        {
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        },
        {
            "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42", "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
            "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Signatures_are_those_of_the_standard(string seed, string publicKey, string message, string signature)
    {
        byte[] text = Convert.FromHexString(message);
        Assert.Equal(publicKey, Convert.ToHexStringLower(Ed25519.PublicKey(Convert.FromHexString(seed))));
        Assert.Equal(signature, Convert.ToHexStringLower(ManagedEd25519.Sign(Convert.FromHexString(seed), text)));
        Assert.Equal(signature, Convert.ToHexStringLower(Ed25519.Sign(Convert.FromHexString(seed), text)));
        Assert.True(ManagedEd25519.Verify(Convert.FromHexString(publicKey), text, Convert.FromHexString(signature)));
        Assert.True(Ed25519.Verify(Convert.FromHexString(publicKey), text, Convert.FromHexString(signature)));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void One_changed_bit_is_refused(string seed, string publicKey, string message, string signature)
    {
        Assert.Equal(32, Convert.FromHexString(seed).Length);
        byte[] key = Convert.FromHexString(publicKey);
        byte[] text = Convert.FromHexString(message);
        for (int i = 0; i < 64; i += 9)
        {
            byte[] changed = Convert.FromHexString(signature);
            changed[i] ^= 4;
            Assert.False(ManagedEd25519.Verify(key, text, changed));
            Assert.False(Ed25519.Verify(key, text, changed));
        }

        Assert.False(ManagedEd25519.Verify(key, [.. text, 0], Convert.FromHexString(signature)));
        Assert.False(Ed25519.Verify(key, text, []));
    }

    [Fact]
    public void A_signature_with_the_group_order_added_is_refused()
    {
        byte[] seed = [.. Enumerable.Repeat((byte)9, 32)];
        byte[] signature = ManagedEd25519.Sign(seed, "text"u8);
        System.Numerics.BigInteger order = System.Numerics.BigInteger.Pow(2, 252) + System.Numerics.BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);
        System.Numerics.BigInteger response = new(signature.AsSpan(32), isUnsigned: true);
        (response + order).TryWriteBytes(signature.AsSpan(32), out _, isUnsigned: true);

        Assert.False(ManagedEd25519.Verify(Ed25519.PublicKey(seed), "text"u8, signature));
        Assert.False(Ed25519.Verify(Ed25519.PublicKey(seed), "text"u8, signature));
    }

    [Fact]
    public void A_log_key_reads_back_and_a_foreign_id_is_refused()
    {
        // The example of the signed-note package's documentation.
        const string Key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        Assert.Equal(Key, NoteKey.Parse(Key).ToString());
        Assert.Throws<FormatException>(() => NoteKey.Parse(Key.Replace("c74f", "c74e", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_published_note_verifies()
    {
        const string Key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
        byte[] signature = Convert.FromBase64String("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
        Assert.True(Ed25519.Verify(NoteKey.Parse(Key).PublicKey, Encoding.UTF8.GetBytes(Text), signature.AsSpan(4)));
    }

    [Fact]
    public async Task A_proof_file_reads_back_and_proves_its_entry()
    {
        LogFixture log = new(300);
        TlogProof proof = new(17, await log.Tree.InclusionProof(17, 300, TestContext.Current.CancellationToken), await log.SignedCheckpoint(300), log.Entries[17]);

        TlogProof read = TlogProof.Parse(proof.ToString());

        Checkpoint checkpoint = Checkpoint.Parse(read.SignedCheckpoint);
        Assert.Equal(proof.ToString(), read.ToString());
        Assert.True(ProofVerifier.Includes(checkpoint.Root, checkpoint.Size, read.Index, MerkleHash.Leaf(read.Extra), read.Hashes));
    }

    [Fact]
    public void The_signing_key_is_made_once_and_only_its_owner_may_read_it()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "log.key");
        NoteKey first = LogSigner.FromFile("log.example", path).Key;
        NoteKey second = LogSigner.FromFile("log.example", path).Key;

        Assert.Equal(first.ToString(), second.ToString());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
