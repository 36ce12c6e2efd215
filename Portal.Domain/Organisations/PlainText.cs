using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Names stand in letters, headers and lists, so they are one line of visible characters.</summary>
public static class PlainText
{
    /// <summary>Why this cannot be a name; empty when it can.</summary>
    public static IEnumerable<Reason> WhatBlocks(string name, string field)
    {
        ArgumentNullException.ThrowIfNull(name);
        return IsOneLine(name) ? [] : [new Reason("NOT_ONE_LINE", "A name is one line without tabs, line breaks or other control characters.", Field: field)];
    }

    /// <summary>Whether the text holds no control, line or direction characters.</summary>
    public static bool IsOneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return !text.Any(c => char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator or System.Globalization.UnicodeCategory.Format);
    }
}
