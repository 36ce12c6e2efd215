using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Furniture;

/// <summary>Finishes the error summary when the rest of the page is there: every error once, in the order of the page, linked to a field that stands on it.</summary>
public static class ErrorLinks
{
    /// <summary>Where the summary goes; written by <see cref="GovErrorSummary"/>.</summary>
    public const string Place = "<!-- what is wrong -->";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The page's body with its summary in place; the body itself when nothing is wrong.</summary>
    public static IHtmlContent Finish(IHtmlContent body, ModelStateDictionary errors, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(errors);
        if (errors.IsValid)
        {
            return body;
        }

        using StringWriter page = new();
        body.WriteTo(page, HtmlEncoder.Default);
        string html = page.ToString();
        return new HtmlString(html.Replace(Place, Summary(html, errors, http), StringComparison.Ordinal));
    }

    private static string Summary(string html, ModelStateDictionary errors, HttpContext http)
    {
        IEnumerable<(int At, string? Id, string Text)> lines = errors
            .SelectMany(e => (e.Value?.Errors ?? []).Select(wrong => (Name: e.Key, Text: wrong.ErrorMessage.Length == 0 ? "Enter a valid value" : wrong.ErrorMessage)))
            .Select(e => (Field: Find(html, e.Name), Text: FieldWords.Said(http, e.Name, e.Text)))
            .Select(e => (e.Field.At, e.Field.Id, e.Text))
            .OrderBy(e => e.At).Distinct();
        IHtmlContent list = Markup.Join(lines.Select(l => l.Id is null ? Markup.Of($"<li>{l.Text}</li>") : Markup.Of($"<li><a href=\"#{l.Id}\">{l.Text}</a></li>")));
        using StringWriter summary = new();
        Markup.Of($"<div class=\"govuk-error-summary\" data-module=\"govuk-error-summary\"><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">There is a problem</h2><div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">{list}</ul></div></div></div>").WriteTo(summary, HtmlEncoder.Default);
        return summary.ToString();
    }

    // By id, then by name, then as a part of a form; what belongs to no field comes first and has no link.
    private static (int At, string? Id) Find(string html, string name)
    {
        if (name.Length == 0)
        {
            return (-1, null);
        }

        foreach (string id in new[] { name, GovField.IdOf(char.ToUpperInvariant(name[0]) + name[1..]), GovField.IdOf("Form." + name) })
        {
            int at = html.IndexOf($" id=\"{id}\"", StringComparison.Ordinal);
            if (at >= 0)
            {
                return (at, id);
            }
        }

        string field = Regex.Escape(name);
        foreach (string pattern in new[] { field, $"[^\"]*\\.{field}", field + "[\\[.][^\"]*" })
        {
            Match control = Regex.Match(html, $"<(?:input|select|textarea)\\b(?![^>]*type=\"hidden\")[^>]*\\sname=\"{pattern}\"[^>]*>", RegexOptions.IgnoreCase, Patience);
            if (control.Success)
            {
                Match id = Regex.Match(control.Value, "\\sid=\"([^\"]+)\"", RegexOptions.None, Patience);
                return (control.Index, id.Success ? id.Groups[1].Value : null);
            }
        }

        return (int.MaxValue, null);
    }
}
