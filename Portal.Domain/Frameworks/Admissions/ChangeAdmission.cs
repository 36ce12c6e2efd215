using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Suspends, reinstates or ends a provider's admission to a lot, with the reason.</summary>
public sealed class ChangeAdmission(PortalDb db)
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
        await db.Save(actor, stop);
    }
}
