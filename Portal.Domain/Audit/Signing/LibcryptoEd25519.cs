using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Portal.Domain.Audit.Signing;

/// <summary>Ed25519 by the operating system's OpenSSL library, about a hundred times quicker than the managed arithmetic.</summary>
internal static class LibcryptoEd25519
{
    private const string Library = "libcrypto";

    private const int KeyType = 1087;

    private static readonly string[] FileNames = ["libcrypto.so.3", "libcrypto.so.1.1", "libcrypto.3.dylib", "libcrypto-3-x64.dll"];

    static LibcryptoEd25519()
    {
        NativeLibrary.SetDllImportResolver(typeof(LibcryptoEd25519).Assembly, Resolve);
        IsPresent = Answers();
    }

    public static bool IsPresent { get; }

    public static byte[] Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message)
    {
        byte[] signature = new byte[Ed25519.SignatureSize];
        byte[] secret = seed.ToArray();
        nint key = EVP_PKEY_new_raw_private_key(KeyType, 0, secret, (nuint)secret.Length);
        CryptographicOperations.ZeroMemory(secret);
        nint context = EVP_MD_CTX_new();
        nuint length = (nuint)signature.Length;
        byte[] text = message.ToArray();
        bool signed = key != 0 && context != 0 && EVP_DigestSignInit(context, 0, 0, 0, key) == 1
            && EVP_DigestSign(context, signature, ref length, text, (nuint)text.Length) == 1;
        Free(context, key);
        return signed ? signature : throw new CryptographicException("libcrypto would not sign.");
    }

    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        byte[] raw = publicKey.ToArray();
        byte[] text = message.ToArray();
        byte[] mark = signature.ToArray();
        nint key = EVP_PKEY_new_raw_public_key(KeyType, 0, raw, (nuint)raw.Length);
        nint context = EVP_MD_CTX_new();
        bool holds = key != 0 && context != 0 && EVP_DigestVerifyInit(context, 0, 0, 0, key) == 1
            && EVP_DigestVerify(context, mark, (nuint)mark.Length, text, (nuint)text.Length) == 1;
        Free(context, key);
        return holds;
    }

    private static bool Answers()
    {
        try
        {
            nint key = EVP_PKEY_new_raw_private_key(KeyType, 0, new byte[Ed25519.SeedSize], Ed25519.SeedSize);
            EVP_PKEY_free(key);
            return key != 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException)
        {
            return false;
        }
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? paths)
    {
        if (name != Library)
        {
            return 0;
        }

        foreach (string file in FileNames)
        {
            if (NativeLibrary.TryLoad(file, assembly, paths, out nint handle))
            {
                return handle;
            }
        }

        return 0;
    }

    private static void Free(nint context, nint key)
    {
        EVP_MD_CTX_free(context);
        EVP_PKEY_free(key);
    }

    [DllImport(Library)]
    private static extern nint EVP_PKEY_new_raw_private_key(int type, nint engine, byte[] key, nuint length);

    [DllImport(Library)]
    private static extern nint EVP_PKEY_new_raw_public_key(int type, nint engine, byte[] key, nuint length);

    [DllImport(Library)]
    private static extern void EVP_PKEY_free(nint key);

    [DllImport(Library)]
    private static extern nint EVP_MD_CTX_new();

    [DllImport(Library)]
    private static extern void EVP_MD_CTX_free(nint context);

    [DllImport(Library)]
    private static extern int EVP_DigestSignInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [DllImport(Library)]
    private static extern int EVP_DigestSign(nint context, byte[] signature, ref nuint signatureLength, byte[] text, nuint textLength);

    [DllImport(Library)]
    private static extern int EVP_DigestVerifyInit(nint context, nint keyContext, nint digest, nint engine, nint key);

    [DllImport(Library)]
    private static extern int EVP_DigestVerify(nint context, byte[] signature, nuint signatureLength, byte[] text, nuint textLength);
}
