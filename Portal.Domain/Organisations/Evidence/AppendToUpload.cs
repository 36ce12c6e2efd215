using System.Security.Cryptography;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>Takes the next bytes of an upload. The last ones complete it: hash, type, scan.</summary>
public sealed class AppendToUpload(PortalDb db, SealedFiles files, CompleteUpload complete, TimeProvider clock)
{
    /// <param name="sha256">What the bytes of this call must hash to, where the sender says so; otherwise they are thrown away.</param>
    public async Task<Upload> Execute(Actor by, UploadId id, long offset, Stream content, byte[]? sha256, CancellationToken ct)
    {
        Upload upload = await db.LoadUpload(by, id, ct);
        if (upload.HasExpired(clock.GetUtcNow()))
        {
            throw new RuleBroken("UPLOAD_EXPIRED", $"This upload was not finished before {LondonTime.ForPeople(upload.ExpiresAt)} and has expired. Send the whole file as a new upload.");
        }

        if (offset != upload.Offset || upload.IsComplete)
        {
            throw new RuleBroken("UPLOAD_OFFSET", $"The upload stands at byte {upload.Offset}.", field: "Upload-Offset");
        }

        await using BrokenOffStream incoming = new(content, upload.Length - upload.Offset);
        UploadSegment? segment = await files.Keep(upload, incoming, CancellationToken.None);
        await Check(incoming, segment, sha256, ct);
        if (segment is not null)
        {
            upload.Append(segment);
            db.Add(segment);
        }

        if (upload.Offset == upload.Length && !upload.IsComplete)
        {
            await complete.Execute(upload, CancellationToken.None);
        }

        await db.Save(by, CancellationToken.None);
        return upload;
    }

    private async Task Check(BrokenOffStream incoming, UploadSegment? segment, byte[]? sha256, CancellationToken ct)
    {
        bool wrong = sha256 is not null && !CryptographicOperations.FixedTimeEquals(sha256, incoming.Sha256());
        if (!wrong && !incoming.TooLong)
        {
            return;
        }

        if (segment is not null)
        {
            await files.Discard(segment, ct);
        }

        throw wrong
            ? new RuleBroken("UPLOAD_CHECKSUM", "The bytes that arrived are not those that were sent: send them again.")
            : new RuleBroken("UPLOAD_TOO_LONG", "More bytes were sent than were announced.");
    }
}
