using System.Globalization;
using Portal.Domain.Insight;

namespace Portal.Web.Insight;

/// <summary>What the map of authorities shows.</summary>
public enum MapMeasure
{
    OffFramework,
    Overrides,
    Blocked,
    Gaps,
}

/// <summary>The national map: one square for each authority, as near its neighbours as squares allow, shaded and patterned by a figure of the table beside it.</summary>
public sealed record AuthorityMap(MapMeasure Measure, IReadOnlyList<MapSquare> Squares)
{
    /// <summary>The side of a square and the gap between two, in units of the drawing.</summary>
    public const int Pitch = 40;
    public const int Side = 37;

    public int Width => (Squares.Max(s => s.Tile.Column) + 1) * Pitch;

    public int Height => (Squares.Max(s => s.Tile.Row) + 1) * Pitch;

    /// <summary>The classes that occur, from least to most, for the legend.</summary>
    public IReadOnlyList<(int Class, string Words)> Legend => [.. Enumerable.Range(0, 5).Where(c => Squares.Any(s => s.Class == c)).Select(c => (c, Words(c)))];

    public string Title => Measure switch
    {
        MapMeasure.OffFramework => "Call-offs off framework",
        MapMeasure.Overrides => "Gate questions overridden",
        MapMeasure.Blocked => "Gate questions blocked",
        _ => "Needs that nothing live covered",
    };

    /// <summary>The finding: how many authorities show anything, and where it is most.</summary>
    public string Finding
    {
        get
        {
            MapSquare[] known = [.. Squares.Where(s => s.Amount is not null)];
            return known.Where(s => s.Amount > 0).OrderByDescending(s => s.Amount).ThenBy(s => s.Name, StringComparer.Ordinal).FirstOrDefault() is { } most
                ? string.Create(CultureInfo.InvariantCulture, $"{Title}: {known.Count(s => s.Amount > 0)} of {known.Length} authorities with figures, most in {most.Name} ({most.Said})")
                : $"{Title}: none in any authority with figures";
        }
    }

    public static AuthorityMap Of(IReadOnlyList<AuthorityFigures> figures, MapMeasure measure)
    {
        Dictionary<string, AuthorityFigures> known = figures.Where(f => f.CallOffs + f.Decisions > 0).DistinctBy(f => f.Code).ToDictionary(f => f.Code);
        return new AuthorityMap(measure, [.. AuthorityTile.All.OrderBy(t => t.Row).ThenBy(t => t.Column).Select(t => Square(t, known.GetValueOrDefault(t.Code), measure))]);
    }

    private static MapSquare Square(AuthorityTile tile, AuthorityFigures? figures, MapMeasure measure)
    {
        decimal? amount = figures is null ? null : measure switch
        {
            MapMeasure.OffFramework => figures.OffFrameworkRate,
            MapMeasure.Overrides => figures.OverrideRate,
            MapMeasure.Blocked => figures.BlockRate,
            _ => figures.Gaps,
        };
        return new MapSquare(tile, figures?.Name ?? "", amount, measure == MapMeasure.Gaps);
    }

    private string Words(int of) => (of, Measure == MapMeasure.Gaps) switch
    {
        (0, _) => "no figures",
        (1, _) => "none",
        (2, true) => "1 or 2",
        (3, true) => "3 to 5",
        (4, true) => "more than 5",
        (2, _) => "up to 10 %",
        (3, _) => "up to 25 %",
        _ => "more than 25 %",
    };
}

/// <summary>One authority on the map; the amount is null where it has no figures in these days.</summary>
public sealed record MapSquare(AuthorityTile Tile, string Name, decimal? Amount, bool Counted)
{
    public int X => Tile.Column * AuthorityMap.Pitch;

    public int Y => Tile.Row * AuthorityMap.Pitch;

    /// <summary>0 no figures, 1 none, 2 to 4 more and more.</summary>
    public int Class => (Amount, Counted) switch
    {
        (null, _) => 0,
        (0, _) => 1,
        ( <= 2, true) or ( <= 10, false) => 2,
        ( <= 5, true) or ( <= 25, false) => 3,
        _ => 4,
    };

    public string Said => Amount is not { } amount ? "no figures" : Counted ? amount.ToString("0", CultureInfo.InvariantCulture) : amount.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>The figure as it fits into the square.</summary>
    public string Short => Amount is { } amount ? decimal.Round(amount, 0, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture) : "";
}
