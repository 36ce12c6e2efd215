using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;

namespace Portal.Domain.Frameworks;

/// <summary>The framework's lead agrees or refuses a proposed price, with the reason, which its provider is told.</summary>
public sealed class DecidePrice(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, PriceAsked asked, bool agree, string reason, CancellationToken stop = default)
    {
        actor.MustBe(Role.Commissioner, Role.RccCommissioner);
        await db.LoadFrameworkToManage(actor, asked.Framework, stop);
        await db.MustReadPrices(actor, stop);
        HomeAdmission home = await db.LoadHomeAdmission(actor, asked.Framework, asked.LotNumber, asked.Urn, stop);
        DateTimeOffset now = clock.GetUtcNow();
        if (agree)
        {
            home.AcceptPrice(asked.Version, reason, LondonTime.DateOf(now));
        }
        else
        {
            home.RefusePrice(asked.Version, reason);
        }

        db.Add(Message.ToOrganisation(home.Provider, Role.ProviderBidder, $"The price that you asked for {asked.Urn} on {asked.Framework} is {(agree ? "agreed" : "not agreed")}", reason.Trim(), "/frameworks/own", now));
        await db.Save(actor, stop);
    }
}

/// <summary>Which proposed price is decided on.</summary>
public sealed record PriceAsked(string Framework, string LotNumber, string Urn, int Version);
