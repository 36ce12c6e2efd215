using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Furniture;

/// <summary>Writes the antiforgery token into <c>&lt;form method="post" action="…"&gt;</c> too; the framework does so only for forms without an address.</summary>
[HtmlTargetElement("form", Attributes = "action")]
public sealed class PostFormToken(IHtmlGenerator html) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        bool posts = string.Equals(Written(context, "method"), "post", StringComparison.OrdinalIgnoreCase);
        if (posts && Written(context, "action") is { Length: > 0 } && !context.AllAttributes.ContainsName("asp-antiforgery"))
        {
            output.PostContent.AppendHtml(html.GenerateAntiforgery(ViewContext));
        }
    }

    private static string? Written(TagHelperContext context, string name) => context.AllAttributes[name]?.Value?.ToString();
}
