using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Furniture;

/// <summary><c>&lt;gov-button&gt;Save&lt;/gov-button&gt;</c>; <c>kind="secondary"</c> or <c>"warning"</c>; with <c>href</c> it is a link that looks like a button.</summary>
[HtmlTargetElement("gov-button")]
public sealed class GovButton : TagHelper
{
    public string? Kind { get; set; }

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-button" + (Kind is null ? "" : " govuk-button--" + Kind));
        output.Attributes.SetAttribute("data-module", "govuk-button");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
            output.Attributes.SetAttribute("role", "button");
            output.Attributes.SetAttribute("draggable", "false");
            return;
        }

        output.Attributes.SetAttribute("data-prevent-double-click", "true");
        if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }
    }
}

/// <summary><c>&lt;gov-error-summary/&gt;</c> above the h1: every error of the form, linked to its field; nothing when there is none.</summary>
[HtmlTargetElement("gov-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovErrorSummary : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        List<IHtmlContent> lines = [.. Lines()];
        if (lines.Count > 0)
        {
            output.Content.SetHtmlContent(Markup.Of(
                $"<div class=\"govuk-error-summary\" data-module=\"govuk-error-summary\"><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">There is a problem</h2><div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">{Markup.Join(lines)}</ul></div></div></div>"));
        }
    }

    private IEnumerable<IHtmlContent> Lines()
    {
        foreach ((string name, ModelStateEntry? entry) in ViewContext.ViewData.ModelState)
        {
            foreach (ModelError error in entry?.Errors ?? [])
            {
                string text = error.ErrorMessage.Length == 0 ? "Enter a valid value" : error.ErrorMessage;
                yield return name.Length == 0 ? Markup.Of($"<li>{text}</li>") : Markup.Of($"<li><a href=\"#{GovField.IdOf(AsWritten(name))}\">{text}</a></li>");
            }
        }
    }

    // The binder calls the parameter "form", the page its property "Form".
    private static string AsWritten(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
