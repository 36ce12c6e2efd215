using System.Security.Cryptography;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;

namespace Portal.Domain.Tenders;

/// <summary>Puts documents that everybody may read into the file store: hashed, limited, judged by content and scanned; nothing stays of one that is refused.</summary>
public sealed class PublicFiles(IFileStore store, IVirusScan scan)
{
    public const long MostBytes = 100L * 1024 * 1024;

    private static readonly string[] Types = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "doc", "txt", "csv", "png", "jpg"];

    public async Task<NewDocument> Keep(string name, string kind, Stream content, CancellationToken stop)
    {
        Guid file = Guid.CreateVersion7();
        try
        {
            (long bytes, string sha256, string type) = await Write(file, content, stop);
            MustBeReadable(bytes, type);
            await using Stream kept = await store.Read(file, stop);
            if (await scan.Scan(kept, stop) == ScanState.Infected)
            {
                throw new RuleBroken("FILE_INFECTED", "The virus scan found malware in this file. It was not kept.", field: "File");
            }

            return new NewDocument(FileNames.Safe(name), kind, bytes, sha256, file.ToString());
        }
        catch (RuleBroken)
        {
            await store.Delete(file, CancellationToken.None);
            throw;
        }
    }

    public Task<Stream> Open(TenderDocument document, CancellationToken stop) => Open(document.FileId, stop);

    public Task<Stream> Open(string fileId, CancellationToken stop) => store.Read(Guid.Parse(fileId), stop);

    /// <summary>Raises <see cref="RuleBroken"/> before the first byte is sent when a stored file is lost: nobody is handed a torn download, nor noted as having it.</summary>
    public async Task MustHold(IReadOnlyList<TenderDocument> documents, CancellationToken stop)
    {
        List<string> lost = [];
        foreach (TenderDocument document in documents)
        {
            if (!await Holds(document.FileId, stop))
            {
                lost.Add(document.Name);
            }
        }

        if (lost.Count > 0)
        {
            throw new RuleBroken("FILE_LOST", $"The stored file of {string.Join(" and of ", lost.Select(name => $"“{name}”"))} is missing, so it cannot be downloaded, and neither can a zip that would be incomplete. The other documents can be taken one by one. Please tell the buyer: the file is put back from the backup, and its SHA-256 on the tender’s page says whether it is the same.", "A3-11");
        }
    }

    private async Task<bool> Holds(string fileId, CancellationToken stop)
    {
        try
        {
            await using Stream kept = Guid.TryParse(fileId, out Guid id) ? await store.Read(id, stop) : Stream.Null;
            return kept != Stream.Null;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    public Task Delete(string fileId, CancellationToken stop) => store.Delete(Guid.Parse(fileId), stop);

    private static void MustBeReadable(long bytes, string type)
    {
        if (bytes == 0)
        {
            throw new RuleBroken("FILE_EMPTY", "The file is empty. Choose another.", field: "File");
        }

        if (!FileTypes.Fits(type, Types))
        {
            throw new RuleBroken("FILE_TYPE", "The file is of a kind that providers may not be able to read. Use PDF, Word, Excel, OpenDocument, text or an image.", "A3-11", "File");
        }
    }

    private async Task<(long Bytes, string Sha256, string Type)> Write(Guid file, Stream content, CancellationToken stop)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        string? type = null;
        await using Stream target = await store.Create(file, stop);
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop)) > 0)
        {
            type ??= FileTypes.Of(buffer.AsSpan(0, Math.Min(read, FileTypes.Head)));
            bytes += read;
            if (bytes > MostBytes)
            {
                throw new RuleBroken("FILE_TOO_LARGE", $"The file is larger than {MostBytes / 1024 / 1024} MB. Split it, or make its images smaller.", field: "File");
            }

            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), stop);
        }

        return (bytes, Convert.ToHexStringLower(hash.GetHashAndReset()), type ?? "unknown");
    }
}
