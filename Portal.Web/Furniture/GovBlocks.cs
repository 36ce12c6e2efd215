using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Furniture;

/// <summary>A block around the view's own content.</summary>
public abstract class GovBlock : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        IHtmlContent inside = await output.GetChildContentAsync();
        output.TagName = null;
        output.Content.SetHtmlContent(Around(inside));
    }

    protected abstract IHtmlContent Around(IHtmlContent inside);
}

/// <summary><c>&lt;gov-panel title="Bid received"&gt;Your receipt number…&lt;/gov-panel&gt;</c></summary>
[HtmlTargetElement("gov-panel")]
public sealed class GovPanel : GovBlock
{
    public string Title { get; set; } = "";

    protected override IHtmlContent Around(IHtmlContent inside) =>
        Markup.Of($"<div class=\"govuk-panel govuk-panel--confirmation\"><h1 class=\"govuk-panel__title\">{Title}</h1><div class=\"govuk-panel__body\">{inside}</div></div>");
}

/// <summary><c>&lt;gov-inset&gt;…&lt;/gov-inset&gt;</c></summary>
[HtmlTargetElement("gov-inset")]
public sealed class GovInset : GovBlock
{
    protected override IHtmlContent Around(IHtmlContent inside) => Markup.Of($"<div class=\"govuk-inset-text\">{inside}</div>");
}

/// <summary><c>&lt;gov-warning&gt;A late bid is not considered.&lt;/gov-warning&gt;</c></summary>
[HtmlTargetElement("gov-warning")]
public sealed class GovWarning : GovBlock
{
    protected override IHtmlContent Around(IHtmlContent inside) => Markup.Of(
        $"<div class=\"govuk-warning-text\"><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span><strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">Warning</span>{inside}</strong></div>");
}

/// <summary><c>&lt;gov-details summary="Why this matters"&gt;…&lt;/gov-details&gt;</c></summary>
[HtmlTargetElement("gov-details")]
public sealed class GovDetails : GovBlock
{
    public string Summary { get; set; } = "";

    public bool Open { get; set; }

    protected override IHtmlContent Around(IHtmlContent inside) => Markup.Of(
        $"<details class=\"govuk-details\"{Markup.When(Open, $" open")}><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">{Summary}</span></summary><div class=\"govuk-details__text\">{inside}</div></details>");
}

/// <summary><c>&lt;gov-table caption="Bids"&gt;</c> around thead and tbody: plain th and td are styled; <c>class="num"</c> right-aligns figures; the head sticks; wide tables scroll by themselves.</summary>
[HtmlTargetElement("gov-table")]
public sealed class GovTable : GovBlock
{
    public string Caption { get; set; } = "";

    /// <summary>Column heads with <c>aria-sort="none"</c> become sort buttons.</summary>
    public bool Sortable { get; set; }

    /// <summary>The heading above says what the caption would: it is only read out.</summary>
    public bool Headed { get; set; }

    protected override IHtmlContent Around(IHtmlContent inside) => Markup.Of(
        $"<div class=\"portal-scroll\" role=\"region\" aria-label=\"{Caption}\" tabindex=\"0\"><table class=\"govuk-table portal-table\"{Markup.When(Sortable, $" data-sortable")}><caption class=\"{(Headed ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--m")}\">{Caption}</caption>{inside}</table></div>");
}

/// <summary><c>&lt;gov-summary-list&gt;</c> around <c>gov-row</c>.</summary>
[HtmlTargetElement("gov-summary-list")]
public sealed class GovSummaryList : GovBlock
{
    protected override IHtmlContent Around(IHtmlContent inside) => Markup.Of($"<dl class=\"govuk-summary-list\">{inside}</dl>");
}

/// <summary><c>&lt;gov-row key="Title" href="/tenders/1/title"&gt;value&lt;/gov-row&gt;</c>; with <c>href</c> a "Change" link.</summary>
[HtmlTargetElement("gov-row")]
public sealed class GovRow : GovBlock
{
    public string Key { get; set; } = "";

    public string? Href { get; set; }

    public string Act { get; set; } = "Change";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    // As the middle of a sentence: "Whole fee" is spoken small, a code as it is.
    private string Spoken => Key is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second) ? char.ToLowerInvariant(first) + Key[1..] : Key;

    protected override IHtmlContent Around(IHtmlContent inside) => Markup.Of(
        $"<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">{Key}</dt><dd class=\"govuk-summary-list__value\">{inside}</dd>{Markup.When(Href is not null && Doors.Open(ViewContext.HttpContext, Href), $"<dd class=\"govuk-summary-list__actions\"><a class=\"govuk-link\" href=\"{Href}\">{Act}<span class=\"govuk-visually-hidden\"> {Spoken}</span></a></dd>")}</div>");
}

/// <summary><c>&lt;gov-task-list&gt;</c> around <c>gov-task</c>.</summary>
[HtmlTargetElement("gov-task-list")]
public sealed class GovTaskList : GovBlock
{
    protected override IHtmlContent Around(IHtmlContent inside) => Markup.Of($"<ul class=\"govuk-task-list\">{inside}</ul>");
}
