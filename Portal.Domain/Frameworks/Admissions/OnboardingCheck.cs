namespace Portal.Domain.Frameworks;

/// <summary>What must be seen before a home is onboarded (care-sector §1.5); registration, judgement and restriction come from the regulator's record and are not ticked by hand.</summary>
public enum OnboardingMatter
{
    Insurance,
    Policies,
    ResponsibleIndividual,
    RegisteredManager,
    Capacity,
    ImprovementPlan,
}

/// <summary>One matter looked at for one home: the finding, the evidence and who saw it; a later look replaces an earlier one on the page and both stay in the log.</summary>
public sealed class OnboardingCheck
{
    private OnboardingCheck()
    {
    }

    internal OnboardingCheck(HomeAdmissionId homeAdmission, OnboardingMatter matter)
    {
        Id = Guid.CreateVersion7();
        HomeAdmission = homeAdmission;
        Matter = matter;
    }

    public Guid Id { get; private set; }

    public HomeAdmissionId HomeAdmission { get; private set; }

    public OnboardingMatter Matter { get; private set; }

    public bool Satisfied { get; private set; }

    /// <summary>What was seen: document, number, date.</summary>
    public string Evidence { get; private set; } = "";

    /// <summary>Last day on which the evidence is good; null when it does not lapse.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>The Responsible Individual or Registered Manager by name, as the agreement of a placement prints it: the last that a finding named; null before one did, and once the post was said to be vacant.</summary>
    public string? Named { get; private set; }

    /// <summary>The last finding said that nobody holds the post.</summary>
    public bool Vacant { get; private set; }

    public string SeenBy { get; private set; } = "";

    public DateTimeOffset SeenAt { get; private set; }

    internal void Look(OnboardingFinding finding, string seenBy, DateTimeOffset seenAt) =>
        (Satisfied, Evidence, ExpiresOn, Named, Vacant, SeenBy, SeenAt) = (finding.Satisfied, finding.Evidence, finding.ExpiresOn, finding.Vacant ? null : finding.Person ?? Named, finding.Vacant, seenBy, seenAt);
}

/// <summary>What a reviewer found on one matter.</summary>
/// <param name="Named">The person by name, for the two matters that are a person; null: whoever an earlier finding named.</param>
/// <param name="Vacant">Nobody holds the post.</param>
public sealed record OnboardingFinding(OnboardingMatter Matter, bool Satisfied, string Evidence, DateOnly? ExpiresOn = null, string? Named = null, bool Vacant = false)
{
    internal string? Person => string.IsNullOrWhiteSpace(Named) ? null : Named.Trim();

    internal bool NamesNobodyItMay => (Person is not null || Vacant) && Matter is not (OnboardingMatter.ResponsibleIndividual or OnboardingMatter.RegisteredManager);
}
