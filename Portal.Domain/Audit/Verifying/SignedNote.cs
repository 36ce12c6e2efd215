using System.Text;

namespace Portal.Domain.Audit.Verifying;

/// <summary>A signed note as the verifier reads it: its text, if the key signed it.</summary>
public static class SignedNote
{
    /// <summary>The text with its last line break; null when the note was not signed by that key.</summary>
    public static string? TextBy(string note, string verifierKey)
    {
        int gap = note.IndexOf("\n\n", StringComparison.Ordinal);
        if (gap < 0)
        {
            return null;
        }

        string text = note[..(gap + 1)];
        return note[(gap + 2)..].Split('\n').Any(line => ReadCheckpoint.IsBy(verifierKey, line, Encoding.UTF8.GetBytes(text))) ? text : null;
    }
}
