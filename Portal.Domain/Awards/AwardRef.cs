using System.Globalization;

namespace Portal.Domain.Awards;

/// <summary>How an award is addressed: by its tender and, where some lots are awarded apart, by the number of the separate award; 0 is the award of all the other lots.</summary>
public readonly record struct AwardRef(string Tender, int Part = 0)
{
    public static implicit operator AwardRef(string tender) => FromString(tender);

    public static AwardRef FromString(string tender) => new(tender);

    /// <summary>Which award a log entry tells of: <c>tender/WM-2026-0001/award/1</c>.</summary>
    public static AwardRef OfSubject(string subject)
    {
        string[] parts = subject.Split('/');
        return new(parts[1], parts is [_, _, "award", var number] && int.TryParse(number, CultureInfo.InvariantCulture, out int part) ? part : 0);
    }

    /// <summary>What the log calls it: <c>tender/WM-2026-0001</c>, <c>tender/WM-2026-0001/award/1</c>.</summary>
    public string Subject => Part == 0 ? $"tender/{Tender}" : string.Create(CultureInfo.InvariantCulture, $"tender/{Tender}/award/{Part}");

    /// <summary>Ends a key or a file name, so that those of several awards of one tender differ: empty for the award of all the other lots.</summary>
    public string Suffix => Part == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"-award-{Part}");
}
