using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>The market's fixed words, shared with the gate's contract: a word outside them is refused.</summary>
public static class ServiceTypes
{
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["residential"] = "Residential",
        ["crisis"] = "Crisis",
        ["residentialEducation"] = "Residential with education",
        ["therapeutic"] = "Therapeutic",
        ["disability"] = "Disability",
        ["complex"] = "Complex needs",
        ["shortBreak"] = "Short break",
        ["parentAndChild"] = "Parent and child",
        ["residentialFamilyCentre"] = "Residential family centre",
        ["fostering"] = "Fostering",
        ["specialSchool"] = "Special school",
        ["supportedAccommodation"] = "Supported accommodation",
    };

    public static IReadOnlyList<string> Units { get; } = ["week", "night", "day", "hour", "session", "year"];

    /// <summary>The words people read for a service type; the code itself when it is not one.</summary>
    public static string InWords(string code) => Words.GetValueOrDefault(code, code);
}

/// <summary>Enumerations of this room in the words people read.</summary>
public static class FrameworkWords
{
    public static string InWords(this OnboardingMatter matter) => matter switch
    {
        OnboardingMatter.Insurance => "insurance certificates",
        OnboardingMatter.Policies => "safeguarding and missing-child policies",
        OnboardingMatter.ResponsibleIndividual => "Responsible Individual",
        OnboardingMatter.RegisteredManager => "Registered Manager",
        OnboardingMatter.Capacity => "registered places and statement of purpose",
        _ => "agreed improvement plan",
    };
}
