using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Db.Scenes;

/// <summary>The demo clients that the API's contract names, all with the secret <c>demo</c>.</summary>
public sealed class DemoClients(PortalDb db, TimeProvider clock) : IScene
{
    private const int Providers = 50;

    public int Order => 120;

    public bool Demo => true;

    public async Task Play(CancellationToken cancellation)
    {
        if (await db.ApiClients.AnyAsync(c => c.Name == "warwickshire-casework", cancellation))
        {
            return;
        }

        List<(string Name, string Organisation, string[] Scopes)> clients =
        [
            ("warwickshire-casework", "E10000031", [ApiScope.Gate, ApiScope.CallOffs]),
            ("brightpath-bids", "P-100", [ApiScope.Bids]),
            ("ncc-insight", ReferenceOrganisations.National, [ApiScope.Insight]),
            .. Enumerable.Range(1, Providers).Select(n => (
                string.Create(CultureInfo.InvariantCulture, $"provider-{n:00}"), string.Create(CultureInfo.InvariantCulture, $"P-{100 + n}"), new[] { ApiScope.Bids })),
        ];
        List<string> codes = [.. clients.Select(c => c.Organisation)];
        Dictionary<string, Organisation> organisations = await db.Organisations.Where(o => codes.Contains(o.Code)).ToDictionaryAsync(o => o.Code, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        db.AddRange(clients.AsParallel().AsOrdered().Select(c => ApiClient.Register(c.Name, organisations[c.Organisation], c.Scopes, "demo", now)));
        await db.Save(Actor.Portal, cancellation);
    }
}
