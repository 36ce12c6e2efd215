using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Furniture;

/// <summary>Every link of a page: where it would refuse its reader, only its words stay, and a link that looks like a button goes altogether.</summary>
[HtmlTargetElement("a", Attributes = "href")]
public sealed class GovLink : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override int Order => int.MaxValue;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Doors.Open(ViewContext.HttpContext, output.Attributes["href"]?.Value?.ToString()))
        {
            return;
        }

        if (output.Attributes["class"]?.Value?.ToString()?.Contains("govuk-button", StringComparison.Ordinal) == true)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = null;
    }
}
