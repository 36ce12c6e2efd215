using System.IO.Compression;

namespace Portal.Domain.Tenders.FromNotice;

/// <summary>The notice that a tender was started from, kept with what was read from it: the exact file and everything that could not be carried.</summary>
public sealed class KeptNotice
{
    private KeptNotice()
    {
    }

    public TenderId Tender { get; private set; }

    public string FileName { get; private set; } = "";

    public string Sha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    public DateTimeOffset KeptAt { get; private set; }

    public NoticeDraft Draft { get; private set; } = null!;

    /// <summary>The file, compressed with gzip.</summary>
    public byte[] Packed { get; private set; } = [];

    public static KeptNotice Of(Tender tender, NoticeDraft draft, NoticeFile file, string fileName, DateTimeOffset now)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(file.Bytes);
        }

        return new KeptNotice
        {
            Tender = tender.Id,
            FileName = NoticeText.Cut(NoticeText.Tidy(fileName, out _), 200),
            Sha256 = file.Sha256,
            Bytes = file.Bytes.Length,
            KeptAt = now,
            Draft = draft,
            Packed = packed.ToArray(),
        };
    }

    /// <summary>The file as it came.</summary>
    public byte[] Unpack()
    {
        using MemoryStream packed = new(Packed);
        using GZipStream gzip = new(packed, CompressionMode.Decompress);
        using MemoryStream file = new();
        gzip.CopyTo(file);
        return file.ToArray();
    }
}
