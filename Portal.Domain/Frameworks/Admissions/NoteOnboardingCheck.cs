using Portal.Domain.Kernel;

namespace Portal.Domain.Frameworks;

/// <summary>Notes what a reviewer saw on one matter of a home's onboarding.</summary>
public sealed class NoteOnboardingCheck(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string urn, OnboardingFinding finding, CancellationToken stop = default)
    {
        await db.LoadFrameworkToManage(actor, reference, stop);
        HomeAdmission home = await db.LoadHomeAdmission(actor, reference, lotNumber, urn, stop);
        home.NoteCheck(finding, actor.Name, clock.GetUtcNow());
        await db.Save(actor, stop);
    }
}
