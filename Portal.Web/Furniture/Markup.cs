using Microsoft.AspNetCore.Html;

namespace Portal.Web.Furniture;

/// <summary>HTML from an interpolated string whose holes are encoded (unless they are HTML already).</summary>
public static class Markup
{
    public static IHtmlContent Of(FormattableString markup)
    {
        ArgumentNullException.ThrowIfNull(markup);
        return new HtmlFormattableString(markup.Format, markup.GetArguments()!);
    }

    public static IHtmlContent None => HtmlString.Empty;

    /// <summary>The markup when the condition holds, otherwise nothing.</summary>
    public static IHtmlContent When(bool condition, FormattableString markup) => condition ? Of(markup) : None;

    /// <summary>An attribute with a leading space, or nothing for null.</summary>
    public static IHtmlContent Attribute(string name, string? value) => value is null ? None : Of($" {new HtmlString(name)}=\"{value}\"");

    public static IHtmlContent Join(IEnumerable<IHtmlContent> parts)
    {
        HtmlContentBuilder all = new();
        foreach (IHtmlContent part in parts)
        {
            all.AppendHtml(part);
        }

        return all;
    }
}
