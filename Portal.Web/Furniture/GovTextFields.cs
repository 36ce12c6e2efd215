using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Furniture;

/// <summary><c>&lt;gov-input asp-for="Form.Title" label="Title" hint="…" width="20" prefix="£"/&gt;</c></summary>
[HtmlTargetElement("gov-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovInput : GovField
{
    public string Type { get; set; } = "text";

    /// <summary>Width in characters: 2, 3, 4, 5, 10, 20 or 30; or a class such as two-thirds.</summary>
    public string? Width { get; set; }

    public string? Prefix { get; set; }

    public string? Suffix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string width = Width is null ? "" : char.IsDigit(Width[0]) ? $" govuk-input--width-{Width}" : $" govuk-!-width-{Width}";
        string? value = Type == "password" ? null : Value;
        IHtmlContent input = Markup.Of(
            $"<input class=\"govuk-input{width}{(Error is null ? "" : " govuk-input--error")}\" id=\"{Id}\" name=\"{Name}\" type=\"{Type}\"{Markup.Attribute("value", value)}{Markup.Attribute("aria-describedby", DescribedBy())}{Rest(output)}>");
        Labelled(output, Prefix is null && Suffix is null
            ? input
            : Markup.Of($"<div class=\"govuk-input__wrapper\">{Affix("prefix", Prefix)}{input}{Affix("suffix", Suffix)}</div>"));
    }

    private static IHtmlContent Affix(string kind, string? text) => Markup.When(text is not null, $"<div class=\"govuk-input__{kind}\" aria-hidden=\"true\">{text}</div>");
}

/// <summary><c>&lt;gov-textarea asp-for="Form.Reason" rows="5" max-words="200"/&gt;</c> counts as one types.</summary>
[HtmlTargetElement("gov-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovTextarea : GovField
{
    public int Rows { get; set; } = 5;

    public int? MaxWords { get; set; }

    public int? MaxLength { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        bool counts = MaxWords is not null || MaxLength is not null;
        IHtmlContent area = Markup.Of(
            $"<textarea class=\"govuk-textarea{(counts ? " govuk-js-character-count" : "")}{(Error is null ? "" : " govuk-textarea--error")}\" id=\"{Id}\" name=\"{Name}\" rows=\"{Rows}\"{Markup.Attribute("aria-describedby", DescribedBy(counts ? Id + "-info" : null))}{Rest(output)}>\n{Value}</textarea>");
        if (!counts)
        {
            Labelled(output, area);
            return;
        }

        string most = string.Create(CultureInfo.InvariantCulture, $"You can enter up to {MaxWords ?? MaxLength} {(MaxWords is null ? "characters" : "words")}");
        Labelled(output, Markup.Of($"{area}<div id=\"{Id}-info\" class=\"govuk-hint govuk-character-count__message\">{most}</div>"));
        output.PreContent.SetHtmlContent(Markup.Of(
            $"<div class=\"govuk-character-count\" data-module=\"govuk-character-count\"{Markup.Attribute("data-maxwords", Text(MaxWords))}{Markup.Attribute("data-maxlength", Text(MaxLength))}>"));
        output.PostContent.SetHtmlContent("</div>");
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}

/// <summary><c>&lt;gov-file asp-for="Form.Document" accept=".pdf"/&gt;</c>; the form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("gov-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovFile : GovField
{
    public override void Process(TagHelperContext context, TagHelperOutput output) => Labelled(output, Markup.Of(
        $"<input class=\"govuk-file-upload{(Error is null ? "" : " govuk-file-upload--error")}\" id=\"{Id}\" name=\"{Name}\" type=\"file\"{Markup.Attribute("aria-describedby", DescribedBy())}{Rest(output)}>"));
}
