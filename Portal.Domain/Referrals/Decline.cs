using Portal.Domain.Kernel;

namespace Portal.Domain.Referrals;

/// <summary>A decline's id.</summary>
public readonly record struct DeclineId(Guid Value) : ITypedId<DeclineId>
{
    public static DeclineId From(Guid value) => new(value);
}

/// <summary>Why a provider has no place for a child; the co-operative learns from these what is missing.</summary>
public enum DeclineReason
{
    NoVacancy,
    NeedsNotMet,
    MatchWithResidents,
    Staffing,
    Location,
    TooLittleInformation,
    PriceOrTerms,
    Other,
}

/// <summary>A provider's answer that it offers no place, with its reason.</summary>
public sealed class Decline : Aggregate
{
    private Decline()
    {
    }

    public DeclineId Id { get; private set; }

    public ReferralId Referral { get; private set; }

    public OrganisationId Provider { get; private set; }

    public DeclineReason Reason { get; private set; }

    public string Words { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static Decline Of(Referral referral, OrganisationId provider, DeclineReason reason, string? words, DateTimeOffset now)
    {
        if (reason == DeclineReason.Other && string.IsNullOrWhiteSpace(words))
        {
            throw new RuleBroken("REASON_MISSING", "Say in words why you decline.", field: "Words");
        }

        referral.TakeAnswer(provider, now);
        var decline = new Decline { Id = Kernel.Id.New<DeclineId>(), Referral = referral.Id, Provider = provider, Reason = reason, Words = words?.Trim() ?? "", At = now };
        decline.Happened("referral.declined", $"referral/{referral.Ref}", new { provider, reason, decline.Words });
        return decline;
    }
}
