using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>A hub confirmation's id.</summary>
public readonly record struct HubConfirmationId(Guid Value) : ITypedId<HubConfirmationId>
{
    public static HubConfirmationId From(Guid value) => new(value);
}

/// <summary>The national hub's word, for one referral, that a national contract has no place (gate row C5).</summary>
public sealed class HubConfirmation : Aggregate
{
    private HubConfirmation()
    {
    }

    public HubConfirmationId Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string ReferralRef { get; private set; } = "";

    public PersonId ConfirmedBy { get; private set; }

    public string Words { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static HubConfirmation NoPlace(Framework framework, string referralRef, PersonId by, string words, DateTimeOffset now)
    {
        Given.Reason(words, "Words");
        if (framework.Level != FrameworkLevel.National)
        {
            throw new RuleBroken("NOT_NATIONAL", $"{framework.Ref} is a regional framework; the hub confirms places of national contracts only.");
        }

        var confirmation = new HubConfirmation { Id = Kernel.Id.New<HubConfirmationId>(), Framework = framework.Id, ReferralRef = referralRef, ConfirmedBy = by, Words = words, At = now };
        confirmation.Happened("framework.noPlaceConfirmed", $"referral/{referralRef}", new { framework.Ref, words });
        return confirmation;
    }
}
