using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;

namespace Portal.Domain.Organisations;

/// <summary>An API client as it stands at this moment, with the one organisation that it acts for; read for every request that shows a token.</summary>
public sealed record ClientNow(ApiClientId Id, string Name, List<string> Scopes, OrganisationId Organisation, string OrganisationName, OrganisationKind Kind)
{
    private static readonly PreparedQuery<Named, ClientNow> ByName = new((db, asked) =>
        from client in db.ApiClients.AsNoTracking()
        where client.Name == asked.Name && client.DisabledAt == null
        join body in db.Organisations on client.Organisation equals body.Id
        select new ClientNow(client.Id, client.Name, client.Scopes, body.Id, body.Name, body.Kind));

    /// <summary>Null when nobody has this name or the client is switched off.</summary>
    public static async Task<ClientNow?> Find(PortalDb db, string name, CancellationToken cancel) => (await ByName.Ask(db, new Named(name), cancel)).SingleOrDefault();

    /// <summary>The client as one who asks, with what those of the granted scopes stand for that it still holds.</summary>
    public Actor ActingFor(IEnumerable<string> granted) => new(PersonId.From(Id.Value), $"{Name} (system)", Organisation, OrganisationName, granted.Where(Scopes.Contains).Select(ApiScope.RoleOf).ToHashSet())
    {
        Side = Organisations.Organisation.SideOf(Kind),
    };

    private sealed record Named(string Name);
}
