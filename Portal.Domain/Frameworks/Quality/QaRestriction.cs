using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>A quality restriction's id.</summary>
public readonly record struct QaRestrictionId(Guid Value) : ITypedId<QaRestrictionId>
{
    public static QaRestrictionId From(Guid value) => new(value);
}

/// <summary>An embargo stops new children; a suspension also stops new offers and is looked at weekly.</summary>
public enum QaRestrictionKind
{
    Embargo,
    Suspension,
}

/// <summary>A co-operative's stop on a home (or on all homes of a provider), with its reason, shown to every region at once; it binds the region that made it and cautions the others (gate: stop and caution).</summary>
public sealed class QaRestriction : Aggregate
{
    private QaRestriction()
    {
    }

    public QaRestrictionId Id { get; private set; }

    /// <summary>The home; null when every home of the provider is meant.</summary>
    public string? HomeUrn { get; private set; }

    public OrganisationId Provider { get; private set; }

    public QaRestrictionKind Kind { get; private set; }

    /// <summary>The co-operative's short code, as the gate reads it: <c>west-midlands</c>.</summary>
    public string ByCooperative { get; private set; } = "";

    public PersonId ImposedBy { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset From { get; private set; }

    public DateTimeOffset? LiftedAt { get; private set; }

    public PersonId? LiftedBy { get; private set; }

    public string? LiftedBecause { get; private set; }

    public bool InForce => LiftedAt is null;

    private string Subject => HomeUrn is null ? $"provider/{Provider.Value}" : $"home/{HomeUrn}";

    public static QaRestriction Impose(QaRestrictionKind kind, OrganisationId provider, string? homeUrn, string byCooperative, PersonId by, string reason, DateTimeOffset now)
    {
        Given.Reason(reason);
        var restriction = new QaRestriction
        {
            Id = Kernel.Id.New<QaRestrictionId>(),
            Kind = kind,
            Provider = provider,
            HomeUrn = homeUrn,
            ByCooperative = byCooperative,
            ImposedBy = by,
            Reason = reason,
            From = now,
        };
        restriction.Happened("quality.restricted", restriction.Subject, new { kind, provider, homeUrn, byCooperative, reason });
        return restriction;
    }

    /// <summary>Lifts the stop after monitoring; only the co-operative that made it may, and it says what changed.</summary>
    public void Lift(string byCooperative, PersonId by, string reason, DateTimeOffset now)
    {
        Given.Reason(reason);
        if (byCooperative != ByCooperative)
        {
            throw new NotAllowed($"Only {ByCooperative} can lift its own restriction. Ring its quality lead.");
        }

        if (LiftedAt is not null)
        {
            throw new RuleBroken("ALREADY_LIFTED", "This restriction has been lifted already.");
        }

        (LiftedAt, LiftedBy, LiftedBecause) = (now, by, reason);
        Happened("quality.lifted", Subject, new { Kind, Provider, HomeUrn, ByCooperative, reason });
    }
}
