using Portal.Domain.Audit.Signing;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>The embedded key store: a master key file (mode 0600) outside the database, its folder and its backups, made on first use.</summary>
public sealed class FileKeyStore(string path) : IKeyStore
{
    private readonly Lazy<byte[]> master = new(() => LoadOrMake(path));

    public byte[] Wrap(byte[] secret, string purpose) => KeyWrap.Wrap(master.Value, secret, purpose);

    public byte[] Unwrap(byte[] wrapped, string purpose) => KeyWrap.Unwrap(master.Value, wrapped, purpose);

    private static byte[] LoadOrMake(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            OwnerOnlyFile.Write(path, SealedStream.NewKey());
        }

        return File.ReadAllBytes(path);
    }
}
