using System.Text.RegularExpressions;
using Portal.Domain.Kernel;

namespace Portal.Domain.Tenders;

/// <summary>Short codes such as Q1, core or insurance: they appear in addresses, files and the API, so they are plain and distinct within a lot.</summary>
public static partial class Codes
{
    public static void MustBeDistinct(IEnumerable<string> codes, string field, string what)
    {
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (string code in codes)
        {
            if (!Plain().IsMatch(code))
            {
                throw new RuleBroken("CODE", $"“{code}” cannot be the code of a {what}. Use letters, digits, - and _, at most 40, starting with a letter or digit.", field: field);
            }

            if (!seen.Add(code))
            {
                throw new RuleBroken("CODE_TWICE", $"Two have the code {code}. Each {what} of a lot needs its own.", field: field);
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}

/// <summary>Codes of the Common Procurement Vocabulary: eight digits; a check digit after a dash is dropped.</summary>
public static class Cpvs
{
    /// <summary>The eight digits, an empty text for an empty text, or <see cref="RuleBroken"/> (CPV).</summary>
    public static string Checked(string? typed, string field)
    {
        string code = typed?.Trim() ?? "";
        return code.Length == 0 ? "" : Read(code) ?? throw new RuleBroken("CPV", $"“{code}” is not a CPV code. A CPV code has eight digits, for example 85311300.", "A4-06", field);
    }

    /// <summary>The eight digits, or null when it is no CPV code.</summary>
    public static string? Read(string written)
    {
        string digits = written is [_, _, _, _, _, _, _, _, '-', _] ? written[..8] : written;
        return digits.Length == 8 && digits.All(char.IsAsciiDigit) ? digits : null;
    }
}

/// <summary>Who may not be what at the same time.</summary>
internal static class TeamRules
{
    public static IEnumerable<Reason> Clashes(IReadOnlyCollection<(PersonId Person, string Name, TeamPart Part)> members)
    {
        foreach (IGrouping<PersonId, (PersonId Person, string Name, TeamPart Part)> one in members.GroupBy(m => m.Person))
        {
            HashSet<TeamPart> parts = [.. one.Select(m => m.Part)];
            string name = one.First().Name;
            if (parts.Contains(TeamPart.Opener) && (parts.Contains(TeamPart.Evaluator) || parts.Contains(TeamPart.Moderator)))
            {
                yield return new Reason("OPENER_JUDGES", $"{name} cannot both open bids and judge them. Choose another opener.", "D1-03", "Team");
            }

            if (parts.Contains(TeamPart.Evaluator) && parts.Contains(TeamPart.Moderator))
            {
                yield return new Reason("MODERATOR_SCORES", $"{name} cannot both score and moderate. Choose another moderator.", "C2-05", "Team");
            }
        }
    }
}
