using Portal.Domain.Kernel;
using Portal.Domain.Tenders;

namespace Portal.Domain.Qualification;

/// <summary>A participation decision's id.</summary>
public readonly record struct ParticipationDecisionId(Guid Value) : ITypedId<ParticipationDecisionId>
{
    public static ParticipationDecisionId From(Guid value) => new(value);
}

/// <summary>The decision whether one supplier meets the conditions of participation and is not excluded, with what was considered and why (A4-03, A6).</summary>
public sealed class ParticipationDecision : Aggregate
{
    private ParticipationDecision()
    {
    }

    public ParticipationDecisionId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public OrganisationId Bidder { get; private set; }

    public ParticipationOutcome Outcome { get; private set; }

    public ParticipationFinding Finding { get; private set; } = new();

    public PersonId DecidedBy { get; private set; }

    public string DecidedByName { get; private set; } = "";

    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>How often it has been decided; a later decision replaces an earlier one, and both stay in the log.</summary>
    public int Times { get; private set; }

    public static ParticipationDecision For(Tender tender, OrganisationId bidder) =>
        new() { Id = Kernel.Id.New<ParticipationDecisionId>(), Tender = tender.Id, Bidder = bidder };

    /// <summary>A supplier that was to be awarded withdraws or fails the checks before signature: its tender is disregarded from here on (A4-03).</summary>
    public void DisregardLater(Tender tender, string reason, Actor by, DateTimeOffset now)
    {
        if (tender.Stage is not (TenderStage.Deciding or TenderStage.Standstill or TenderStage.ReadyToSign) && !tender.IsDecidingApart)
        {
            throw new RuleBroken("WRONG_STAGE", "A tender is disregarded late only between the ranking and the signature.", "C2-03");
        }

        ParticipationOutcome before = Outcome;
        Finding = Finding with { Outcome = ParticipationOutcome.NotQualified, Reason = reason };
        (Outcome, DecidedBy, DecidedByName, DecidedAt) = (Finding.Outcome, by.Person, by.Name, now);
        Times++;
        Happened("qualification.decided", tender.Subject, new { Bidder, before, finding = Finding });
    }

    /// <summary>Decides, or decides again while qualification lasts. Raises <see cref="RuleBroken"/> for a finding with gaps or contradictions.</summary>
    public void Decide(Tender tender, ParticipationFinding finding, Actor by, DateTimeOffset now)
    {
        if (tender.Stage is not (TenderStage.Qualifying or TenderStage.Shortlisting))
        {
            throw new RuleBroken("WRONG_STAGE", "Participation is decided when requests are in or bids are open, and before invitations or scoring.", "C2-03");
        }

        RuleBroken.If(finding.WhatIsWrong());
        ParticipationOutcome? before = Times == 0 ? null : Outcome;
        (Outcome, Finding, DecidedBy, DecidedByName, DecidedAt) = (finding.Outcome, finding, by.Person, by.Name, now);
        Times++;
        Happened("qualification.decided", tender.Subject, new { Bidder, before, finding });
    }
}
