using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Appeals;

/// <summary>An appeal's id.</summary>
public readonly record struct AppealId(Guid Value) : ITypedId<AppealId>
{
    public static AppealId From(Guid value) => new(value);
}

/// <summary>Where an appeal stands.</summary>
public enum AppealStage
{
    Lodged,
    Upheld,
    Dismissed,
}

/// <summary>An authority's appeal to the co-operative's duty panel against a gate decision that discretion may lift; answered within one working day (gate row D1).</summary>
public sealed class Appeal : Aggregate
{
    private const int AnswerWithin = 1;

    // What a reasoned exception may lift (modifier X1); safety and the law are not discretion.
    private static readonly string[] Liftable = ["C3", "C5", "D1", "D2", "D9"];

    private static readonly Lifecycle<AppealStage> Moves = new((AppealStage.Lodged, AppealStage.Upheld), (AppealStage.Lodged, AppealStage.Dismissed));

    private Appeal()
    {
    }

    public AppealId Id { get; private set; }

    public GateDecisionId Decision { get; private set; }

    public GateDecisionId Line { get; private set; }

    public OrganisationId Authority { get; private set; }

    /// <summary>The co-operative whose duty panel answers.</summary>
    public OrganisationId Panel { get; private set; }

    public AppealStage Stage { get; private set; }

    public PersonId LodgedBy { get; private set; }

    public string LodgedByName { get; private set; } = "";

    public DateTimeOffset LodgedAt { get; private set; }

    public string Grounds { get; private set; } = "";

    /// <summary>The end of the first UK-wide working day after it was lodged (A5-06).</summary>
    public DateTimeOffset AnswerBy { get; private set; }

    public PersonId? AnsweredBy { get; private set; }

    public string? AnsweredByName { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? Answer { get; private set; }

    /// <summary>The decision that the gate recorded because the appeal was upheld.</summary>
    public GateDecisionId? Result { get; private set; }

    public DateTimeOffset? EscalatedAt { get; private set; }

    private string Subject => $"gate/{Decision.Value}";

    public static Appeal Lodge(Actor by, GateDecision decision, OrganisationId panel, string grounds, DateTimeOffset now)
    {
        RuleBroken.If(WhatBlocks(decision));
        if (string.IsNullOrWhiteSpace(grounds))
        {
            throw new RuleBroken("GROUNDS_MISSING", "Say why this child needs this place, and what the gate did not know.", field: "Grounds");
        }

        var appeal = new Appeal
        {
            Id = Kernel.Id.New<AppealId>(),
            Decision = decision.Id,
            Line = decision.Line,
            Authority = decision.Authority,
            Panel = panel,
            LodgedBy = by.Person,
            LodgedByName = by.Name,
            LodgedAt = now,
            Grounds = grounds.Trim(),
            AnswerBy = LondonTime.StartOfDay(UkWorkingDays.Held.After(LondonTime.DateOf(now), AnswerWithin).AddDays(1)),
        };
        appeal.Happened("gate.appealLodged", appeal.Subject, new { appeal.Grounds, appeal.AnswerBy });
        return appeal;
    }

    /// <summary>Why this decision cannot be appealed; empty when it can.</summary>
    public static IReadOnlyList<Reason> WhatBlocks(GateDecision decision)
    {
        if (decision.IsWithdrawn || decision.Outcome is not (Outcome.Block or Outcome.Pending))
        {
            return [new Reason("NOT_STOPPED", "This decision stops nothing, so there is nothing to appeal against.")];
        }

        return Liftable.Contains(decision.Decisive)
            ? []
            : [new Reason("NOT_DISCRETION", $"Rule {decision.Decisive} is not a matter of discretion: no panel lifts it. Follow its next step.", decision.Decisive)];
    }

    /// <summary>The panel's answer, by somebody who neither asked for the placement, nor lodged the appeal, nor approved.</summary>
    public void Settle(Actor by, bool upheld, string words, GateDecision decision, IReadOnlyCollection<PersonId> approvers, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            throw new RuleBroken("WORDS_MISSING", "Give the panel’s reasons. The authority reads them.", field: "Words");
        }

        if (by.Person == LodgedBy || decision.Requester == by.Person.Value.ToString() || approvers.Contains(by.Person))
        {
            throw new RuleBroken("SEGREGATION", "Whoever asked, appealed or approved does not answer the appeal. Ask a colleague of the panel.", "care-sector §2.4");
        }

        Stage = Moves.Move(Stage, upheld ? AppealStage.Upheld : AppealStage.Dismissed, "The appeal");
        (AnsweredBy, AnsweredByName, AnsweredAt, Answer) = (by.Person, by.Name, now, words.Trim());
        Happened(upheld ? "gate.appealUpheld" : "gate.appealDismissed", Subject, new { words = Answer, late = now > AnswerBy });
    }

    public void LeadTo(GateDecision result) => Result = result.Id;

    public void Escalate(DateTimeOffset now)
    {
        EscalatedAt = now;
        Happened("gate.appealEscalated", Subject, new { AnswerBy });
    }
}
