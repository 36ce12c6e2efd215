using System.Text.RegularExpressions;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Web.Furniture;

/// <summary>Code names as words for people: <c>LightTouch</c> is "Light touch".</summary>
public static partial class GovWords
{
    private static readonly Dictionary<Role, string> RoleWords = new()
    {
        [Role.Opener] = "Opening officer",
        [Role.Legal] = "Legal and audit",
        [Role.ProviderBidder] = "Provider bidder",
        [Role.Director] = "Director of children’s services",
        [Role.HeadOfService] = "Head of service",
        [Role.RccCommissioner] = "RCC commissioner",
        [Role.QaLead] = "Quality assurance lead",
        [Role.NominatedOfficer] = "Nominated officer",
        [Role.NccAnalyst] = "NCC analyst",
    };

    public static string Of(Role role) => RoleWords.TryGetValue(role, out string? words) ? words : Title(role.ToString());

    public static string Of(Enum value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value switch
        {
            Role role => Of(role),
            Regime.Pcr2015 => "Public Contracts Regulations 2015",
            _ => Title(value.ToString()),
        };
    }

    /// <summary>"ClosesAt" → "Closes at".</summary>
    public static string Title(string name)
    {
        string words = Sentence(name);
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>"Form.ClosesAt" → "closes at".</summary>
    public static string Sentence(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string last = name[(name.LastIndexOf('.') + 1)..];
        return Boundary().Replace(last, " ").Replace('_', ' ').ToLowerInvariant();
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Boundary();
}
