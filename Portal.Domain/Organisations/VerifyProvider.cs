using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>A buyer's administrator or commissioner states that the provider's first user may act for it, and on what evidence; or refuses, and says why.</summary>
public sealed class VerifyProvider(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string code, bool verified, string evidence, CancellationToken cancellation = default)
    {
        await MustBeBuyer(actor, cancellation);
        Organisation provider = await db.Organisations.SingleOrDefaultAsync(o => o.Code == code && o.Kind == OrganisationKind.Provider, cancellation) ?? throw new NotFound("The provider");
        if (string.IsNullOrWhiteSpace(evidence))
        {
            throw new RuleBroken("EVIDENCE", verified ? "Say what you checked, such as the call to the number at Companies House." : "Say why, in words for the provider.", field: "Evidence");
        }

        if (verified)
        {
            Verify(actor, provider, evidence.Trim());
        }
        else
        {
            Refuse(provider, evidence.Trim());
        }

        await db.Save(actor, cancellation);
    }

    private void Verify(Actor actor, Organisation provider, string evidence)
    {
        DateTimeOffset now = clock.GetUtcNow();
        provider.Verify(now, evidence);
        db.Add(Message.ToOrganisation(provider.Id, null, "You are verified: you can bid now", $"{actor.OrganisationName} has verified that you act for {provider.Name}.", "/today", now));
    }

    private void Refuse(Organisation provider, string reason)
    {
        DateTimeOffset now = clock.GetUtcNow();
        provider.RefuseVerification(now, reason);
        db.Add(Message.ToOrganisation(provider.Id, null, "Your registration was not verified", reason, "/accounts", now));
    }

    private async Task MustBeBuyer(Actor actor, CancellationToken cancellation)
    {
        actor.MustBe(Role.Administrator, Role.Commissioner, Role.RccCommissioner);
        Organisation? own = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == actor.Organisation, cancellation);
        if (!actor.IsPortal && own is not { IsBuyer: true })
        {
            throw new NotAllowed("Only a buyer may verify a provider.");
        }
    }
}
