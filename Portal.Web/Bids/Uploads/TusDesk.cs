using System.Globalization;
using System.Text;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations.Evidence;
using Portal.Web.Api;

namespace Portal.Web.Bids.Uploads;

/// <summary>The resumable upload protocol tus 1.0 (core, creation, checksum with sha256, expiration, termination), alike for machines and for the pages' progress bars.</summary>
public sealed class TusDesk(PortalDb db, BeginUpload begin, AppendToUpload append, DiscardUpload discard, IKeyStore keys, TimeProvider clock)
{
    private const string Version = "1.0.0";
    private const string Extensions = "creation,checksum,expiration,termination";
    private const int ChecksumMismatch = 460;

    public static int Options(HttpResponse response)
    {
        Say(response);
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = Extensions;
        response.Headers["Tus-Checksum-Algorithm"] = "sha256";
        response.Headers["Tus-Max-Size"] = BeginUpload.Largest.ToString(CultureInfo.InvariantCulture);
        return StatusCodes.Status204NoContent;
    }

    public async Task<int> Create(Actor actor, HttpContext http, string place, CancellationToken cancel)
    {
        Say(http.Response);
        if (WrongVersion(http))
        {
            return Refuse(http, StatusCodes.Status412PreconditionFailed, "Send Tus-Resumable: 1.0.0; this address speaks tus 1.0.");
        }

        if (Number(http.Request.Headers["Upload-Length"]) is not { } length)
        {
            return Refuse(http, StatusCodes.Status400BadRequest, "Send Upload-Length: the whole file's length in bytes.");
        }

        if (length > BeginUpload.Largest)
        {
            return Refuse(http, StatusCodes.Status413PayloadTooLarge, string.Create(CultureInfo.InvariantCulture, $"An upload takes at most {BeginUpload.Largest} bytes (Tus-Max-Size)."));
        }

        string metadata = http.Request.Headers["Upload-Metadata"].ToString();
        Upload upload = await begin.Execute(actor, NameOf(metadata), length, metadata, cancel);
        http.Response.Headers.Location = $"{place}/{upload.Id.Value}";
        Expires(http.Response, upload);
        return StatusCodes.Status201Created;
    }

    public async Task<int> Head(Actor actor, UploadId id, HttpContext http, CancellationToken cancel)
    {
        Say(http.Response);
        if (WrongVersion(http))
        {
            return Refuse(http, StatusCodes.Status412PreconditionFailed, "Send Tus-Resumable: 1.0.0; this address speaks tus 1.0.");
        }

        Upload upload = await db.LoadUpload(actor, id, cancel);
        if (upload.HasExpired(clock.GetUtcNow()))
        {
            return StatusCodes.Status410Gone;
        }

        http.Response.Headers["Upload-Offset"] = upload.Offset.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Upload-Length"] = upload.Length.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        if (upload.Metadata(keys) is { Length: > 0 } metadata)
        {
            http.Response.Headers["Upload-Metadata"] = metadata;
        }

        Expires(http.Response, upload);
        return StatusCodes.Status200OK;
    }

    public async Task<int> Patch(Actor actor, UploadId id, HttpContext http, CancellationToken cancel)
    {
        Say(http.Response);
        if (WrongVersion(http))
        {
            return Refuse(http, StatusCodes.Status412PreconditionFailed, "Send Tus-Resumable: 1.0.0; this address speaks tus 1.0.");
        }

        if (http.Request.ContentType?.Split(';')[0] != "application/offset+octet-stream")
        {
            return Refuse(http, StatusCodes.Status415UnsupportedMediaType, "Send the bytes as Content-Type: application/offset+octet-stream.");
        }

        (byte[]? sha256, bool readable) = Checksum(http.Request.Headers["Upload-Checksum"].ToString());
        if (!readable || Number(http.Request.Headers["Upload-Offset"]) is not { } offset)
        {
            return Refuse(http, StatusCodes.Status400BadRequest, "Send Upload-Offset as a number of bytes and Upload-Checksum, if any, as sha256 and the digest in base64.");
        }

        return await Append(actor, id, offset, sha256, http, cancel);
    }

    public async Task<int> Delete(Actor actor, UploadId id, HttpContext http, CancellationToken cancel)
    {
        Say(http.Response);
        await discard.Execute(actor, id, cancel);
        return StatusCodes.Status204NoContent;
    }

    public async Task<UploadState> Read(Actor actor, UploadId id, CancellationToken cancel)
    {
        Upload upload = await db.LoadUpload(actor, id, cancel);
        return new UploadState(upload.Id.Value, upload.Name(keys), upload.Length, upload.Sha256, upload.Scan);
    }

    private async Task<int> Append(Actor actor, UploadId id, long offset, byte[]? sha256, HttpContext http, CancellationToken cancel)
    {
        try
        {
            Upload upload = await append.Execute(actor, id, offset, http.Request.Body, sha256, cancel);
            http.Response.Headers["Upload-Offset"] = upload.Offset.ToString(CultureInfo.InvariantCulture);
            Expires(http.Response, upload);
            return StatusCodes.Status204NoContent;
        }
        catch (RuleBroken refused) when (refused.Reasons[0].Code is "UPLOAD_CHECKSUM" or "UPLOAD_OFFSET" or "UPLOAD_TOO_LONG" or "UPLOAD_EXPIRED")
        {
            int status = refused.Reasons[0].Code switch
            {
                "UPLOAD_CHECKSUM" => ChecksumMismatch,
                "UPLOAD_OFFSET" => StatusCodes.Status409Conflict,
                "UPLOAD_EXPIRED" => StatusCodes.Status410Gone,
                _ => StatusCodes.Status413PayloadTooLarge,
            };
            return Refuse(http, status, refused.Message, refused.Reasons);
        }
    }

    // The status is tus's; machines are told the reason beside it.
    private static int Refuse(HttpContext http, int status, string why, IReadOnlyList<Reason>? reasons = null)
    {
        ApiProblem problem = ApiProblem.Of(status) with { Detail = why, Reasons = reasons };
        http.Features.Set(status == StatusCodes.Status412PreconditionFailed ? problem with { Title = "Another version of the protocol" } : problem);
        return status;
    }

    private static void Say(HttpResponse response) => response.Headers["Tus-Resumable"] = Version;

    private static bool WrongVersion(HttpContext http)
    {
        bool wrong = http.Request.Headers["Tus-Resumable"] != Version;
        if (wrong)
        {
            http.Response.Headers["Tus-Version"] = Version;
        }

        return wrong;
    }

    private static void Expires(HttpResponse response, Upload upload)
    {
        if (!upload.IsComplete)
        {
            response.Headers["Upload-Expires"] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        }
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static (byte[]? Sha256, bool Readable) Checksum(string header)
    {
        if (header.Length == 0)
        {
            return (null, true);
        }

        byte[] hash = new byte[32];
        bool readable = header.Split(' ') is ["sha256", var text] && Convert.TryFromBase64String(text, hash, out int written) && written == hash.Length;
        return (hash, readable);
    }

    private static string NameOf(string metadata)
    {
        string[]? pair = Array.Find(metadata.Split(',', StringSplitOptions.TrimEntries), p => p.StartsWith("filename ", StringComparison.Ordinal))?.Split(' ');
        byte[] name = new byte[metadata.Length];
        return pair is [_, var base64] && Convert.TryFromBase64String(base64, name, out int written) ? Encoding.UTF8.GetString(name, 0, written) : "file";
    }
}

/// <summary>What is known of an upload.</summary>
public sealed record UploadState(Guid Id, string Name, long Bytes, string? Sha256, ScanState Scan);
