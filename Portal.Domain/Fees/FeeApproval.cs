using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.Fees;

/// <summary>A fee approval's id.</summary>
public readonly record struct FeeApprovalId(Guid Value) : ITypedId<FeeApprovalId>
{
    public static FeeApprovalId From(Guid value) => new(value);
}

/// <summary>Where a fee stands. There is no refusal: nights provided are always paid, so a doubt is a query.</summary>
public enum FeeStage
{
    Awaiting,
    Queried,
    Approved,
}

/// <summary>The placement whose fee is to be approved.</summary>
public sealed record FeeAsked
{
    public required string CallOffRef { get; init; }

    public required OrganisationId Authority { get; init; }

    /// <summary>The authority's co-operative, which signs high-cost fees; null for an authority that belongs to none.</summary>
    public OrganisationId? Cooperative { get; init; }

    public required OrganisationId Provider { get; init; }

    public required string HomeUrn { get; init; }

    public required string ServiceType { get; init; }

    public required Money Fee { get; init; }

    public required string Unit { get; init; }

    /// <summary>Expected length; null when it cannot be said, which counts as above the threshold (A1-09).</summary>
    public decimal? Weeks { get; init; }

    /// <summary>The framework called off from; null for a spot purchase.</summary>
    public string? FrameworkRef { get; init; }

    public string? LotNumber { get; init; }

    public required PersonId RequestedBy { get; init; }
}

/// <summary>One placement's fee on its way to payment: what it is held against, who must sign by its tier, queries and signatures. Requester and signers are all different people.</summary>
public sealed class FeeApproval : Aggregate
{
    // Working days in which a fee is answered; the portal's own service level, not a legal period.
    private const int AnswerWithin = 2;

    private static readonly Lifecycle<FeeStage> Moves = new(
        (FeeStage.Awaiting, FeeStage.Queried),
        (FeeStage.Queried, FeeStage.Awaiting),
        (FeeStage.Awaiting, FeeStage.Approved));

    private readonly List<FeeSignature> signatures = [];
    private readonly List<FeeQuery> queries = [];

    private FeeApproval()
    {
    }

    public FeeApprovalId Id { get; private set; }

    public FeeAsked Asked { get; private set; } = null!;

    public FeeComparison Comparison { get; private set; } = null!;

    public FeeTier Tier { get; private set; }

    /// <summary>Whether fee × weeks reaches the light-touch threshold of the day (A1-02, A1-03), or cannot be known (A1-09). The care is exempt from VAT, so the fee is the whole value.</summary>
    public bool AboveThreshold { get; private set; }

    public List<Role> Signers { get; private set; } = [];

    public List<FeeFlag> Flags { get; private set; } = [];

    public FeeStage Stage { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public IReadOnlyList<FeeSignature> Signatures => signatures;

    public IReadOnlyList<FeeQuery> Queries => queries;

    /// <summary>Fee × weeks, in a weekly lot; null when length or weekly figure is unknown.</summary>
    public Money? Lifetime => LifetimeOf(Asked);

    /// <summary>The fee for seven days, which a deputy's limit is held against; a fee without a weekly figure is beyond every limit.</summary>
    public Money Weekly => FeeTiers.Weekly(Asked.Fee, Asked.Unit) ?? new Money(decimal.MaxValue);

    public IEnumerable<Role> StillToSign => Signers.Except(signatures.Select(s => s.Role));

    private string Subject => $"fee/{Id.Value}";

    public static FeeApproval Request(FeeAsked asked, FeeComparison comparison, Threshold threshold, DateTimeOffset now)
    {
        FeeTier tier = FeeTiers.Of(asked.Fee, asked.Unit, comparison.Ceiling);
        bool aboveThreshold = threshold.IsReachedBy(LifetimeOf(asked));
        var approval = new FeeApproval
        {
            Id = Kernel.Id.New<FeeApprovalId>(),
            Asked = asked,
            Comparison = comparison,
            Tier = tier,
            AboveThreshold = aboveThreshold,
            Signers = [.. FeeTiers.SignersOf(tier, aboveThreshold).Where(r => r != Role.RccCommissioner || asked.Cooperative is not null)],
            Flags = [.. comparison.FlagsOf(asked.Fee, tier, aboveThreshold)],
            RequestedAt = now,
            DueAt = LondonTime.At(UkWorkingDays.Held.After(LondonTime.DateOf(now), AnswerWithin), new TimeOnly(17, 0)),
        };
        approval.Happened("fee.requested", approval.Subject, new { asked.CallOffRef, fee = asked.Fee.Amount, asked.Unit, tier, approval.Signers, approval.Flags });
        return approval;
    }

    /// <summary>Why this person may not sign now; empty when they may.</summary>
    public IReadOnlyList<Reason> WhatBlocksSigning(Actor actor)
    {
        if (Stage != FeeStage.Awaiting)
        {
            return [new Reason("WRONG_STAGE", Stage == FeeStage.Queried ? "A query is open. It must be answered first." : "This fee has been approved.")];
        }

        if (actor.Person == Asked.RequestedBy)
        {
            return [new Reason("OWN_REQUEST", "You asked for this placement, so somebody else must approve its fee.", "care-sector §5")];
        }

        if (signatures.Exists(s => s.Person == actor.Person))
        {
            return [new Reason("SIGNED_ALREADY", "You have signed this fee. Each signature must be a different person’s.", "care-sector §5")];
        }

        return StillToSign.Any(role => MayHold(actor, role)) ? [] : [new Reason("NOT_A_SIGNER", "You hold none of the roles that still have to sign this fee.", "care-sector §2.4")];
    }

    /// <summary>Signs in the first open role that the person holds; the last signature approves the fee.</summary>
    public void Sign(Actor actor, string? comment, DateTimeOffset now)
    {
        RuleBroken.If(WhatBlocksSigning(actor));
        Role role = StillToSign.First(r => MayHold(actor, r));
        signatures.Add(new FeeSignature(Id, role, actor, comment?.Trim(), now));
        Happened("fee.signed", Subject, new { Asked.CallOffRef, role, comment });
        if (!StillToSign.Any())
        {
            Stage = Moves.Move(Stage, FeeStage.Approved, $"The fee of {Asked.CallOffRef}");
            ApprovedAt = now;
            Happened("fee.approved", Subject, new { Asked.CallOffRef, fee = Asked.Fee.Amount, Asked.Unit });
        }
    }

    /// <summary>Asks the requester something; the clock of the placement does not stop, and nights are paid meanwhile.</summary>
    public void Query(Actor actor, string question, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(question))
        {
            throw new RuleBroken("REASON_MISSING", "Say what you want to know.", field: "Question");
        }

        RuleBroken.If(WhatBlocksSigning(actor));
        Stage = Moves.Move(Stage, FeeStage.Queried, $"The fee of {Asked.CallOffRef}");
        queries.Add(new FeeQuery(Id, actor, question.Trim(), now));
        Happened("fee.queried", Subject, new { Asked.CallOffRef, question });
    }

    public void Answer(Actor actor, string answer, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            throw new RuleBroken("REASON_MISSING", "Answer the question.", field: "Answer");
        }

        Stage = Moves.Move(Stage, FeeStage.Awaiting, $"The fee of {Asked.CallOffRef}");
        queries.Find(q => q.Answer is null)!.AnswerWith(actor, answer.Trim(), now);
        Happened("fee.answered", Subject, new { Asked.CallOffRef, answer });
    }

    private static Money? LifetimeOf(FeeAsked asked) =>
        asked.Weeks is { } weeks && FeeTiers.Weekly(asked.Fee, asked.Unit) is { } weekly ? new Money(decimal.Round(weekly.Amount * weeks, 2, MidpointRounding.AwayFromZero)) : null;

    // The co-operative pays, so its people may sign beside the authority's; as commissioner of the co-operative only its own.
    private bool MayHold(Actor actor, Role role) =>
        actor.Is(role) && (actor.Organisation == Asked.Cooperative || (actor.Organisation == Asked.Authority && role != Role.RccCommissioner));
}
