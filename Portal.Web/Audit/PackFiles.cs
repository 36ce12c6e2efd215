using System.IO.Compression;
using System.Text;

namespace Portal.Web.Audit;

/// <summary>The files of an audit pack, zipped or unpacked into a folder.</summary>
internal sealed class PackFiles : IAsyncDisposable
{
    private readonly ZipArchive? zip;
    private readonly string folder;

    private PackFiles(ZipArchive? zip, string folder) => (this.zip, this.folder) = (zip, folder);

    public static bool IsPack(string place) => File.Exists(place) || File.Exists(Path.Combine(place, "entries.jsonl"));

    public static async Task<PackFiles> Open(string place, CancellationToken cancel) =>
        new(File.Exists(place) ? await ZipFile.OpenReadAsync(place, cancel) : null, place);

    public async Task<byte[]?> Read(string name, CancellationToken cancel)
    {
        if (zip is null)
        {
            string path = Path.Combine(folder, Path.Combine(name.Split('/')));
            return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancel) : null;
        }

        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        await using Stream content = await entry.OpenAsync(cancel);
        using MemoryStream bytes = new();
        await content.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    public async Task<string?> Text(string name, CancellationToken cancel) => await Read(name, cancel) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public ValueTask DisposeAsync() => zip?.DisposeAsync() ?? ValueTask.CompletedTask;
}
