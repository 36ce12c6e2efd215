using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>An admission's id.</summary>
public readonly record struct AdmissionId(Guid Value) : ITypedId<AdmissionId>
{
    public static AdmissionId From(Guid value) => new(value);
}

/// <summary>Where a provider's admission to a lot stands.</summary>
public enum AdmissionStatus
{
    Admitted,
    Suspended,
    Left,
}

/// <summary>A provider's place on one lot of a framework.</summary>
public sealed class Admission : Aggregate
{
    private static readonly Lifecycle<AdmissionStatus> Moves = new(
        (AdmissionStatus.Admitted, AdmissionStatus.Suspended),
        (AdmissionStatus.Suspended, AdmissionStatus.Admitted),
        (AdmissionStatus.Admitted, AdmissionStatus.Left),
        (AdmissionStatus.Suspended, AdmissionStatus.Left));

    private Admission()
    {
    }

    internal Admission(Framework framework, FrameworkLot lot, OrganisationId provider)
    {
        Id = Kernel.Id.New<AdmissionId>();
        Framework = framework.Id;
        FrameworkRef = framework.Ref;
        LotNumber = lot.Number;
        Provider = provider;
        Happened("framework.providerAdmitted", Subject, new { lot.Number, provider });
    }

    public AdmissionId Id { get; private set; }

    public FrameworkId Framework { get; private set; }

    public string FrameworkRef { get; private set; } = "";

    public string LotNumber { get; private set; } = "";

    public OrganisationId Provider { get; private set; }

    public AdmissionStatus Status { get; private set; }

    private string Subject => $"framework/{FrameworkRef}";

    /// <summary>Puts one of the provider's homes forward; it stays pending until its checks are done.</summary>
    public HomeAdmission PutForward(string homeUrn)
    {
        MustBeAdmitted();
        return new HomeAdmission(this, homeUrn, Provider);
    }

    /// <summary>Says on what award the admission rests, where the portal did not make it.</summary>
    internal void OfEarlierAward(string award) => Happened("framework.earlierAward", Subject, new { LotNumber, Provider, award = award.Trim() });

    internal void MustBeAdmitted()
    {
        if (Status != AdmissionStatus.Admitted)
        {
            throw new RuleBroken("NOT_ADMITTED", $"The provider is not admitted to lot {LotNumber} of {FrameworkRef} at present, so no home can be put forward.");
        }
    }

    public void Suspend(string reason) => Move(AdmissionStatus.Suspended, "framework.providerSuspended", reason);

    public void Reinstate(string reason) => Move(AdmissionStatus.Admitted, "framework.providerReinstated", reason);

    public void Leave(string reason) => Move(AdmissionStatus.Left, "framework.providerLeft", reason);

    private void Move(AdmissionStatus to, string action, string reason)
    {
        Given.Reason(reason);
        Status = Moves.Move(Status, to, $"The admission to lot {LotNumber} of {FrameworkRef}");
        Happened(action, Subject, new { LotNumber, Provider, reason });
    }
}

/// <summary>Reasons that must be stated in words before something is done.</summary>
internal static class Given
{
    public static void Reason(string? reason, string field = "Reason")
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new RuleBroken("REASON_MISSING", "Give the reason in words. It is kept and shown to those it concerns.", field: field);
        }
    }
}
