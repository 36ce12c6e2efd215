using Portal.Domain.Kernel;

namespace Portal.Domain.Notices;

/// <summary>A supplier to whom a lot goes, and for how much where a sum is known.</summary>
public sealed record AwardedSupplier(OrganisationId Organisation, Money? Net);

/// <summary>What the award and contract details notices say of one lot (A10-06, Regulation 27).</summary>
/// <param name="Number">The lot's number as published.</param>
/// <param name="TendersAssessed">How many tenders were assessed for the lot.</param>
public sealed record AwardedLot(
    string Number,
    IReadOnlyList<AwardedSupplier> Suppliers,
    DateTimeOffset DecidedAt,
    DateTimeOffset? SummariesSentAt,
    int TendersAssessed,
    DateTimeOffset? SignedAt);
