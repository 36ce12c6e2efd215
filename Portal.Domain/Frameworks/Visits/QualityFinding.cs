namespace Portal.Domain.Frameworks;

/// <summary>What a finding is about.</summary>
public enum FindingArea
{
    Safeguarding,
    Care,
    LeadershipAndStaff,
    Education,
    HealthAndTherapy,
    Premises,
    Records,
}

/// <summary>How a finding weighs.</summary>
public enum FindingGrade
{
    Strength,
    ToImprove,
    Serious,
}

/// <summary>One thing the visitors found.</summary>
public sealed record Found(FindingArea Area, FindingGrade Grade, string Words);

/// <summary>A finding as it stands in a visit's record.</summary>
public sealed class QualityFinding
{
    private QualityFinding()
    {
    }

    internal QualityFinding(QualityVisitId visit, int number, Found found)
    {
        Id = Guid.CreateVersion7();
        (Visit, Number, Area, Grade, Words) = (visit, number, found.Area, found.Grade, found.Words.Trim());
    }

    public Guid Id { get; private set; }

    public QualityVisitId Visit { get; private set; }

    public int Number { get; private set; }

    public FindingArea Area { get; private set; }

    public FindingGrade Grade { get; private set; }

    public string Words { get; private set; } = "";
}
