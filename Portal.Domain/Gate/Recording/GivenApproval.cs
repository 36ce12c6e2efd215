using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Recording;

/// <summary>An approval's id.</summary>
public readonly record struct GivenApprovalId(Guid Value) : ITypedId<GivenApprovalId>
{
    public static GivenApprovalId From(Guid value) => new(value);
}

/// <summary>An approval given for a line of decisions: by the person in the portal, or by telephone and confirmed by noon next day.</summary>
public sealed class GivenApproval : Aggregate
{
    private static readonly TimeOnly Noon = new(12, 0);

    private GivenApproval()
    {
    }

    public GivenApprovalId Id { get; private set; }

    public GateDecisionId Line { get; private set; }

    public OrganisationId Authority { get; private set; }

    public ApproverRole Role { get; private set; }

    public ApprovalPurpose Purpose { get; private set; }

    public PersonId Person { get; private set; }

    public string PersonName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>The approver's words; by telephone as the officer took them down.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Who took the telephone call; null when given in the portal.</summary>
    public string? TakenBy { get; private set; }

    /// <summary>A telephone approval is confirmed by noon next day, London time; null when given in the portal.</summary>
    public DateTimeOffset? ConfirmBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it was flagged because nobody confirmed it in time.</summary>
    public DateTimeOffset? FlaggedAt { get; private set; }

    public bool AwaitsConfirmation => ConfirmBy is not null && ConfirmedAt is null;

    public ApprovalFacts AsFact => new(Role, Person.Value.ToString(), Purpose);

    public static GivenApproval InPortal(GateDecision decision, ApprovalNeed need, Actor by, string words, DateTimeOffset now) =>
        Give(decision, need, (by.Person, by.Name), now, words);

    public static GivenApproval ByTelephone(GateDecision decision, ApprovalNeed need, (PersonId Person, string Name) approver, TelephoneCall call)
    {
        GivenApproval approval = Give(decision, need, approver, call.At, call.Words);
        approval.TakenBy = call.TakenBy;
        approval.ConfirmBy = LondonTime.At(LondonTime.DateOf(call.At).AddDays(1), Noon);
        return approval;
    }

    /// <summary>The approver says that it was so.</summary>
    public void Confirm(Actor by, DateTimeOffset now)
    {
        if (by.Person != Person)
        {
            throw new NotAllowed("Only the person who gave a telephone approval can confirm it.");
        }

        if (!AwaitsConfirmation)
        {
            throw new RuleBroken("NOTHING_TO_CONFIRM", "This approval needs no confirmation.");
        }

        ConfirmedAt = now;
        Happened("gate.telephoneApprovalConfirmed", $"gate/{Line.Value}", new { Role, Purpose, late = now > ConfirmBy });
    }

    public void Flag(DateTimeOffset now)
    {
        FlaggedAt = now;
        Happened("gate.telephoneApprovalFlagged", $"gate/{Line.Value}", new { Role, Purpose, ConfirmBy });
    }

    private static GivenApproval Give(GateDecision decision, ApprovalNeed need, (PersonId Person, string Name) approver, DateTimeOffset at, string words)
    {
        var approval = new GivenApproval
        {
            Id = Kernel.Id.New<GivenApprovalId>(),
            Line = decision.Line,
            Authority = decision.Authority,
            Role = need.Role,
            Purpose = need.Purpose,
            Person = approver.Person,
            PersonName = approver.Name,
            At = at,
            Words = words,
        };
        approval.Happened("gate.approved", decision.Subject, new { need.Role, need.Purpose, approver = approver.Person, at });
        approval.Happened("gate.approvalGiven", $"gateLine/{decision.Line.Value}/approval/{need.Role}-{need.Purpose}", new { at });
        return approval;
    }
}

/// <summary>A telephone call in which an approval was given: when, in which words, and who took it down.</summary>
public sealed record TelephoneCall(DateTimeOffset At, string Words, string TakenBy);
