using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Registers a machine for an organisation and gives its secret, once.</summary>
public sealed class CreateClient(PortalDb db, TimeProvider clock)
{
    /// <summary>The secret of the new client; refused for a name already taken, an unknown organisation or a scope its kind cannot hold.</summary>
    public async Task<string> Execute(Actor actor, string name, string organisationCode, IReadOnlyCollection<string> scopes, CancellationToken cancellation = default)
    {
        actor.MustBe(Role.Administrator);
        Organisation organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Code == organisationCode, cancellation)
            ?? throw new NotFound($"Organisation {organisationCode}");
        if (!actor.IsPortal && organisation.Id != actor.Organisation)
        {
            throw new NotFound($"Organisation {organisationCode}");
        }

        if (await db.ApiClients.AnyAsync(client => client.Name == name, cancellation))
        {
            throw new RuleBroken("CLIENT_EXISTS", $"There is already a client called “{name}”. Choose another name.", field: "name");
        }

        string secret = ApiClient.NewSecret();
        db.Add(ApiClient.Register(name, organisation, scopes, secret, clock.GetUtcNow()));
        await db.Save(actor, cancellation);
        return secret;
    }
}
