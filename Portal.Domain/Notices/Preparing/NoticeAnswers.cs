using System.Globalization;
using Portal.Domain.Kernel;

namespace Portal.Domain.Notices.Preparing;

/// <summary>What was answered for a prepared notice, by the question's code; days as 2027-03-31, amounts with a point, yes as <c>yes</c>.</summary>
public sealed record NoticeAnswers(IReadOnlyDictionary<string, string> Values)
{
    public static NoticeAnswers None { get; } = new(new Dictionary<string, string>());

    public string? Text(string code) => Values.TryGetValue(code, out string? said) && !string.IsNullOrWhiteSpace(said) ? said.Trim() : null;

    public DateOnly? Day(string code) => DateOnly.TryParseExact(Text(code), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    public Money? Amount(string code) => decimal.TryParse(Text(code), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) ? new Money(amount) : null;

    public bool? Yes(string code) => Text(code) switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    public OrganisationId? Organisation(string code) => Guid.TryParse(Text(code), out Guid id) ? OrganisationId.From(id) : null;

    /// <summary>The words of the choice that was made.</summary>
    public NoticeChoice? Choice(string code, IReadOnlyList<NoticeChoice> among) => Text(code) is { } value ? among.FirstOrDefault(choice => choice.Value == value) : null;
}
