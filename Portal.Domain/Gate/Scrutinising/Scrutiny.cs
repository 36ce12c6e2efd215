using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.RuleSets;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Gate.Scrutinising;

/// <summary>A scrutiny's id.</summary>
public readonly record struct ScrutinyId(Guid Value) : ITypedId<ScrutinyId>
{
    public static ScrutinyId From(Guid value) => new(value);
}

/// <summary>What an independent eye makes of a placement that is about to be decided.</summary>
public enum ScrutinyView
{
    Supports,
    Doubts,
}

/// <summary>An independent look at a planned placement before it is decided, by somebody of the co-operative's panel who has no part in it (mission 11: scrutiny before the decision where possible). The view is kept and shown to whoever approves; it holds nobody up, and it is never asked for a child needed within 24 hours.</summary>
public sealed class Scrutiny : Aggregate
{
    private const int AnswerWithin = 1;

    private Scrutiny()
    {
    }

    public ScrutinyId Id { get; private set; }

    public GateDecisionId Line { get; private set; }

    public GateDecisionId Decision { get; private set; }

    public OrganisationId Authority { get; private set; }

    /// <summary>The co-operative whose panel looks.</summary>
    public OrganisationId Panel { get; private set; }

    public PersonId AskedBy { get; private set; }

    public string AskedByName { get; private set; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Until when the view is of use: the end of the next UK-wide working day, or a day before the child must move, whichever comes first.</summary>
    public DateTimeOffset WantedBy { get; private set; }

    /// <summary>Null until somebody has looked.</summary>
    public ScrutinyView? View { get; private set; }

    public string? Words { get; private set; }

    public PersonId? GivenBy { get; private set; }

    public string? GivenByName { get; private set; }

    public DateTimeOffset? GivenAt { get; private set; }

    public static Scrutiny Ask(Actor by, GateDecision decision, OrganisationId panel, GateTerms terms, DateTimeOffset now)
    {
        RuleBroken.If(WhatBlocks(decision, terms, now));
        DateTimeOffset workingDay = LondonTime.StartOfDay(UkWorkingDays.Held.After(LondonTime.DateOf(now), AnswerWithin).AddDays(1));
        DateTimeOffset? move = decision.Facts.Need.NeededBy?.AddHours(-terms.NeededWithinHours);
        var scrutiny = new Scrutiny
        {
            Id = Kernel.Id.New<ScrutinyId>(),
            Line = decision.Line,
            Decision = decision.Id,
            Authority = decision.Authority,
            Panel = panel,
            AskedBy = by.Person,
            AskedByName = by.Name,
            AskedAt = now,
            WantedBy = move < workingDay ? move.Value : workingDay,
        };
        scrutiny.Happened("gate.scrutinyAsked", decision.Subject, new { scrutiny.Id, scrutiny.WantedBy });
        return scrutiny;
    }

    /// <summary>Why no scrutiny is asked for before this decision; empty when there is time and something to look at.</summary>
    public static IReadOnlyList<Reason> WhatBlocks(GateDecision decision, GateTerms terms, DateTimeOffset now)
    {
        if (decision.IsWithdrawn || decision.Outcome is Outcome.Block or Outcome.OutOfScope)
        {
            return [new Reason("NOTHING_TO_SCRUTINISE", "This decision leads to no placement, so there is nothing to look at before it.")];
        }

        Facts facts = decision.Facts with { At = now };
        return decision.Outcome is Outcome.AllowEmergency or Outcome.NecessityRecord || new Situation(facts, terms).Needed24
            ? [new Reason("SCRUTINY_AFTER", "A child needed within 24 hours is never kept waiting: scrutiny comes after, on working day 1 and 5.", "A9-11")]
            : [];
    }

    /// <summary>The view of somebody who neither asked, nor approved, nor asked for the scrutiny.</summary>
    public void Give(Actor by, ScrutinyView view, string words, GateDecision decision, IReadOnlyCollection<PersonId> approvers, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            throw new RuleBroken("WORDS_MISSING", "Say what you looked at and what you make of it. Whoever decides reads it.", field: "Words");
        }

        if (by.Person == AskedBy || decision.Requester == by.Person.Value.ToString() || approvers.Contains(by.Person))
        {
            throw new RuleBroken("SEGREGATION", "Whoever asked or approved does not scrutinise. Ask a colleague of the panel.", "care-sector §2.4");
        }

        if (View is not null)
        {
            throw new RuleBroken("SCRUTINISED", $"{GivenByName} has given a view already.");
        }

        (View, Words, GivenBy, GivenByName, GivenAt) = (view, words.Trim(), by.Person, by.Name, now);
        Happened("gate.scrutinised", decision.Subject, new { Id, view, words = Words, after = decision.Id });
    }
}
