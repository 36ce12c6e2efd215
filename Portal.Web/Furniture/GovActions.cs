using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Furniture;

/// <summary><c>&lt;gov-button&gt;Save&lt;/gov-button&gt;</c>; <c>kind="secondary"</c> or <c>"warning"</c>; with <c>href</c> it is a link that looks like a button, left out where it would refuse its reader.</summary>
[HtmlTargetElement("gov-button")]
public sealed class GovButton : TagHelper
{
    public string? Kind { get; set; }

    public string? Href { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Href is not null && !Doors.Open(ViewContext.HttpContext, Href))
        {
            output.SuppressOutput();
            return;
        }

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

/// <summary><c>&lt;gov-error-summary/&gt;</c> above the h1: every error of the form, linked to its field (<see cref="ErrorLinks"/>); nothing when there is none.</summary>
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
        if (!ViewContext.ViewData.ModelState.IsValid)
        {
            output.Content.SetHtmlContent(ErrorLinks.Place);
        }
    }
}
