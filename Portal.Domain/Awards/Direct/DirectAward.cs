using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;

namespace Portal.Domain.Awards.Direct;

/// <summary>A direct award's id.</summary>
public readonly record struct DirectAwardId(Guid Value) : ITypedId<DirectAwardId>
{
    public static DirectAwardId From(Guid value) => new(value);
}

/// <summary>Where a direct award stands before the award itself is decided.</summary>
public enum DirectAwardStage
{
    Justifying,
    PutForward,
    GivenUp,
}

/// <summary>What shows that one limb of the ground is met: the facts, and where their proof is kept. The last one counts.</summary>
public sealed record LimbEvidence(string Limb, string Facts, string Source, string ByName, DateTimeOffset At);

/// <summary>What the notices must say beyond the ground: when it is to be signed, exclusion, and the standstill (A9-01, A9-07, A10-09).</summary>
public sealed record DirectAwardTerms
{
    public DateOnly? SignOn { get; init; }

    public bool Excluded { get; init; }

    /// <summary>Which overriding public interest requires an award to an excluded supplier (A9-01, s.41(2)).</summary>
    public string PublicInterest { get; init; } = "";

    public bool Standstill { get; init; } = true;

    public string NoStandstillReason { get; init; } = "";
}

/// <summary>The case for a contract without a competition: the ground, the evidence of every limb of it, and the transparency notice before the award (A9-01 to A9-08). Decision, notices and signature are those of the <see cref="Award"/>.</summary>
public sealed class DirectAward : Aggregate
{
    private static readonly Lifecycle<DirectAwardStage> Moves = new(
        (DirectAwardStage.Justifying, DirectAwardStage.PutForward),
        (DirectAwardStage.Justifying, DirectAwardStage.GivenUp));

    /// <summary>As much as fits into the notice with every limb of the longest ground.</summary>
    public const int LongestFacts = 1200;

    private DirectAward()
    {
    }

    public DirectAwardId Id { get; private set; }

    public TenderId Tender { get; private set; }

    public string TenderRef { get; private set; } = "";

    public OrganisationId Buyer { get; private set; }

    public OrganisationId Supplier { get; private set; }

    public string SupplierName { get; private set; } = "";

    public string GroundCode { get; private set; } = "";

    public DirectAwardStage Stage { get; private set; }

    public DirectAwardTerms Terms { get; private set; } = new();

    /// <summary>Every evidence given, oldest first.</summary>
    public IReadOnlyList<LimbEvidence> Evidence { get; private set; } = [];

    public string BegunByName { get; private set; } = "";

    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>The transparency notice (UK5); null where none is owed or none is made yet.</summary>
    public string? NoticeId { get; private set; }

    /// <summary>When the central digital platform had taken it; nothing is decided before (A9-07, s.44).</summary>
    public DateTimeOffset? NoticePublicAt { get; private set; }

    public string GivenUpBecause { get; private set; } = "";

    public DirectAwardGround Ground => DirectAwardGround.Coded(GroundCode);

    public static DirectAward Begin(Tender tender, OrganisationId supplier, string supplierName, DirectAwardGround ground, Actor by, DateTimeOffset now)
    {
        var direct = new DirectAward
        {
            Id = Kernel.Id.New<DirectAwardId>(),
            Tender = tender.Id,
            TenderRef = tender.Ref,
            Buyer = tender.Buyer,
            Supplier = supplier,
            SupplierName = supplierName,
            GroundCode = ground.Code,
            BegunByName = by.Name,
            BegunAt = now,
        };
        direct.Happened("directAward.begun", tender.Subject, new { supplier, ground = ground.Code });
        return direct;
    }

    /// <summary>What shows that a limb is met; null while nothing does.</summary>
    public LimbEvidence? EvidenceOf(GroundLimb limb) => Evidence.LastOrDefault(e => e.Limb == limb.Code);

    /// <summary>Says how one limb is met and where the proof is kept; may be said anew until it is put forward, and what was said before stays.</summary>
    public void EvidenceLimb(string limb, string facts, string source, Actor by, DateTimeOffset now)
    {
        MustBeJustifying();
        GroundLimb known = Ground.Limbs.FirstOrDefault(l => l.Code == limb) ?? throw new NotFound("That limb");
        var given = new LimbEvidence(
            known.Code,
            Substance.Wanted(facts, LongestFacts, "Facts", "the facts that show it"),
            Tenders.Tender.Wanted(source, 1000, "Source", "where the proof is kept: document, day, who holds it"),
            by.Name,
            now);
        Evidence = [.. Evidence, given];
        Happened("directAward.limbEvidenced", Subject, new { limb = known.Code, known.Rule, given.Facts, given.Source });
    }

    public void SetTerms(DirectAwardTerms terms)
    {
        MustBeJustifying();
        Terms = terms with { PublicInterest = terms.PublicInterest.Trim(), NoStandstillReason = terms.NoStandstillReason.Trim() };
        Happened("directAward.termsSet", Subject, new { Terms.SignOn, Terms.Excluded, Terms.Standstill });
    }

    /// <summary>Everything that must be there before it is put forward, each with its rule; empty when nothing is missing.</summary>
    public IReadOnlyList<Reason> WhatBlocks(Tender tender, DateTimeOffset now) => Stage != DirectAwardStage.Justifying ? [] :
    [
        .. Ground.Limbs.Where(limb => EvidenceOf(limb) is null).Select(limb => new Reason("LIMB_UNEVIDENCED", $"Not evidenced yet: {limb.Asks}.", limb.Rule, limb.Code)),
        .. TermsLeft(tender, now),
        .. tender.WhatBlocksDirectAward(Ground, now),
    ];

    /// <summary>The case is made: the tender leaves the way of a competition, and the notice, where one is owed, is out (A9-07).</summary>
    public void PutForward(Tender tender, string? noticeId, DateTimeOffset now)
    {
        MustBeJustifying();
        RuleBroken.If(WhatBlocks(tender, now));
        if (Ground.OwesNotices != noticeId is not null)
        {
            throw new RuleBroken("TRANSPARENCY_NOTICE", "A direct award is put forward with its transparency notice (UK5), and a user-choice award without one.", "A9-07");
        }

        Stage = Moves.Move(Stage, DirectAwardStage.PutForward, $"The direct award of {TenderRef}");
        NoticeId = noticeId;
        Happened("directAward.putForward", Subject, new { ground = GroundCode, limbs = Evidence.Select(e => e.Limb).Distinct(), noticeId });
        tender.AwardDirectly(Ground, Terms.SignOn, Terms.Standstill, Terms.NoStandstillReason, now);
    }

    /// <summary>The central digital platform took the transparency notice, or a person entered it there and recorded its number.</summary>
    public void NoteNoticePublic(string? number, DateTimeOffset now)
    {
        if (NoticePublicAt is null)
        {
            NoticePublicAt = now;
            Happened("directAward.noticePublic", Subject, new { NoticeId, number, at = now });
        }
    }

    /// <summary>Why the award cannot be decided yet.</summary>
    public IReadOnlyList<Reason> WhatBlocksDecision() => (Stage, Ground.OwesNotices, NoticePublicAt) switch
    {
        (not DirectAwardStage.PutForward, _, _) => [new Reason("NOT_PUT_FORWARD", "The direct award has not been put forward: every limb is evidenced first.", "A9-01")],
        (_, true, null) => [new Reason("NOTICE_NOT_PUBLIC", "The transparency notice (UK5) is not public on the central digital platform yet, and no contract is awarded before it is.", "A9-07")],
        _ => [],
    };

    /// <summary>Gives the case up before anything is public; afterwards the procurement is ended instead, with its termination notice (A11-11).</summary>
    public void GiveUp(string reason)
    {
        string why = Tenders.Tender.Wanted(reason, 4000, "Reason", "why it is given up");
        MustBeJustifying();
        Stage = Moves.Move(Stage, DirectAwardStage.GivenUp, $"The direct award of {TenderRef}");
        GivenUpBecause = why;
        Happened("directAward.givenUp", Subject, new { reason = why });
    }

    private string Subject => $"tender/{TenderRef}";

    private IEnumerable<Reason> TermsLeft(Tender tender, DateTimeOffset now)
    {
        if (Terms.SignOn is not { } day || day < LondonTime.DateOf(now))
        {
            yield return new Reason("SIGN_ON", "Say on which day, from today on, you expect to sign.", "A9-07", "SignOn");
        }

        if (Terms.Excluded && Terms.PublicInterest.Length == 0)
        {
            yield return new Reason("EXCLUDED_SUPPLIER", "A contract goes to an excluded supplier only where an overriding public interest requires it. Say which.", "A9-01", "PublicInterest");
        }

        if (!Terms.Standstill && tender.Regime is Regime.LightTouch or Regime.Full && StandstillRule.WhatBlocksNone(tender.RulesAt(now), Ground.Route, Terms.NoStandstillReason) is { } problem)
        {
            yield return problem with { Field = "Standstill" };
        }
    }

    private void MustBeJustifying()
    {
        if (Stage != DirectAwardStage.Justifying)
        {
            throw Stage == DirectAwardStage.GivenUp
                ? new RuleBroken("GIVEN_UP", "This direct award was given up. Begin another.", "A9-07")
                : new RuleBroken("PUT_FORWARD_ALREADY", "This direct award has been put forward and can no longer be changed.", "A9-07");
        }
    }
}
