using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Domain.Law;

namespace Portal.Web.Furniture;

/// <summary><c>&lt;gov-date asp-for="Form.Start" hint="For example, 27 3 2027"/&gt;</c> for a <see cref="DateOnly"/>.</summary>
[HtmlTargetElement("gov-date", TagStructure = TagStructure.WithoutEndTag)]
public class GovDate : GovField
{
    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Grouped(output, Markup.Of($"<div class=\"govuk-date-input\">{Boxes()}</div>"));

    protected virtual DateOnly? Day => For.Model as DateOnly?;

    protected virtual IHtmlContent Boxes() => Markup.Of($"{Box("Day", 2, Day?.Day)}{Box("Month", 2, Day?.Month)}{Box("Year", 4, Day?.Year)}");

    protected IHtmlContent Box(string part, int width, object? value)
    {
        string name = Name + "." + part;
        string id = part == "Day" ? Id : IdOf(name);
        string text = Typed(name) ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return Markup.Of(
            $"<div class=\"govuk-date-input__item\"><div class=\"govuk-form-group\"><label class=\"govuk-label govuk-date-input__label\" for=\"{id}\">{part}</label><input class=\"govuk-input govuk-date-input__input govuk-input--width-{width}{(Error is null ? "" : " govuk-input--error")}\" id=\"{id}\" name=\"{name}\" type=\"text\" inputmode=\"{(part == "Time" ? "text" : "numeric")}\" value=\"{text}\"></div></div>");
    }
}

/// <summary><c>&lt;gov-datetime asp-for="Form.ClosesAt"/&gt;</c>: a London date and time for a <see cref="DateTimeOffset"/> kept in UTC.</summary>
[HtmlTargetElement("gov-datetime", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GovDatetime : GovDate
{
    protected override DateOnly? Day => Local is { } local ? DateOnly.FromDateTime(local.DateTime) : null;

    private DateTimeOffset? Local => For.Model is DateTimeOffset instant && instant != default ? LondonTime.Local(instant) : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Hint ??= "London time, for example 27 3 2027 at 12:00";
        base.Process(context, output);
    }

    protected override IHtmlContent Boxes() => Markup.Of($"{base.Boxes()}{Box("Time", 4, Local?.ToString("HH:mm", CultureInfo.InvariantCulture))}");
}
