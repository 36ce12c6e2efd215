using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Suspends, reinstates or ends a provider's admission to a lot, with the reason, which the provider is told.</summary>
public sealed class ChangeAdmission(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, OrganisationId provider, AdmissionStatus to, string reason, CancellationToken stop = default)
    {
        await db.LoadFrameworkToManage(actor, reference, stop);
        Admission admission = await db.LoadAdmission(reference, lotNumber, provider, stop);
        Action<string> verb = to switch
        {
            AdmissionStatus.Admitted => admission.Reinstate,
            AdmissionStatus.Suspended => admission.Suspend,
            _ => admission.Leave,
        };
        verb(reason);
        string what = to switch { AdmissionStatus.Admitted => "is reinstated", AdmissionStatus.Suspended => "is suspended", _ => "has ended" };
        db.Add(Message.ToOrganisation(provider, Role.ProviderBidder, $"Your place on lot {lotNumber} of {reference} {what}", $"{reason.Trim()} Children who live in your homes stay.", "/frameworks/own", clock.GetUtcNow()));
        await db.Save(actor, stop);
    }
}
