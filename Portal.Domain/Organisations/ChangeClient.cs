using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>Switches a machine of the administrator's organisation off for good; its tokens stop working at once.</summary>
public sealed class DisableClient(PortalDb db, TimeProvider clock)
{
    public async Task Execute(Actor actor, string name, CancellationToken cancellation = default)
    {
        ApiClient client = await db.LoadClient(actor, name, cancellation);
        client.Disable(clock.GetUtcNow());
        await db.Save(actor, cancellation);
    }
}

/// <summary>Gives a machine of the administrator's organisation a new secret, once; the old one stops working.</summary>
public sealed class ReplaceClientSecret(PortalDb db)
{
    public async Task<string> Execute(Actor actor, string name, CancellationToken cancellation = default)
    {
        ApiClient client = await db.LoadClient(actor, name, cancellation);
        string secret = ApiClient.NewSecret();
        client.ReplaceSecret(secret);
        await db.Save(actor, cancellation);
        return secret;
    }
}

/// <summary>Loads API clients for those who administer them.</summary>
public static class ApiClientLoading
{
    extension(PortalDb db)
    {
        /// <summary>A client of the administrator's own organisation; another's does not exist for them.</summary>
        public async Task<ApiClient> LoadClient(Actor actor, string name, CancellationToken cancellation = default)
        {
            actor.MustBe(Role.Administrator);
            return await db.ApiClients.SingleOrDefaultAsync(c => c.Name == name && (actor.IsPortal || c.Organisation == actor.Organisation), cancellation)
                ?? throw new NotFound($"Client {name}");
        }
    }
}
