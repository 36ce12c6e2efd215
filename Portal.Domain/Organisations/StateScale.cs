using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>A provider says whether it is a small or medium-sized enterprise, and whether a voluntary, community or social one; the award notices of what it wins say it (A10-06).</summary>
public sealed class StateScale(PortalDb db)
{
    public async Task Execute(Actor actor, bool? sme, bool? vcse, CancellationToken cancellation = default)
    {
        Organisation own = await db.Organisations.SingleAsync(o => o.Id == actor.Organisation, cancellation);
        if (!May(actor, own))
        {
            throw new NotAllowed("A provider's own people say how large it is.");
        }

        RuleBroken.If([.. Unsaid(sme, "Say whether your organisation is a small or medium-sized enterprise.", "Sme"), .. Unsaid(vcse, "Say whether your organisation is a voluntary, community or social enterprise.", "Vcse")]);
        own.StateScale(new SupplierScale(sme == true, vcse == true));
        await db.Save(actor, cancellation);
    }

    /// <summary>Whether this person may say it of the organisation.</summary>
    public static bool May(Actor actor, Organisation organisation) => organisation.IsProvider && organisation.Id == actor.Organisation && actor.Is(Role.Administrator, Role.ProviderBidder);

    private static Reason[] Unsaid(bool? answer, string ask, string field) => answer is null ? [new Reason("MISSING", ask, "A10-06", field)] : [];
}
