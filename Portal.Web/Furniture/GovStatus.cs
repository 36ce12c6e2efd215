using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Furniture;

/// <summary><c>&lt;gov-tag status="tender.Stage"/&gt;</c>: the words and the fixed colour of a status.</summary>
[HtmlTargetElement("gov-tag", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class GovTag : TagHelper
{
    /// <summary>An enum member, or the words themselves.</summary>
    public object Status { get; set; } = "";

    /// <summary>Only where the fixed colour does not fit.</summary>
    public string? Colour { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        string words = StatusColours.Words(Status);
        output.TagName = "strong";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-tag govuk-tag--" + (Colour ?? StatusColours.Of(words)));
        output.Content.SetContent(words);
    }
}

/// <summary><c>&lt;gov-task title="Lots" href="/tenders/1/lots" status="Completed" hint="…"/&gt;</c>; without <c>href</c>, or for a reader whom the page refuses, it is no link.</summary>
[HtmlTargetElement("gov-task", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovTask : TagHelper
{
    public string Title { get; set; } = "";

    public string? Href { get; set; }

    public object Status { get; set; } = "";

    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        // Not context.UniqueId: it is the same for every round of a loop.
        string id = GovField.IdOf("task-" + Title);
        bool open = !string.IsNullOrEmpty(Href) && Doors.Open(ViewContext.HttpContext, Href);
        string words = StatusColours.Words(Status);
        IHtmlContent name = !open
            ? Markup.Of($"<div>{Title}</div>")
            : Markup.Of($"<a class=\"govuk-link govuk-task-list__link\" href=\"{Href}\" aria-describedby=\"{id}-status\">{Title}</a>");
        IHtmlContent status = words == "Completed"
            ? Markup.Of($"{words}")
            : Markup.Of($"<strong class=\"govuk-tag govuk-tag--{StatusColours.Of(words)}\">{words}</strong>");
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"<li class=\"govuk-task-list__item{(open ? " govuk-task-list__item--with-link" : "")}\"><div class=\"govuk-task-list__name-and-hint\">{name}{Markup.When(Hint is not null, $"<div class=\"govuk-task-list__hint\">{Hint}</div>")}</div><div class=\"govuk-task-list__status{(open ? "" : " govuk-task-list__status--cannot-start-yet")}\" id=\"{id}-status\">{status}</div></li>"));
    }
}
