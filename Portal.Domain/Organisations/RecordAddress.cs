using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>An organisation says where letters reach it; for a provider that has not said so, a buyer's commissioner or administrator takes the address from the public register.</summary>
public sealed class RecordAddress(PortalDb db)
{
    public async Task Execute(Actor actor, string code, PostalAddress address, CancellationToken cancellation = default)
    {
        Organisation organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Code == code, cancellation) ?? throw new NotFound("The organisation");
        MustBeAbleTo(actor, organisation);
        organisation.RecordAddress(address);
        await db.Save(actor, cancellation);
    }

    /// <summary>Whether this person may record or change where letters reach the organisation.</summary>
    public static bool May(Actor actor, Organisation organisation) => organisation.Id == actor.Organisation
        ? actor.Is(Role.Administrator, Role.ProviderBidder, Role.Commissioner, Role.RccCommissioner)
        : organisation is { IsProvider: true, Address: null } && IsBuyers(actor);

    private static bool IsBuyers(Actor actor) => actor.Is(Role.Commissioner, Role.RccCommissioner) || (actor.Is(Role.Administrator) && !actor.Is(Role.ProviderBidder));

    private static void MustBeAbleTo(Actor actor, Organisation organisation)
    {
        if (organisation is { IsProvider: true, Address: not null } && organisation.Id != actor.Organisation && IsBuyers(actor))
        {
            throw new RuleBroken("ADDRESS_ITS_OWN", $"{organisation.Name} has said itself where letters reach it. Ask it to change that.", "A10-03", "Street");
        }

        if (!May(actor, organisation))
        {
            throw new NotAllowed("An organisation's address is recorded by its own people.");
        }
    }
}
