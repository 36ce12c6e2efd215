using System.ComponentModel.DataAnnotations;
using Portal.Domain.Organisations;

namespace Portal.Web.Furniture;

/// <summary>A field that stands in letters and headers: one line of visible characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneLineAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string text || PlainText.IsOneLine(text);

    public override string FormatErrorMessage(string name) => "Enter one line, without tabs, line breaks or other control characters";
}
