using System.Globalization;

namespace Portal.Domain.Audit.Signing;

/// <summary>The log's size and root at one moment (c2sp.org/tlog-checkpoint), the text that is signed.</summary>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>Reads the text of a checkpoint or the whole signed note; the signature is not looked at here.</summary>
    public static Checkpoint Parse(string note)
    {
        string[] lines = note.Split('\n');
        if (lines.Length < 4 || lines[0].Length == 0 || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out long size))
        {
            throw new FormatException("This is not a checkpoint.");
        }

        return new Checkpoint(lines[0], size, Convert.FromBase64String(lines[2]));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");
}
