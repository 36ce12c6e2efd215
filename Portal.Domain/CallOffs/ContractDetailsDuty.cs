using Portal.Domain.CallOffs.Pricing;
using Portal.Domain.Kernel;
using Portal.Domain.Law;

namespace Portal.Domain.CallOffs;

/// <summary>A contract details duty's id.</summary>
public readonly record struct ContractDetailsDutyId(Guid Value) : ITypedId<ContractDetailsDutyId>
{
    public static ContractDetailsDutyId From(Guid value) => new(value);
}

/// <summary>Where the duty stands.</summary>
public enum ContractDetailsStage
{
    Due,
    Published,
}

/// <summary>The duty to publish a contract details notice (UK7) for one spot purchase or call-off of £30,000 or more: as soon as reasonably practicable, at or above the light-touch threshold within 120 days (A12-01, A12-03, A11-01). What is published names no child and no home (s.99).</summary>
public sealed class ContractDetailsDuty : Aggregate
{
    // Pounds, VAT included, from which a contract is notifiable (A12-01).
    private static Money NotifiableFrom(AuthorityKind authority) => new(authority == AuthorityKind.Central ? 12_000m : 30_000m);

    private ContractDetailsDuty()
    {
    }

    public ContractDetailsDutyId Id { get; private set; }

    public string CallOffRef { get; private set; } = "";

    public OrganisationId Authority { get; private set; }

    public OrganisationId Provider { get; private set; }

    public string ServiceType { get; private set; } = "";

    public string? FrameworkRef { get; private set; }

    /// <summary>What was agreed for the expected weeks, whatever the unit; null where it cannot be estimated, which counts as above every threshold (A1-09).</summary>
    public Money? Value { get; private set; }

    /// <summary>The day on which the contract was entered into.</summary>
    public DateOnly EnteredOn { get; private set; }

    /// <summary>The 120th day, the day of entering being the first; null below the threshold, where the law says as soon as reasonably practicable.</summary>
    public DateOnly? LastDay { get; private set; }

    public ContractDetailsStage Stage { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The batch in which it was published.</summary>
    public string? Batch { get; private set; }

    /// <summary>The duty that a call-off leaves; null for one below £30,000, or £12,000 of a central authority.</summary>
    public static ContractDetailsDuty? Of(CallOff callOff, Threshold threshold)
    {
        Money? value = PlacementValue.Known(callOff);
        if (value < NotifiableFrom(threshold.Authority))
        {
            return null;
        }

        DateOnly entered = LondonTime.DateOf(callOff.MadeAt);
        var duty = new ContractDetailsDuty
        {
            Id = Kernel.Id.New<ContractDetailsDutyId>(),
            CallOffRef = callOff.Ref,
            Authority = callOff.Authority,
            Provider = callOff.Provider,
            ServiceType = callOff.ServiceType,
            FrameworkRef = callOff.FrameworkRef,
            Value = value,
            EnteredOn = entered,
            LastDay = threshold.IsReachedBy(value) ? RuleSet.On(entered, Regime.LightTouch).LastDayFor(DatedDuty.ContractDetails, entered) : null,
        };
        duty.Happened("callOff.contractDetailsDue", $"callOff/{callOff.Ref}", new { value = value?.Amount, duty.LastDay });
        return duty;
    }

    public void Publish(string batch, DateTimeOffset now)
    {
        if (Stage == ContractDetailsStage.Published)
        {
            throw new RuleBroken("PUBLISHED", $"The details of {CallOffRef} are published already.");
        }

        (Stage, PublishedAt, Batch) = (ContractDetailsStage.Published, now, batch);
        Happened("callOff.contractDetailsPublished", $"callOff/{CallOffRef}", new { batch });
    }
}
