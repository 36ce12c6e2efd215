using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>What every form field shares: label, hint, error, what was typed, and the right aria-describedby.</summary>
public abstract class GovField : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>s, m, l or xl; none: plain text.</summary>
    public string? LabelSize { get; set; }

    /// <summary>The label is the page's h1.</summary>
    public bool AsHeading { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => IdOf(Name);

    protected string LabelText => Label ?? For.Metadata.DisplayName ?? GovWords.Title(For.Metadata.PropertyName ?? For.Name);

    protected string? Error => ErrorAt(Name) is { } message ? Said(message) : null;

    /// <summary>What was typed, or the model's value as a form writes it.</summary>
    protected string? Value => Typed(Name) ?? Written(For.Model);

    public override void Init(TagHelperContext context)
    {
        if (!ViewContext.ViewData.ModelState.IsValid)
        {
            FieldWords.Note(ViewContext.HttpContext, Name, Said);
        }
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "-");

    public static string? Written(object? value) => value switch
    {
        null => null,
        string text => text,
        Money money => money.Amount.ToString("0.00##", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        Enum member => member.ToString(),
        _ when PortalBinders.IsTypedId(value.GetType()) => value.GetType().GetProperty("Value")!.GetValue(value)!.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    protected string? Typed(string name) => ViewContext.ViewData.ModelState.TryGetValue(name, out ModelStateEntry? entry) ? entry.AttemptedValue : null;

    protected string? ErrorAt(string name) =>
        ViewContext.ViewData.ModelState.TryGetValue(name, out ModelStateEntry? entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    protected string? DescribedBy(params string?[] more)
    {
        string[] ids = [.. more.Append(Hint is null ? null : Id + "-hint").Append(Error is null ? null : Id + "-error").Where(i => i is not null).Select(i => i!)];
        return ids.Length == 0 ? null : string.Join(' ', ids);
    }

    protected IHtmlContent HintAndError() => Markup.Of(
        $"{Markup.When(Hint is not null, $"<div id=\"{Id}-hint\" class=\"govuk-hint\">{Hint}</div>")}{Markup.When(Error is not null, $"<p id=\"{Id}-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">Error:</span> {Error}</p>")}");

    protected IHtmlContent LabelMarkup(string forId)
    {
        IHtmlContent label = Markup.Of($"<label class=\"govuk-label{SizeClass("govuk-label")}\" for=\"{forId}\">{LabelText}</label>");
        return AsHeading ? Markup.Of($"<h1 class=\"govuk-label-wrapper\">{label}</h1>") : label;
    }

    /// <summary>A form group with a label above the control.</summary>
    protected void Labelled(TagHelperOutput output, IHtmlContent control, string? module = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"<div class=\"govuk-form-group{(Error is null ? "" : " govuk-form-group--error")}{module}\">{LabelMarkup(Id)}{HintAndError()}{control}</div>"));
    }

    /// <summary>A form group whose legend names several controls.</summary>
    protected void Grouped(TagHelperOutput output, IHtmlContent controls)
    {
        ArgumentNullException.ThrowIfNull(output);
        IHtmlContent words = AsHeading ? Markup.Of($"<h1 class=\"govuk-fieldset__heading\">{LabelText}</h1>") : Markup.Of($"{LabelText}");
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"<div class=\"govuk-form-group{(Error is null ? "" : " govuk-form-group--error")}\"><fieldset class=\"govuk-fieldset\" role=\"group\"{Markup.Attribute("aria-describedby", DescribedBy())}><legend class=\"govuk-fieldset__legend{SizeClass("govuk-fieldset__legend")}\">{words}</legend>{HintAndError()}{controls}</fieldset></div>"));
    }

    /// <summary>Attributes that the view wrote and the tag helper does not know: they go onto the control.</summary>
    protected static IHtmlContent Rest(TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return Markup.Join(output.Attributes.Select(a => a.ValueStyle == HtmlAttributeValueStyle.Minimized
            ? Markup.Of($" {new HtmlString(a.Name)}")
            : Markup.Of($" {new HtmlString(a.Name)}=\"{a.Value}\"")));
    }

    private string Said(string message) => FieldWords.Named(message, Name, For.Metadata, LabelText);

    private string SizeClass(string block) => LabelSize is null ? "" : $" {block}--{LabelSize}";
}
