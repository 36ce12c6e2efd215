using System.Collections;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.Furniture;

/// <summary>A field with a list of choices: given, or the members of the enum, or yes and no.</summary>
public abstract class GovChoiceField : GovField
{
    public IEnumerable<Choice>? Choices { get; set; }

    protected IReadOnlyList<Choice> All => [.. Choices ?? FromType()];

    private IEnumerable<Choice> FromType()
    {
        Type type = For.Metadata.UnderlyingOrModelType;
        if (type == typeof(bool))
        {
            return [new Choice("true", "Yes"), new Choice("false", "No")];
        }

        Type member = type.IsEnum ? type : For.Metadata.ElementType ?? type;
        return member.IsEnum ? Enum.GetValuesAsUnderlyingType(member).Cast<object>().Select(v => (Enum)Enum.ToObject(member, v)).Select(v => new Choice(v.ToString(), GovWords.Of(v))) : [];
    }
}

/// <summary><c>&lt;gov-radios asp-for="Form.Regime"/&gt;</c> (enum or bool), or with <c>choices="@page.Choices"</c>; <c>inline</c> for two short ones; <c>small</c>.</summary>
[HtmlTargetElement("gov-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovRadios : GovChoiceField
{
    public bool Inline { get; set; }

    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Grouped(output, Markup.Of(
        $"<div class=\"govuk-radios{(Inline ? " govuk-radios--inline" : "")}{(Small ? " govuk-radios--small" : "")}\" data-module=\"govuk-radios\">{Markup.Join(All.Select(Item))}</div>"));

    private IHtmlContent Item(Choice choice, int at)
    {
        string id = at == 0 ? Id : Id + "-" + at;
        return Markup.Of(
            $"<div class=\"govuk-radios__item\"><input class=\"govuk-radios__input\" id=\"{id}\" name=\"{Name}\" type=\"radio\" value=\"{choice.Value}\"{Markup.When(string.Equals(choice.Value, Value, StringComparison.OrdinalIgnoreCase), $" checked")}{Markup.Attribute("aria-describedby", choice.Hint is null ? null : id + "-item-hint")}><label class=\"govuk-label govuk-radios__label\" for=\"{id}\">{choice.Text}</label>{Markup.When(choice.Hint is not null, $"<div id=\"{id}-item-hint\" class=\"govuk-hint govuk-radios__hint\">{choice.Hint}</div>")}</div>");
    }
}

/// <summary><c>&lt;gov-checkboxes asp-for="Form.Lots" choices="@page.Lots"/&gt;</c> for a list; on a bool, one box with the label beside it.</summary>
[HtmlTargetElement("gov-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovCheckboxes : GovChoiceField
{
    public bool Small { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        string css = "govuk-checkboxes" + (Small ? " govuk-checkboxes--small" : "");
        if (For.Metadata.UnderlyingOrModelType == typeof(bool))
        {
            Single(output, css);
            return;
        }

        HashSet<string?> chosen = Chosen();
        Grouped(output, Markup.Of($"<div class=\"{css}\" data-module=\"govuk-checkboxes\">{Markup.Join(All.Select((c, i) => Item(c, i == 0 ? Id : Id + "-" + i, chosen.Contains(c.Value), c.Hint)))}</div>"));
    }

    private void Single(TagHelperOutput output, string css)
    {
        bool ticked = Value is { } value && value.StartsWith("true", StringComparison.OrdinalIgnoreCase);
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of(
            $"<div class=\"govuk-form-group{(Error is null ? "" : " govuk-form-group--error")}\">{Markup.When(Error is not null, $"<p id=\"{Id}-error\" class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">Error:</span> {Error}</p>")}<div class=\"{css}\" data-module=\"govuk-checkboxes\">{Item(new Choice("true", LabelText), Id, ticked, Hint)}</div><input type=\"hidden\" name=\"{Name}\" value=\"false\"></div>"));
    }

    private IHtmlContent Item(Choice choice, string id, bool ticked, string? hint) => Markup.Of(
        $"<div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" id=\"{id}\" name=\"{Name}\" type=\"checkbox\" value=\"{choice.Value}\"{Markup.When(ticked, $" checked")}{Markup.Attribute("aria-describedby", hint is null ? null : id + "-item-hint")}><label class=\"govuk-label govuk-checkboxes__label\" for=\"{id}\">{choice.Text}</label>{Markup.When(hint is not null, $"<div id=\"{id}-item-hint\" class=\"govuk-hint govuk-checkboxes__hint\">{hint}</div>")}</div>");

    private HashSet<string?> Chosen() => Typed(Name) is { } typed
        ? [.. typed.Split(',')]
        : For.Model is IEnumerable many and not string ? [.. many.Cast<object>().Select(Written)] : [];
}

/// <summary><c>&lt;gov-select asp-for="Form.Authority" choices="@page.Authorities" search/&gt;</c>; with <c>search</c> it becomes a type-ahead.</summary>
[HtmlTargetElement("gov-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovSelect : GovChoiceField
{
    public string Empty { get; set; } = "Choose";

    public bool Search { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) => Labelled(output, Markup.Of(
        $"<select class=\"govuk-select{(Error is null ? "" : " govuk-select--error")}\" id=\"{Id}\" name=\"{Name}\"{Markup.When(Search, $" data-type-ahead")}{Markup.Attribute("aria-describedby", DescribedBy())}{Rest(output)}><option value=\"\">{Empty}</option>{Markup.Join(All.Select(c => Markup.Of($"<option value=\"{c.Value}\"{Markup.When(string.Equals(c.Value, Value, StringComparison.OrdinalIgnoreCase), $" selected")}>{c.Text}</option>")))}</select>"));
}
