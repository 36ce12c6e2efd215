using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>An accession's id.</summary>
public readonly record struct AccessionId(Guid Value) : ITypedId<AccessionId>
{
    public static AccessionId From(Guid value) => new(value);
}

/// <summary>How far an authority's joining has come.</summary>
public enum AccessionStage
{
    Applied,
    Approved,
    Refused,
    Effective,
    Withdrawn,
}

/// <summary>An authority joining a framework: application, decision of its lead, deed, effective date.</summary>
public sealed class Accession : Aggregate
{
    private static readonly Lifecycle<AccessionStage> Moves = new(
        (AccessionStage.Applied, AccessionStage.Approved),
        (AccessionStage.Applied, AccessionStage.Refused),
        (AccessionStage.Approved, AccessionStage.Effective),
        (AccessionStage.Effective, AccessionStage.Withdrawn));

    private Accession()
    {
    }

    public AccessionId Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string FrameworkRef { get; private set; } = "";

    public OrganisationId Authority { get; private set; }

    public AccessionStage Stage { get; private set; }

    public PersonId AppliedBy { get; private set; }

    public string AppliedBecause { get; private set; } = "";

    public DateTimeOffset AppliedAt { get; private set; }

    public PersonId? DecidedBy { get; private set; }

    public string? DecidedBecause { get; private set; }

    /// <summary>The deed of accession: its reference and date in the authority's contract register.</summary>
    public string? Deed { get; private set; }

    /// <summary>First day on which the authority may call off; null until the deed is signed.</summary>
    public DateOnly? EffectiveFrom { get; private set; }

    /// <summary>Last day; null while it has not withdrawn.</summary>
    public DateOnly? EffectiveTo { get; private set; }

    private string Subject => $"framework/{FrameworkRef}";

    public static Accession Apply(Framework framework, OrganisationId authority, PersonId by, string reason, DateTimeOffset now)
    {
        Given.Reason(reason);
        if (framework.Stage == FrameworkStage.Expired)
        {
            throw new RuleBroken("FRAMEWORK_NOT_LIVE", $"Framework {framework.Ref} has expired. Nobody can join it.", "A8-11");
        }

        var accession = new Accession
        {
            Id = Kernel.Id.New<AccessionId>(),
            Framework = framework.Id,
            FrameworkRef = framework.Ref,
            Authority = authority,
            AppliedBy = by,
            AppliedBecause = reason,
            AppliedAt = now,
        };
        accession.Happened("framework.accessionApplied", accession.Subject, new { authority, reason });
        return accession;
    }

    /// <summary>Records an authority that the notice named as a user from the start and that signed with the lead.</summary>
    public static Accession OfNamedUser(Framework framework, OrganisationId authority, string deed, DateTimeOffset now)
    {
        var accession = Apply(framework, authority, default, "Named as a user in the notice.", now);
        accession.Approve(Actor.Portal.Person, "Named as a user in the notice.");
        accession.SignDeed(deed, framework.StartsOn, framework);
        return accession;
    }

    public void Approve(PersonId by, string reason) => Decide(AccessionStage.Approved, "framework.accessionApproved", by, reason);

    public void Refuse(PersonId by, string reason) => Decide(AccessionStage.Refused, "framework.accessionRefused", by, reason);

    /// <summary>Records the signed deed and the day from which the authority may call off.</summary>
    public void SignDeed(string deed, DateOnly effectiveFrom, Framework framework)
    {
        if (string.IsNullOrWhiteSpace(deed))
        {
            throw new RuleBroken("DEED_MISSING", "Give the deed’s reference and date.", field: "Deed");
        }

        if (effectiveFrom < framework.StartsOn || effectiveFrom > framework.EndsOn)
        {
            throw new RuleBroken("FRAMEWORK_TERM", "The effective date must lie within the framework’s term.", "A8-11", "EffectiveFrom");
        }

        Stage = Moves.Move(Stage, AccessionStage.Effective, $"The accession to {FrameworkRef}");
        Deed = deed;
        EffectiveFrom = effectiveFrom;
        Happened("framework.acceded", Subject, new { Authority, deed, effectiveFrom });
    }

    /// <summary>The authority leaves after that day; placements made before go on under their own agreements.</summary>
    public void Withdraw(DateOnly lastDay, string reason)
    {
        Given.Reason(reason);
        if (lastDay < EffectiveFrom)
        {
            throw new RuleBroken("LAST_DAY", "The last day cannot lie before the first.", "A8-11", "LastDay");
        }

        Stage = Moves.Move(Stage, AccessionStage.Withdrawn, $"The accession to {FrameworkRef}");
        EffectiveTo = lastDay;
        Happened("framework.accessionWithdrawn", Subject, new { Authority, lastDay, reason });
    }

    private void Decide(AccessionStage to, string action, PersonId by, string reason)
    {
        Given.Reason(reason);
        if (by == AppliedBy && by != default)
        {
            throw new RuleBroken("OWN_REQUEST", "Somebody other than the applicant decides on an accession.");
        }

        Stage = Moves.Move(Stage, to, $"The accession to {FrameworkRef}");
        DecidedBy = by;
        DecidedBecause = reason;
        Happened(action, Subject, new { Authority, reason });
    }
}
