using System.Text;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>An uploaded file's id.</summary>
public readonly record struct UploadId(Guid Value) : ITypedId<UploadId>
{
    public static UploadId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>What the virus scan said; a file that no scanner could look at (<see cref="Unscannable"/>) may be attached, so that a bid in time stays in time, but nobody opens it before a scanner has.</summary>
public enum ScanState
{
    Waiting,
    Clean,
    Infected,
    Unscannable,
}

/// <summary>A file that an organisation sends in, sealed as it arrives, in one or more segments (a broken connection ends one), each under a random key of its own.</summary>
public sealed class Upload : Aggregate
{
    private readonly List<UploadSegment> segments = [];

    private Upload()
    {
    }

    public UploadId Id { get; private set; }

    public OrganisationId Organisation { get; private set; }

    public PersonId By { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>Unfinished uploads take nothing from this instant, and are forgotten after it.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Announced length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes received so far.</summary>
    public long Offset { get; private set; }

    public string? Sha256 { get; private set; }

    /// <summary>What the content is, by its first bytes, never by its name.</summary>
    public string? Type { get; private set; }

    public ScanState Scan { get; private set; }

    public IReadOnlyList<UploadSegment> Segments => segments;

    public bool IsComplete => Sha256 is not null;

    /// <summary>The portal's own key to the file is gone: only the lot's key opens it.</summary>
    public bool IsSealed => IsComplete && segments.Count > 0 && segments.TrueForAll(s => s.WrappedKey.Length == 0);

    internal byte[] SealedName { get; private set; } = [];

    /// <param name="metadata">What the sender's tool said of the file in its own form (tus Upload-Metadata); given back as it came.</param>
    public static Upload Begin(Actor by, string name, long length, IKeyStore keys, DateTimeOffset now, string metadata = "")
    {
        UploadId id = Kernel.Id.New<UploadId>();
        return new Upload
        {
            Id = id,
            Organisation = by.Organisation,
            By = by.Person,
            BegunAt = now,
            ExpiresAt = now.AddDays(7),
            Length = length,
            SealedName = keys.Wrap(Encoding.UTF8.GetBytes($"{FileNames.Safe(name)}\n{metadata}"), NamePurpose(id)),
        };
    }

    public string Name(IKeyStore keys) => Told(keys)[0];

    /// <summary>The sender's own metadata as it came; empty where there was none.</summary>
    public string Metadata(IKeyStore keys) => Told(keys) is [_, var metadata] ? metadata : "";

    internal static string KeyPurpose(UploadId id) => $"upload/{id.Value}/key";

    /// <summary>Whether it ran out before it was complete; what was complete in time stays.</summary>
    public bool HasExpired(DateTimeOffset now) => !IsComplete && now >= ExpiresAt;

    internal void Append(UploadSegment segment)
    {
        if (IsComplete || Offset + segment.Bytes > Length)
        {
            throw new RuleBroken("UPLOAD_TOO_LONG", "More bytes were sent than were announced.");
        }

        segments.Add(segment);
        Offset += segment.Bytes;
    }

    internal void Complete(string sha256, string type, ScanState scan)
    {
        Sha256 = sha256;
        Type = type;
        Scan = scan;
        Happened("upload.completed", $"upload/{Id.Value}", new { bytes = Length, type, scan });
    }

    /// <summary>Throws away the portal's own key; called when the file has been sealed to a lot and stands in no draft any more.</summary>
    public void ForgetKeys()
    {
        foreach (UploadSegment segment in segments)
        {
            segment.ForgetKey();
        }
    }

    private string[] Told(IKeyStore keys) => Encoding.UTF8.GetString(keys.Unwrap(SealedName, NamePurpose(Id))).Split('\n', 2);

    private static string NamePurpose(UploadId id) => $"upload/{id.Value}/name";
}

/// <summary>One run of an upload's bytes under one key.</summary>
public sealed class UploadSegment
{
    private UploadSegment()
    {
    }

    internal UploadSegment(Guid file, UploadId upload, int number, long bytes, byte[] wrappedKey)
    {
        File = file;
        Upload = upload;
        Number = number;
        Bytes = bytes;
        WrappedKey = wrappedKey;
    }

    /// <summary>Id in the file store.</summary>
    public Guid File { get; private set; }

    public UploadId Upload { get; private set; }

    public int Number { get; private set; }

    public long Bytes { get; private set; }

    public byte[] WrappedKey { get; private set; } = [];

    internal void ForgetKey() => WrappedKey = [];
}
