using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead ends one home's place on a lot: its checks failed, it closes, or its provider takes it away. Children who live there stay; it may be put forward again.</summary>
public sealed class EndHomePlace(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string reference, string lotNumber, string urn, string reason, CancellationToken stop = default)
    {
        await db.LoadFrameworkToManage(actor, reference, stop);
        HomeAdmission home = await db.LoadHomeAdmission(actor, reference, lotNumber, urn, stop);
        home.Leave(reason);
        DateTimeOffset now = clock.GetUtcNow();
        db.Add(Message.ToOrganisation(home.Provider, Role.ProviderBidder, $"{urn} is no longer on lot {lotNumber} of {reference}", $"From {LondonTime.Day(LondonTime.DateOf(now))}: {reason.Trim()} Children who live there stay. You may put the home forward again.", $"/frameworks/{Uri.EscapeDataString(reference)}/lots/{Uri.EscapeDataString(lotNumber)}/homes/{urn}", now));
        await db.Save(actor, stop);
    }
}
