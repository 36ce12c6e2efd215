using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Tenders;

/// <content>A procurement that is awarded directly: without a competition, or after one that brought no suitable tender.</content>
public sealed partial class Tender
{
    // Straight to the decision, from a draft (s.41) or from a competition that has closed (s.43).
    private static readonly Lifecycle<TenderStage> Directly = new(
        (TenderStage.Drafting, TenderStage.Deciding),
        (TenderStage.Closed, TenderStage.Deciding),
        (TenderStage.Opened, TenderStage.Deciding),
        (TenderStage.Qualifying, TenderStage.Deciding),
        (TenderStage.Scoring, TenderStage.Deciding),
        (TenderStage.Moderating, TenderStage.Deciding),
        (TenderStage.Pricing, TenderStage.Deciding),
        (TenderStage.Deciding, TenderStage.Deciding));

    /// <summary>The code of the ground on which it is awarded directly; null for a competition.</summary>
    public string? DirectGround { get; private set; }

    public bool IsDirect => DirectGround is not null;

    /// <summary>Whether award and contract are published: a user-choice award never is (A9-06).</summary>
    public bool OwesNotices => DirectGround != DirectAwardGround.UserChoice;

    /// <summary>What this procurement itself still lacks before it may be awarded on that ground.</summary>
    public IReadOnlyList<Reason> WhatBlocksDirectAward(DirectAwardGround ground, DateTimeOffset now) =>
    [
        .. WhereItStands(ground),
        .. UnderItsRules(ground),
        .. Readiness.OfBasics(this).Where(r => r.Code != "ENGAGEMENT"),
        .. Readiness.OfLots(this),
        .. Readiness.OfConflicts(this),
        .. Readiness.OfApproval(this, now),
    ];

    /// <summary>Leaves the way of a competition: from here on it is awarded to one supplier on that ground (A9-07, A9-08).</summary>
    public void AwardDirectly(DirectAwardGround ground, DateOnly? signOn, bool standstill, string noStandstillReason, DateTimeOffset now)
    {
        RuleBroken.If(WhatBlocksDirectAward(ground, now));
        Stage = Directly.Move(Stage, TenderStage.Deciding, $"Tender {Ref}");
        RuleSetVersion = RulesOn(now).Version;
        DirectGround = ground.Code;
        Dates = Dates with { SignOn = signOn, Standstill = standstill && ground.OwesNotices, NoStandstillReason = standstill ? "" : noStandstillReason };
        MethodologySha256 ??= Methodology.Sha256(this); // What is bought is frozen here; the hash of the agreement rests on it.
        Happened("tender.awardedDirectly", Subject, new { ground = ground.Code, RuleSetVersion, Dates.Standstill, methodologySha256 = MethodologySha256 });
    }

    /// <summary>The rules it lives under, or would live under if it began now.</summary>
    public RuleSet RulesAt(DateTimeOffset now) => RulesOn(now);

    /// <summary>Raises <see cref="RuleBroken"/> where a step belongs to a competition only.</summary>
    public void MustBeCompeted()
    {
        if (IsDirect)
        {
            throw new RuleBroken("DIRECT_AWARD", $"{Ref} is awarded directly, so nobody was ranked and this step does not apply. Go on from the direct award’s own page.", "A9-07");
        }
    }

    private IEnumerable<Reason> WhereItStands(DirectAwardGround ground)
    {
        bool switching = ground.Code == DirectAwardGround.Switch;
        if (switching != IsPublished)
        {
            yield return new Reason("WRONG_GROUND", switching
                ? "Section 43 needs a competition that brought no suitable tender; this procurement had none."
                : "After a tender notice the only ground is that no tender or no suitable tender came (section 43).", "A9-08", "Ground");
        }

        if (Stage == TenderStage.Open)
        {
            yield return new Reason("TENDER_RUNNING", "Only when the deadline for tenders has passed can it be known that no suitable one came.", "A9-08");
        }
        else if (!Directly.Allows(Stage, TenderStage.Deciding))
        {
            yield return new Reason("DECIDED_OR_ENDED", "This procurement is decided or has ended, so nothing can be awarded directly in its place.", "A9-08");
        }
    }

    private IEnumerable<Reason> UnderItsRules(DirectAwardGround ground)
    {
        if (Regime == Regime.BelowThreshold)
        {
            yield return new Reason("BELOW_THRESHOLD", "A contract below the threshold needs no ground of the Act and no transparency notice: decide the waiver under your standing orders.", "A9-09");
        }
        else if (Regime == Regime.Pcr2015)
        {
            yield return new Reason("OLD_REGULATIONS", "Nothing new begins under the Public Contracts Regulations 2015.", "A1-01");
        }
        else if (!ground.OwesNotices && Regime != Regime.LightTouch)
        {
            yield return new Reason("NOT_LIGHT_TOUCH", "User choice is a ground for light touch services only.", "A9-04", "Ground");
        }

        if (Framework is { OpenFramework: true })
        {
            yield return new Reason("OPEN_FRAMEWORK", "An open framework is never awarded directly.", "A8-05");
        }
    }
}
