namespace Portal.Domain.Organisations.Evidence;

/// <summary>Keeps sealed bytes under random ids; it never sees a name or clear content. A folder by default, object storage in production.</summary>
public interface IFileStore
{
    /// <summary>What has been written and flushed survives a power cut.</summary>
    Task<Stream> Create(Guid id, CancellationToken ct);

    /// <summary>Raises <see cref="FileNotFoundException"/> when there is nothing under the id.</summary>
    Task<Stream> Read(Guid id, CancellationToken ct);

    Task Delete(Guid id, CancellationToken ct);
}
