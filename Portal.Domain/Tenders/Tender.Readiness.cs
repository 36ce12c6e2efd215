using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders.Flexible;

namespace Portal.Domain.Tenders;

/// <summary>The sections of a tender's task list, in the order people do them.</summary>
public enum TenderSection
{
    Basics,
    Lots,
    Criteria,
    Questions,
    Prices,
    Evidence,
    LotLimit,
    Stages,
    Dates,
    Documents,
    Team,
    Framework,
    Engagement,
    Conflicts,
    Approval,
}

/// <summary>Something found in one section of a draft.</summary>
public sealed record Finding(TenderSection Section, Reason Reason);

/// <content>What stands between a draft and its publication.</content>
public sealed partial class Tender
{
    /// <summary>Everything missing or unlawful, by section.</summary>
    /// <param name="standing">The framework that the draft names, where it is there already.</param>
    public IReadOnlyList<Finding> Findings(DateTimeOffset now, StandingFramework? standing = null) =>
    [
        .. Readiness.OfBasics(this).Select(r => new Finding(TenderSection.Basics, r)),
        .. Readiness.OfLots(this).Select(r => new Finding(TenderSection.Lots, r)),
        .. lots.SelectMany(LotReadiness.OfCriteria).Select(r => new Finding(TenderSection.Criteria, r)),
        .. lots.SelectMany(LotReadiness.OfQuestions).Select(r => new Finding(TenderSection.Questions, r)),
        .. lots.SelectMany(LotReadiness.OfPrices).Select(r => new Finding(TenderSection.Prices, r)),
        .. lots.SelectMany(LotReadiness.OfEvidence).Select(r => new Finding(TenderSection.Evidence, r)),
        .. (LotLimit?.Faults(this) ?? []).Select(r => new Finding(TenderSection.LotLimit, r)),
        .. StagesReadiness.Of(this, RulesOn(now), now).Select(r => new Finding(TenderSection.Stages, r)),
        .. Readiness.OfRegime(this, now).Select(r => new Finding(TenderSection.Basics, r)),
        .. TimetableFindings(now).Blocks.Select(r => new Finding(TenderSection.Dates, r)),
        .. Readiness.OfDocuments(this).Select(r => new Finding(TenderSection.Documents, r)),
        .. Readiness.OfTeam(this).Select(r => new Finding(TenderSection.Team, r)),
        .. FrameworkReadiness.Of(this, standing).Select(r => new Finding(TenderSection.Framework, r)),
        .. FrameworkReadiness.OfLots(this).Select(r => new Finding(TenderSection.Lots, r)),
        .. standing is null ? [] : FrameworkContradictions.Of(this, standing),
        .. Readiness.OfConflicts(this).Select(r => new Finding(TenderSection.Conflicts, r)),
        .. Readiness.OfApproval(this, now).Select(r => new Finding(TenderSection.Approval, r)),
    ];

    public IReadOnlyList<Reason> WhatBlocksPublication(DateTimeOffset now, StandingFramework? standing = null) => [.. Findings(now, standing).Select(f => f.Reason)];

    /// <summary>What deserves a second look before publication: dates, and from when the years of a framework count.</summary>
    public IReadOnlyList<Reason> Warnings(DateTimeOffset now, StandingFramework? standing) =>
    [
        .. Dates.ClosesAt is null ? [] : TimetableFindings(now).Warnings,
        .. FrameworkReadiness.CountedFromPlan(this, standing) is { } counted ? [counted] : Array.Empty<Reason>(),
        .. standing?.Warnings(this) ?? [],
    ];

    /// <summary>The dates judged by the law as if the notice were published now (A5).</summary>
    public TimetableFindings TimetableFindings(DateTimeOffset now) => DatesReadiness.Of(Dates, RulesOn(now), Authority, now);

    private RuleSet RulesOn(DateTimeOffset now) => RuleSetVersion is { } held ? RuleSet.Named(held) : RuleSet.On(LondonTime.DateOf(now), Regime);
}
