using System.Globalization;

namespace Portal.Domain.Audit.Tree;

/// <summary>Where a tile of the log is published (c2sp.org/tlog-tiles): <c>0/x001/x234/067.p/8</c> is level 0, tile 1,234,067, first 8 hashes. Level −1 names a bundle of entries.</summary>
public readonly record struct TilePath(int Level, long Index, int Width)
{
    public const int FullWidth = 256;

    public const int Entries = -1;

    private const int HighestLevel = 63;

    /// <summary>Reads what stands after <c>/log/tile/</c>; false when it is not exactly as the standard writes it.</summary>
    public static bool TryParse(string? text, out TilePath path)
    {
        path = default;
        List<string> parts = [.. (text ?? "").Split('/')];
        int width = FullWidth;
        if (parts.Count >= 3 && parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!TryNumber(parts[^1], FullWidth - 1, out width) || width == 0)
            {
                return false;
            }

            parts[^2] = parts[^2][..^2];
            parts.RemoveAt(parts.Count - 1);
        }

        if (parts.Count < 2 || !TryLevel(parts[0], out int level) || !TryIndex(parts.Skip(1), out long index))
        {
            return false;
        }

        path = new TilePath(level, index, width);
        return path.ToString() == text;
    }

    public override string ToString()
    {
        string level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
        string number = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
        for (long rest = Index / 1000; rest > 0; rest /= 1000)
        {
            number = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{number}");
        }

        string part = Width == FullWidth ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}");
        return $"{level}/{number}{part}";
    }

    private static bool TryLevel(string text, out int level)
    {
        if (text == "entries")
        {
            level = Entries;
            return true;
        }

        return TryNumber(text, HighestLevel, out level);
    }

    private static bool TryIndex(IEnumerable<string> parts, out long index)
    {
        index = 0;
        foreach (string part in parts)
        {
            string digits = part.StartsWith('x') ? part[1..] : part;
            if (digits.Length != 3 || !TryNumber(digits, 999, out int three) || index > long.MaxValue / 1_000_000)
            {
                return false;
            }

            index = (index * 1000) + three;
        }

        return true;
    }

    private static bool TryNumber(string text, int highest, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= highest;
}
