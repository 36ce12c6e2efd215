namespace Portal.Domain.Bids.Sealing;

/// <summary>What an opener shows to use the opening key: the passphrase, or what the person's passkey made for it.</summary>
public sealed record KeyProof(string Passphrase, PasskeySecret? Passkey = null)
{
    public static implicit operator KeyProof(string passphrase) => FromString(passphrase);

    public static KeyProof FromString(string passphrase) => new(passphrase);

    /// <summary>What the refusal says when it opens nothing.</summary>
    internal Kernel.RuleBroken Refusal => Passkey is null
        ? new("PASSPHRASE_WRONG", "That is not your passphrase. Check it letter by letter: there is no 0, 1, i, l or o in it.", field: "Passphrase")
        : new("PASSKEY_WRONG", "That passkey does not open your key. Use the one that you set up for openings, or your passphrase.", field: "Passkey");

    internal string RefusalCode => Passkey is null ? "PASSPHRASE_WRONG" : "PASSKEY_WRONG";
}

/// <summary>32 bytes that one passkey, and only it, makes for the portal (the WebAuthn extension PRF); the device never shows its own secret, and the portal keeps none of them.</summary>
public sealed record PasskeySecret
{
    public const int Size = 32;

    /// <summary>What the passkey is asked to make its bytes from: SHA-256 of "care tenders opening key". It is no secret.</summary>
    public static readonly IReadOnlyList<byte> Salt = System.Security.Cryptography.SHA256.HashData("care tenders opening key"u8);

    /// <param name="credential">The passkey's credential id.</param>
    public PasskeySecret(byte[] credential, string name, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length != Size)
        {
            throw new Kernel.RuleBroken("PASSKEY_MUTE", "This device’s passkey cannot make a key for openings. Use a passphrase.", field: "Passkey");
        }

        (Credential, Name, Bytes) = (credential, name, bytes);
    }

    public IReadOnlyList<byte> Credential { get; }

    /// <summary>What its holder calls it.</summary>
    public string Name { get; }

    internal byte[] Bytes { get; }
}
