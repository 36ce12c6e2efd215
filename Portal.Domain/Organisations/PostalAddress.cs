using System.Text.RegularExpressions;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Where letters reach an organisation; the winner's stands in every assessment summary (reg. 31, A10-03) and in the award notice.</summary>
public sealed partial record PostalAddress(string Street, string Town, string Postcode)
{
    private const string UnitedKingdom = "United Kingdom";

    public string Country { get; init; } = UnitedKingdom;

    /// <summary>The organisation's own mailbox for notices, not a person's; empty until it is recorded.</summary>
    public string Email { get; init; } = "";

    /// <summary>On one line, as letters write it; the country only where it is another.</summary>
    public string InWords => string.Join(", ", new[] { Street.ReplaceLineEndings(", "), $"{Town} {Postcode}".TrimEnd(), Country == UnitedKingdom ? "" : Country }.Where(part => part.Length > 0));

    /// <summary>What was typed, tidied. Raises <see cref="RuleBroken"/> with a reason for each field that will not do.</summary>
    public static PostalAddress Of(string? street, string? town, string? postcode, string? country = null, string? email = null)
    {
        string land = Tidy(country) is { Length: > 0 } named ? named : UnitedKingdom;
        PostalAddress address = new(Lines(street), Tidy(town), Tidy(postcode).ToUpperInvariant()) { Country = land, Email = Tidy(email) };
        RuleBroken.If([.. address.Faults()]);
        return address;
    }

    private IEnumerable<Reason> Faults()
    {
        if (Street.Length is 0 or > 200)
        {
            yield return new Reason("ADDRESS_STREET", "Enter the building and street, in at most 200 characters.", "A10-03", "Street");
        }

        if (Town.Length is 0 or > 100)
        {
            yield return new Reason("ADDRESS_TOWN", "Enter the town or city.", "A10-03", "Town");
        }

        if (Country == UnitedKingdom ? !BritishPostcode().IsMatch(Postcode) : Postcode.Length > 20)
        {
            yield return new Reason("ADDRESS_POSTCODE", "Enter a full postcode, like B1 1AA.", "A10-03", "Postcode");
        }

        if (Email.Length > 254 || (Email.Length > 0 && !EmailShape().IsMatch(Email)))
        {
            yield return new Reason("ADDRESS_EMAIL", "Enter an e-mail address like tenders@example.org.uk.", "A10-03", "Email");
        }

        if (Country.Length > 60)
        {
            yield return new Reason("ADDRESS_COUNTRY", "Enter the country in at most 60 characters.", "A10-03", "Country");
        }
    }

    private static string Tidy(string? text) => Spaces().Replace(text ?? "", " ").Trim();

    private static string Lines(string? text) => string.Join('\n', (text ?? "").Split('\n').Select(Tidy).Where(line => line.Length > 0));

    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$")]
    private static partial Regex BritishPostcode();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s.]+$")]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
