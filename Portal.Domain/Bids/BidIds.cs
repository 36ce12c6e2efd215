using Portal.Domain.Kernel;

namespace Portal.Domain.Bids;

/// <summary>A draft's id.</summary>
public readonly record struct BidDraftId(Guid Value) : ITypedId<BidDraftId>
{
    public static BidDraftId From(Guid value) => new(value);
}

/// <summary>A submission's id: opaque, so that it may stand in the log before the opening without naming the bidder.</summary>
public readonly record struct SubmissionId(Guid Value) : ITypedId<SubmissionId>
{
    public static SubmissionId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>The id of a tender's sealing keys.</summary>
public readonly record struct TenderSealId(Guid Value) : ITypedId<TenderSealId>
{
    public static TenderSealId From(Guid value) => new(value);
}

/// <summary>An opener's key's id.</summary>
public readonly record struct OpenerKeyId(Guid Value) : ITypedId<OpenerKeyId>
{
    public static OpenerKeyId From(Guid value) => new(value);
}
