namespace Portal.Domain.Organisations.Evidence;

/// <summary>The embedded file store: one file for each id, in 256 folders by the id's last byte.</summary>
public sealed class FolderFileStore(string folder) : IFileStore
{
    private const int Buffer = 128 * 1024;

    public Task<Stream> Create(Guid id, CancellationToken ct)
    {
        string path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return Task.FromResult<Stream>(new DurableFile(path));
    }

    public Task<Stream> Read(Guid id, CancellationToken ct)
    {
        string path = PathOf(id);
        return File.Exists(path)
            ? Task.FromResult<Stream>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, useAsync: true))
            : throw new FileNotFoundException("The file store has nothing under this id.");
    }

    public Task Delete(Guid id, CancellationToken ct)
    {
        string path = PathOf(id);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private string PathOf(Guid id)
    {
        string name = id.ToString("N");
        return Path.Combine(folder, name[^2..], name);
    }

    /// <summary>A flush waits until the bytes are on the disk: a receipt must not outlive the file it lists.</summary>
    private sealed class DurableFile(string path) : FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer, useAsync: true)
    {
        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            await base.FlushAsync(cancellationToken);
            Flush(flushToDisk: true);
        }
    }
}
