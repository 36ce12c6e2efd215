using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.Organisations;

/// <summary>A provider's own system says what is free tonight.</summary>
public sealed class HomesApiTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        OrganisationId rival = await market.App.Organisation("P-200", OrganisationKind.Provider);
        await market.App.WithDb(async db =>
        {
            foreach ((string name, OrganisationId provider) in new[] { ("homes-of-100", market.Provider), ("homes-of-200", rival) })
            {
                db.Add(ApiClient.Register(name, await db.Organisations.SingleAsync(o => o.Id == provider), [ApiScope.Bids], "demo", PortalApp.Start));
            }

            await db.Save(Actor.Portal);
        });
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task A_provider_lists_its_homes_and_states_how_many_places_are_taken()
    {
        HttpClient http = await market.CaseSystem("homes-of-100", "bids");

        (int listed, JsonElement homes) = await http.Send(HttpMethod.Get, "/api/v1/homes");
        (int stated, JsonElement home) = await http.Send(HttpMethod.Put, $"/api/v1/homes/{GateMarket.Urn}/occupancy", new { occupied = 1 });

        Assert.Equal((200, 1, "4"), (listed, homes.GetProperty("items").GetArrayLength(), homes.GetProperty("items")[0].Text("placesRegistered")));
        Assert.Equal((200, "1", "3"), (stated, home.Text("placesOccupied"), home.Text("placesVacant")));
        ProviderHome kept = await market.App.WithDb(db => db.ProviderHomes.SingleAsync(h => h.Urn == GateMarket.Urn));
        Assert.Equal((1, true), (kept.PlacesOccupied, kept.OccupancyStatedAt is not null));
        Assert.True(await market.App.WithDb(db => db.LogEntries.AnyAsync(e => e.Action == "home.occupancyStated" && e.Subject == $"home/{GateMarket.Urn}")));
    }

    [Theory]
    [InlineData("{}", 422)]
    [InlineData("""{"occupied":-1}""", 422)]
    [InlineData("""{"occupied":"some"}""", 422)]
    [InlineData("""{"occupied":5}""", 409)]
    public async Task What_cannot_be_is_refused_and_changes_nothing(string body, int status)
    {
        (int refused, _) = await (await market.CaseSystem("homes-of-100", "bids")).Send(HttpMethod.Put, $"/api/v1/homes/{GateMarket.Urn}/occupancy", body);

        Assert.Equal(status, refused);
        Assert.Equal(3, await market.App.WithDb(db => db.ProviderHomes.Where(h => h.Urn == GateMarket.Urn).Select(h => h.PlacesOccupied).SingleAsync()));
    }

    [Fact]
    public async Task A_rivals_home_is_not_there_a_case_system_is_forbidden_and_a_stranger_needs_a_token()
    {
        object body = new { occupied = 0 };
        string url = $"/api/v1/homes/{GateMarket.Urn}/occupancy";

        (int rival, _) = await (await market.CaseSystem("homes-of-200", "bids")).Send(HttpMethod.Put, url, body);
        (int council, _) = await (await market.CaseSystem()).Send(HttpMethod.Put, url, body);
        (int stranger, _) = await market.App.Public().Send(HttpMethod.Put, url, body);

        Assert.Equal((404, 403, 401), (rival, council, stranger));
    }
}
