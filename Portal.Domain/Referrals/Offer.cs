using Portal.Domain.Kernel;

namespace Portal.Domain.Referrals;

/// <summary>An offer's id.</summary>
public readonly record struct OfferId(Guid Value) : ITypedId<OfferId>
{
    public static OfferId From(Guid value) => new(value);
}

/// <summary>Where an offer stands.</summary>
public enum OfferStage
{
    Made,
    Withdrawn,
    Taken,
}

/// <summary>A provider's place for one referral: which home, from when, at what price, and how it meets the needs.</summary>
public sealed class Offer : Aggregate
{
    private static readonly Lifecycle<OfferStage> Moves = new((OfferStage.Made, OfferStage.Withdrawn), (OfferStage.Made, OfferStage.Taken));

    private Offer()
    {
    }

    public OfferId Id { get; private set; }

    public ReferralId Referral { get; private set; }

    public string ReferralRef { get; private set; } = "";

    public OrganisationId Provider { get; private set; }

    public string HomeUrn { get; private set; } = "";

    public string ServiceType { get; private set; } = "";

    public Money Price { get; private set; }

    /// <summary>In the gate's vocabulary: week, night …</summary>
    public string Unit { get; private set; } = "";

    public DateOnly AvailableFrom { get; private set; }

    /// <summary>How the home meets the needs, in the provider's words.</summary>
    public string HowNeedsAreMet { get; private set; } = "";

    /// <summary>Needs of the referral that the provider says it cannot meet.</summary>
    public List<string> NeedsNotMet { get; private set; } = [];

    public DateTimeOffset MadeAt { get; private set; }

    public OfferStage Stage { get; private set; }

    /// <summary>The placing authority's match assessment: needs first, price only among those that fit; null until assessed.</summary>
    public bool? Suitable { get; private set; }

    public string? MatchReason { get; private set; }

    public PersonId? AssessedBy { get; private set; }

    public DateTimeOffset? AssessedAt { get; private set; }

    private string Subject => $"referral/{ReferralRef}";

    public static Offer Make(Referral referral, OrganisationId provider, OfferedPlace place, DateTimeOffset now)
    {
        if (!referral.ServiceTypes.Contains(place.ServiceType))
        {
            throw new RuleBroken("SERVICE_TYPE", "The referral does not ask for this type of service.", field: "ServiceType");
        }

        if (string.IsNullOrWhiteSpace(place.HowNeedsAreMet))
        {
            throw new RuleBroken("MATCH_MISSING", "Say how the home meets the child’s needs.", field: "HowNeedsAreMet");
        }

        referral.TakeAnswer(provider, now);
        var offer = new Offer
        {
            Id = Kernel.Id.New<OfferId>(),
            Referral = referral.Id,
            ReferralRef = referral.Ref,
            Provider = provider,
            HomeUrn = place.HomeUrn,
            ServiceType = place.ServiceType,
            Price = place.Price,
            Unit = place.Unit,
            AvailableFrom = place.AvailableFrom,
            HowNeedsAreMet = place.HowNeedsAreMet.Trim(),
            NeedsNotMet = [.. referral.Needs.Intersect(place.NeedsNotMet)],
            MadeAt = now,
        };
        offer.Happened("referral.offerMade", offer.Subject, new { provider, place.HomeUrn, place.ServiceType, price = place.Price.Amount, place.Unit, offer.NeedsNotMet });
        return offer;
    }

    /// <summary>The match assessment, with its reason; whoever asks for the place assesses it before price is looked at.</summary>
    public void Assess(Actor by, bool suitable, string reason, DateTimeOffset now)
    {
        if (Stage != OfferStage.Made)
        {
            throw new RuleBroken("OFFER_GONE", "This offer is no longer open.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("REASON_MISSING", "Say why the offer fits the child’s needs or does not.", field: "Reason");
        }

        (Suitable, MatchReason, AssessedBy, AssessedAt) = (suitable, reason.Trim(), by.Person, now);
        Happened("referral.matchAssessed", Subject, new { offer = Id, suitable, reason = MatchReason });
    }

    public void Withdraw(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("REASON_MISSING", "Say why the place is offered no more.", field: "Reason");
        }

        Stage = Moves.Move(Stage, OfferStage.Withdrawn, "The offer");
        Happened("referral.offerWithdrawn", Subject, new { offer = Id, reason = reason.Trim() });
    }

    public void Take()
    {
        Stage = Moves.Move(Stage, OfferStage.Taken, "The offer");
        Happened("referral.offerTaken", Subject, new { offer = Id });
    }
}

/// <summary>The place that an offer names.</summary>
public sealed record OfferedPlace(string HomeUrn, string ServiceType, Money Price, string Unit, DateOnly AvailableFrom, string HowNeedsAreMet, IReadOnlyList<string> NeedsNotMet);
