using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>A quality visit's id.</summary>
public readonly record struct QualityVisitId(Guid Value) : ITypedId<QualityVisitId>
{
    public static QualityVisitId From(Guid value) => new(value);
}

/// <summary>Whether the home knew of the visit, or whether it follows up an earlier one.</summary>
public enum QualityVisitKind
{
    Announced,
    Unannounced,
    FollowUp,
}

/// <summary>A co-operative's visit to a home with what it found; every region reads it at once, so that twenty regions need not visit the same home. It names no child.</summary>
public sealed class QualityVisit : Aggregate
{
    private readonly List<QualityFinding> findings = [];

    private QualityVisit()
    {
    }

    public QualityVisitId Id { get; private set; }

    public string HomeUrn { get; private set; } = "";

    public OrganisationId Provider { get; private set; }

    /// <summary>The co-operative's short code: <c>west-midlands</c>.</summary>
    public string ByCooperative { get; private set; } = "";

    public QualityVisitKind Kind { get; private set; }

    public DateOnly VisitedOn { get; private set; }

    /// <summary>Who went there, by office.</summary>
    public string Visitors { get; private set; } = "";

    public string RecordedBy { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public IReadOnlyList<QualityFinding> Findings => findings;

    public bool AnySerious => findings.Exists(f => f.Grade == FindingGrade.Serious);

    /// <summary>Records the visit; a visit without a finding, or of a day to come, is none.</summary>
    public static QualityVisit Record(VisitedHome home, Actor by, VisitReport report, DateOnly today, DateTimeOffset now)
    {
        RuleBroken.If(WhatIsWrong(report, today));
        var visit = new QualityVisit
        {
            Id = Kernel.Id.New<QualityVisitId>(),
            HomeUrn = home.Urn,
            Provider = home.Provider,
            ByCooperative = home.ByCooperative,
            Kind = report.Kind,
            VisitedOn = report.On,
            Visitors = report.Visitors.Trim(),
            RecordedBy = by.Name,
            RecordedAt = now,
        };
        visit.findings.AddRange(report.Findings.Select((f, index) => new QualityFinding(visit.Id, index + 1, f)));
        visit.Happened("quality.visited", $"home/{visit.HomeUrn}", new { visit = visit.Id, visit.ByCooperative, visit.Kind, visit.VisitedOn, findings = visit.findings.Select(f => new { f.Area, f.Grade }) });
        return visit;
    }

    private static List<Reason> WhatIsWrong(VisitReport report, DateOnly today)
    {
        List<Reason> wrong = [];
        if (report.On > today)
        {
            wrong.Add(new Reason("VISIT_DAY", "The day of the visit cannot lie in the future.", Field: "On"));
        }

        if (string.IsNullOrWhiteSpace(report.Visitors))
        {
            wrong.Add(new Reason("VISITORS", "Say who visited, by office.", Field: "Visitors"));
        }

        if (report.Findings.Count == 0 || report.Findings.Any(f => string.IsNullOrWhiteSpace(f.Words)))
        {
            wrong.Add(new Reason("FINDINGS", "Record at least one finding, each with what was seen.", Field: "Findings"));
        }

        return wrong;
    }
}

/// <summary>The home that was visited, its provider, and for which co-operative.</summary>
public sealed record VisitedHome(string Urn, OrganisationId Provider, string ByCooperative);

/// <summary>What the visitors bring back.</summary>
public sealed record VisitReport(QualityVisitKind Kind, DateOnly On, string Visitors, IReadOnlyList<Found> Findings);
