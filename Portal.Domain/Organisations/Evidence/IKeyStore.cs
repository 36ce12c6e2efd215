namespace Portal.Domain.Organisations.Evidence;

/// <summary>Keeps the portal's master key apart from the database and its backups: a file of the portal's user, or a key vault in production.</summary>
public interface IKeyStore
{
    /// <summary>Wraps a secret for one purpose; only the same purpose unwraps it.</summary>
    byte[] Wrap(byte[] secret, string purpose);

    byte[] Unwrap(byte[] wrapped, string purpose);
}
