using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Furniture;

/// <summary>Says what is wrong with a field in the words of its label, not in the name that the code gives it.</summary>
public static partial class FieldWords
{
    private const int LongestLabel = 80;

    private static readonly object Key = new();

    /// <summary>Remembers how the page labels a field, for the error summary, which is finished last.</summary>
    public static void Note(HttpContext http, string name, Func<string, string> said)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Items[Key] is not Dictionary<string, Func<string, string>> known)
        {
            http.Items[Key] = known = new(StringComparer.OrdinalIgnoreCase);
        }

        known[name] = said;
    }

    /// <summary>The message as the field's own label says it; unchanged where the page never labelled the field.</summary>
    public static string Said(HttpContext http, string name, string message)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Items[Key] is Dictionary<string, Func<string, string>> known && known.TryGetValue(name, out Func<string, string>? said) ? said(message) : message;
    }

    /// <summary>Puts the label where the message names the property, and the kind of answer where it only says "not in the right form".</summary>
    public static string Named(string message, string name, ModelMetadata field, string label)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(field);
        string subject = Number().Replace(label, "").Replace(" (optional)", "", StringComparison.Ordinal).Trim();
        foreach (string property in new[] { field.DisplayName, GovWords.Title(name), field.PropertyName }.OfType<string>())
        {
            if (message.StartsWith(property + " ", StringComparison.Ordinal))
            {
                string rest = Rest(message[property.Length..], field.UnderlyingOrModelType);
                return subject.Length > LongestLabel ? property + rest : subject.EndsWith('?') ? $"{subject} The answer{rest}" : subject + rest;
            }
        }

        return message;
    }

    private static string Rest(string rest, Type type) => !rest.StartsWith(" is not in the right form", StringComparison.Ordinal)
        ? rest
        : Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => " must be one of the choices",
            TypeCode.Boolean => " must be yes or no",
            TypeCode.Byte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 => " must be a whole number",
            TypeCode.Decimal or TypeCode.Double => string.Create(CultureInfo.InvariantCulture, $" must be a number, like {12.5m}"),
            _ => rest,
        };

    [GeneratedRegex(@"^\d+\.\s+")]
    private static partial Regex Number();
}
