using System.Text.Json;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Deciding;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Gate.Recording;

/// <summary>A recorded gate decision's id.</summary>
public readonly record struct GateDecisionId(Guid Value) : ITypedId<GateDecisionId>
{
    public static GateDecisionId From(Guid value) => new(value);
}

/// <summary>Why a decision was recorded: first asked, after an approval, because facts changed, by an appeal, or because the authority no longer asks.</summary>
public enum DecisionOccasion
{
    Asked,
    Approved,
    NewFacts,
    Appealed,
    Withdrawn,
}

/// <summary>One answer of the gate with all it was given, never changed afterwards: an approval, an appeal or new facts record a new decision with <see cref="Previous"/>.</summary>
public sealed class GateDecision : Aggregate
{
    private GateDecision()
    {
    }

    public GateDecisionId Id { get; private set; }

    /// <summary>The first decision of this line; the line's latest is what counts.</summary>
    public GateDecisionId Line { get; private set; }

    public GateDecisionId? Previous { get; private set; }

    /// <summary>Place in the line, from 1; two at once for the same line cannot both be saved.</summary>
    public int Number { get; private set; }

    public DecisionOccasion Occasion { get; private set; }

    public OrganisationId Authority { get; private set; }

    public string AuthorityCode { get; private set; } = "";

    /// <summary>The person, or the case system's client, that asked.</summary>
    public string Requester { get; private set; } = "";

    public string RequesterName { get; private set; } = "";

    public DateTimeOffset RecordedAt { get; private set; }

    public string? ChildReference { get; private set; }

    public string? HomeUrn { get; private set; }

    public OrganisationId? Provider { get; private set; }

    public string ServiceType { get; private set; } = "";

    public Money Price { get; private set; }

    public string Unit { get; private set; } = "";

    public string? ReferralRef { get; private set; }

    public Outcome Outcome { get; private set; }

    /// <summary>The rule of the table, or the modifier, that decided.</summary>
    public string Decisive { get; private set; } = "";

    /// <summary>The row of the table that decided before any modifier.</summary>
    public string TableRow { get; private set; } = "";

    /// <summary>A reasoned exception lifted the row (modifier X1).</summary>
    public bool Overridden { get; private set; }

    /// <summary>When it was really decided, by the offline card, because the portal could not be reached; null when it was asked at once.</summary>
    public DateTimeOffset? DecidedOffline { get; private set; }

    public Money? AllowedPrice { get; private set; }

    /// <summary>Last day of an emergency's authority; null otherwise.</summary>
    public DateOnly? AuthorityLapses { get; private set; }

    public string RuleSet { get; private set; } = "";

    /// <summary>What the officer asserted, as received.</summary>
    public string AssertedJson { get; private set; } = "";

    /// <summary>Every fact the gate looked at, in the contract's words.</summary>
    public string FactsJson { get; private set; } = "";

    public string AnswerJson { get; private set; } = "";

    public bool Permits => Outcome is Outcome.Allow or Outcome.AllowEmergency;

    /// <summary>The authority has withdrawn its request; nothing waits and nothing is allowed by it.</summary>
    public bool IsWithdrawn => Occasion == DecisionOccasion.Withdrawn;

    public GateAnswer Answer => JsonSerializer.Deserialize<GateAnswer>(AnswerJson, GateJson.Options)!;

    public Facts Facts => JsonSerializer.Deserialize<Facts>(FactsJson, GateJson.Options)!;

    public AskedOption Asserted => JsonSerializer.Deserialize<AskedOption>(AssertedJson, GateJson.Options)!;

    internal string Subject => $"gate/{Id.Value}";

    /// <summary>Records an answer as the first of its line or after <paramref name="previous"/>.</summary>
    public static GateDecision Record(AskedOption asked, GatheredFacts gathered, GateAnswer answer, GateDecision? previous, DecisionOccasion occasion)
    {
        GateDecisionId id = Kernel.Id.New<GateDecisionId>();
        Facts facts = gathered.Facts;
        var decision = new GateDecision
        {
            Id = id,
            Line = previous?.Line ?? id,
            Previous = previous?.Id,
            Number = (previous?.Number ?? 0) + 1,
            Occasion = occasion,
            Authority = gathered.Authority,
            AuthorityCode = facts.Authority.Code ?? "",
            Requester = facts.Requester,
            RequesterName = gathered.RequesterName,
            RecordedAt = facts.At,
            ChildReference = asked.ChildReference,
            HomeUrn = facts.Option.HomeUrn,
            Provider = gathered.Provider,
            ServiceType = facts.Need.ServiceType,
            Price = facts.Option.Price,
            Unit = Words.Of(facts.Option.Unit),
            ReferralRef = asked.Referral,
            Outcome = answer.Outcome,
            Decisive = answer.Decisive,
            TableRow = answer.Reasons[0].Rule,
            Overridden = answer.Flags.Contains(Flag.Override),
            DecidedOffline = asked.DecidedOffline,
            AllowedPrice = answer.AllowedPrice,
            AuthorityLapses = answer.Outcome is Outcome.AllowEmergency or Outcome.Pending ? answer.Lapses : null,
            RuleSet = answer.RuleSet,
            AssertedJson = JsonSerializer.Serialize(asked, GateJson.Options),
            FactsJson = JsonSerializer.Serialize(facts, GateJson.Options),
            AnswerJson = JsonSerializer.Serialize(answer, GateJson.Options),
        };
        decision.Happened("gate.decided", decision.Subject, new { decision.Previous, occasion, decision.Authority, decision.HomeUrn, answer.Outcome, answer.Decisive, decision.DecidedOffline, reasons = answer.Reasons.Select(r => r.Rule), answer.Flags, answer.RuleSet, facts = decision.FactsJson });
        decision.TellTheLine(previous);
        previous?.Happened("gate.superseded", previous.Subject, new { by = id, occasion });
        return decision;
    }

    /// <summary>A place is called off on it. What follows a decision and what is called off on it both move its version, so that of two at the same moment one is first.</summary>
    public void UsedBy(string callOffRef, bool onFramework) => Happened("gate.calledOff", $"gateLine/{Line.Value}", new { Ref = callOffRef, onFramework });

    /// <summary>Records that the authority no longer asks. What was decided stays in the line; emergencies are never withdrawn, they are followed up.</summary>
    public static GateDecision Withdraw(GateDecision latest, string reason, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("REASON_MISSING", "Say why the request is withdrawn. It is kept, and those who were asked to approve read it.", field: "Reason");
        }

        RuleBroken.If(latest.WhatBlocksWithdrawal());
        string because = reason.Trim();
        GatheredFacts gathered = new(latest.Facts with { At = now }, latest.Authority, latest.Provider, latest.RequesterName);
        GateDecision withdrawn = Record(latest.Asserted with { WithdrawnBecause = because }, gathered, latest.Answer.Withdrawn(because), latest, DecisionOccasion.Withdrawn);
        withdrawn.Happened("gate.withdrawn", withdrawn.Subject, new { latest = latest.Id, reason = because });
        return withdrawn;
    }

    /// <summary>Why this request cannot be withdrawn; empty when it can.</summary>
    public IReadOnlyList<Reason> WhatBlocksWithdrawal() => (Outcome, IsWithdrawn) switch
    {
        (_, true) => [new Reason("WITHDRAWN", "This request was withdrawn already. If a place is needed, check the price and record a new decision.")],
        (Outcome.AllowEmergency or Outcome.NecessityRecord, _) => [new Reason("FOLLOWED_UP", "This decision was taken for a child who needed a place at once. It is not withdrawn: say on its duties how it was followed up.", "A9-11")],
        (Outcome.Block or Outcome.OutOfScope, _) => [new Reason("NOTHING_WAITS", "Nothing waits for this decision, so there is nothing to withdraw.")],
        _ => [],
    };

    // One line of decisions is one procedure: it opens when an approval or a record is needed beyond a plain allow, and closes when the answer is no or nobody asks any more.
    private void TellTheLine(GateDecision? previous)
    {
        string line = $"gateLine/{Line.Value}";
        bool exception = IsException(this);
        if (exception && (previous is null || !IsException(previous)))
        {
            Happened("gate.exceptionOpened", line, new { decision = Id, Outcome, Decisive });
        }
        else if (!exception && previous is not null && (IsWithdrawn || IsException(previous)))
        {
            Happened(Permits ? "gate.exceptionApproved" : "gate.exceptionEnded", line, new { decision = Id, Outcome, Decisive });
        }
    }

    private static bool IsException(GateDecision decision) => decision.Outcome == Outcome.AllowEmergency
        || (decision.Outcome is Outcome.Pending or Outcome.AllowWithApproval && decision.Answer.RequiredApprovals.Any(a => !a.Given));
}
