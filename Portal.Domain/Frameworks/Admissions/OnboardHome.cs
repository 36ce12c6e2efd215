using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>Makes a home usable on a lot, once every check holds and the regulator's record allows it.</summary>
public sealed class OnboardHome(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string urn, CancellationToken stop = default)
    {
        Framework framework = await db.LoadFrameworkToManage(actor, reference, stop);
        HomeAdmission home = await db.LoadHomeAdmission(actor, reference, lotNumber, urn, stop);
        DateTimeOffset now = clock.GetUtcNow();
        home.Onboard(await db.RegulatorViewOf(urn, stop), framework.Lot(lotNumber).MinimumJudgement, LondonTime.DateOf(now));
        db.Add(Message.ToOrganisation(home.Provider, Role.ProviderBidder, $"{urn} is usable on lot {lotNumber} of {reference}", "Every check holds. Authorities that joined can call off from it now: keep its free places up to date.", "/frameworks/own", now));
        await db.Save(actor, stop);
    }
}
