using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Recording;

/// <summary>A follow-up duty's id.</summary>
public readonly record struct FollowUpDutyId(Guid Value) : ITypedId<FollowUpDutyId>
{
    public static FollowUpDutyId From(Guid value) => new(value);
}

/// <summary>A duty that a recorded decision left behind, until somebody says that it is done and how.</summary>
public sealed class FollowUpDuty : Aggregate
{
    private FollowUpDuty()
    {
    }

    public FollowUpDutyId Id { get; private set; }

    public GateDecisionId Decision { get; private set; }

    public GateDecisionId Line { get; private set; }

    public OrganisationId Authority { get; private set; }

    public Duty What { get; private set; }

    /// <summary>The instant by which it is done; the end of the London day where a day is meant; null while the start is not known.</summary>
    public DateTimeOffset? DueBy { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public PersonId? DoneBy { get; private set; }

    public string? Words { get; private set; }

    /// <summary>When it was brought before the director because it was not done in time.</summary>
    public DateTimeOffset? EscalatedAt { get; private set; }

    public static FollowUpDuty Of(GateDecision decision, FollowUp duty) => new()
    {
        Id = Kernel.Id.New<FollowUpDutyId>(),
        Decision = decision.Id,
        Line = decision.Line,
        Authority = decision.Authority,
        What = duty.What,
        DueBy = duty.DueAt ?? (duty.DueOn is { } day ? LondonTime.StartOfDay(day.AddDays(1)) : null),
    };

    /// <summary>Says how it was done. The reviewer of an emergency is neither the requester nor an approver.</summary>
    public void Complete(Actor by, string words, GateDecision decision, IReadOnlyCollection<PersonId> approvers, DateTimeOffset now)
    {
        if (DoneAt is not null)
        {
            throw new RuleBroken("DUTY_DONE", "This duty has been done already.");
        }

        if (string.IsNullOrWhiteSpace(words))
        {
            throw new RuleBroken("WORDS_MISSING", "Say how it was done and with what result.", field: "Words");
        }

        if (What is Duty.RccReview or Duty.Ratified && (decision.Requester == by.Person.Value.ToString() || approvers.Contains(by.Person)))
        {
            throw new RuleBroken("SEGREGATION", "The reviewer of an emergency is neither the person who asked nor one who approved. Ask a colleague.", "care-sector §2.4");
        }

        (DoneAt, DoneBy, Words) = (now, by.Person, words.Trim());
        Happened("gate.dutyDone", $"gate/{Decision.Value}", new { What, words = Words, late = now > DueBy });
        Happened($"gate.done{What}", $"gateLine/{Line.Value}", new { late = now > DueBy });
    }

    public void Escalate(DateTimeOffset now)
    {
        EscalatedAt = now;
        Happened("gate.dutyEscalated", $"gate/{Decision.Value}", new { What, DueBy });
    }
}
