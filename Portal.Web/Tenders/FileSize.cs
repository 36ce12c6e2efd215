using System.Globalization;

namespace Portal.Web.Tenders;

/// <summary>Sizes as people read them.</summary>
public static class FileSize
{
    public static string InWords(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m / 1024m:0.#} MB"),
    };
}
