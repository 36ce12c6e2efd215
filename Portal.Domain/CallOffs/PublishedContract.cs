using System.Globalization;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.CallOffs;

/// <summary>What anybody may know of a placement whose contract details are published: no child, no home, the month instead of the day (A12-03, s.99).</summary>
public sealed record PublishedContract
{
    private const int FewestShown = 5;

    public required string CallOff { get; init; }

    public required OrganisationId Buyer { get; init; }

    public required OrganisationId Supplier { get; init; }

    public required string Authority { get; init; }

    public required string Provider { get; init; }

    public required string ServiceType { get; init; }

    public string? Framework { get; init; }

    public Money? Value { get; init; }

    public required DateOnly EnteredOn { get; init; }

    /// <summary>At or above the light-touch threshold, or of unknown value.</summary>
    public bool AboveThreshold { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required string Batch { get; init; }

    /// <summary>How many published contracts of this provider are for this service.</summary>
    public int Alike { get; init; }

    /// <summary>So few of a provider point to one home; the service is then withheld (s.99).</summary>
    public bool IsFew => Alike < FewestShown;

    public string Service => IsFew ? "withheld" : ServiceType;

    public string Month => EnteredOn.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>The published contracts of a database.</summary>
public static class PublishedContractList
{
    extension(PortalDb db)
    {
        /// <summary>Every one of them, not tracked.</summary>
        public IQueryable<PublishedContract> PublishedContracts => from duty in db.Set<ContractDetailsDuty>().Where(d => d.Stage == ContractDetailsStage.Published)
                                                                   join authority in db.Set<Organisation>() on duty.Authority equals authority.Id
                                                                   join provider in db.Set<Organisation>() on duty.Provider equals provider.Id
                                                                   select new PublishedContract
                                                                   {
                                                                       CallOff = duty.CallOffRef,
                                                                       Buyer = duty.Authority,
                                                                       Supplier = duty.Provider,
                                                                       Authority = authority.Name,
                                                                       Provider = provider.Name,
                                                                       ServiceType = duty.ServiceType,
                                                                       Framework = duty.FrameworkRef,
                                                                       Value = duty.Value,
                                                                       EnteredOn = duty.EnteredOn,
                                                                       AboveThreshold = duty.LastDay != null,
                                                                       PublishedAt = duty.PublishedAt!.Value,
                                                                       Batch = duty.Batch!,
                                                                       Alike = db.Set<ContractDetailsDuty>().Count(o => o.Stage == ContractDetailsStage.Published && o.Provider == duty.Provider && o.ServiceType == duty.ServiceType),
                                                                   };
    }
}
