using System.Globalization;

namespace Portal.Domain.Organisations.Evidence;

/// <summary>File names kept for people only: no folders, no control or direction marks, at most 150 signs. They are never used as paths.</summary>
public static class FileNames
{
    private const int Longest = 150;

    public static string Safe(string name)
    {
        string last = name.Split('/', '\\')[^1];
        string plain = new([.. last.Where(c => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned))]);
        string trimmed = plain.Trim().Trim('.');
        string safe = trimmed.Length == 0 ? "file" : trimmed;
        return safe.Length <= Longest ? safe : safe[..(Longest - 10)] + safe[^10..];
    }
}
