using System.Globalization;
using Portal.Domain.Law;

namespace Portal.Domain.Insight;

/// <summary>Where an authority stands on the national map of squares: its GSS code, a short label, column and row from the north-west.</summary>
public sealed record AuthorityTile(string Code, string Label, int Column, int Row)
{
    /// <summary>All 153 authorities, from db/seed/authority_tiles.csv.</summary>
    public static IReadOnlyList<AuthorityTile> All { get; } =
    [
        .. HeldTable.Read("authority_tiles.csv").Select(row => new AuthorityTile(
            row["gssCode"], row["label"], int.Parse(row["column"], CultureInfo.InvariantCulture), int.Parse(row["row"], CultureInfo.InvariantCulture))),
    ];
}
