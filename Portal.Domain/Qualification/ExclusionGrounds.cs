namespace Portal.Domain.Qualification;

/// <summary>A ground on which a supplier is or may be excluded (A6-06, A6-07).</summary>
/// <param name="Source">Schedule and paragraphs of the Procurement Act 2023.</param>
public sealed record ExclusionGround(string Code, string Title, bool Mandatory, string Source);

/// <summary>The grounds of Schedules 6 and 7, grouped as a commissioner considers them.</summary>
public static class ExclusionGrounds
{
    /// <summary>The ground that needs a Minister (s.29).</summary>
    public const string NationalSecurity = "nationalSecurity";

    public static IReadOnlyList<ExclusionGround> All { get; } =
    [
        new("offences", "Conviction for a listed offence", true, "Sch 6 paras 2-34"),
        new("nationalSecurityDebarment", "Debarred as a threat to national security", true, "Sch 6 para 35"),
        new("taxMisconduct", "Misconduct in relation to tax", true, "Sch 6 paras 36-40"),
        new("competitionInfringement", "Competition law infringement (cartel)", true, "Sch 6 paras 41-42"),
        new("failureToCooperate", "Failure to co-operate with an investigation", true, "Sch 6 para 43"),
        new("labourMisconduct", "Labour market misconduct", false, "Sch 7 paras 1-3"),
        new("environmentalOffences", "Environmental offences", false, "Sch 7 para 4"),
        new("insolvency", "Insolvency or bankruptcy", false, "Sch 7 paras 5-6"),
        new("potentialCompetition", "Potential competition infringement", false, "Sch 7 paras 7-10"),
        new("professionalMisconduct", "Professional misconduct", false, "Sch 7 para 11"),
        new("poorPerformance", "Breach of contract or poor performance", false, "Sch 7 para 12"),
        new("improperConduct", "Acting improperly in a procurement", false, "Sch 7 para 13"),
        new(NationalSecurity, "Threat to national security", false, "Sch 7 para 14"),
    ];

    public static ExclusionGround? Find(string code) => All.FirstOrDefault(g => g.Code == code);
}
