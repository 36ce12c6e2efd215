using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Organisations;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;

namespace Portal.Web.Organisations;

/// <summary>A home of the client's provider with its places, as the API answers it.</summary>
public sealed record HomeAnswer(string Urn, string Name, IReadOnlyList<string> ServiceTypes, int PlacesRegistered, int PlacesOccupied, int PlacesVacant, DateTimeOffset? StatedAt)
{
    public static HomeAnswer Of(ProviderHome home) => new(home.Urn, home.Name, home.ServiceTypes, home.PlacesRegistered, home.PlacesOccupied, home.PlacesVacant, home.OccupancyStatedAt);
}

/// <summary>All homes of the client's provider.</summary>
public sealed record HomesAnswer(IReadOnlyList<HomeAnswer> Items);

/// <summary>How many places of a home are taken.</summary>
public sealed record OccupancyBody(int? Occupied);

/// <summary>GET /api/v1/homes and PUT /api/v1/homes/{urn}/occupancy: a provider's own system says what is free tonight.</summary>
[Authorize(Policy = ScopePolicy.Bids)]
[Route("api/v1/homes")]
public sealed class HomesApiController(StateVacancies state, PortalDb db) : PortalApi
{
    [HttpGet]
    [ProducesResponseType<HomesAnswer>(StatusCodes.Status200OK)]
    public async Task<HomesAnswer> Show(CancellationToken cancel) =>
        new([.. (await db.ProviderHomes.AsNoTracking().Where(h => h.Provider == Caller.Organisation).OrderBy(h => h.Urn).ToListAsync(cancel)).Select(HomeAnswer.Of)]);

    [HttpPut("{urn}/occupancy")]
    [ProducesResponseType<HomeAnswer>(StatusCodes.Status200OK)]
    public async Task<HomeAnswer> State(string urn, CancellationToken cancel)
    {
        OccupancyBody body = await Body<OccupancyBody>(cancel);
        InputErrors errors = new();
        if (body.Occupied is null or < 0)
        {
            errors.Add("occupied", "Enter how many places are taken: a whole number from 0.");
        }

        errors.ThrowIfAny();
        await state.Execute(Caller, urn, body.Occupied!.Value, cancel);
        return HomeAnswer.Of(await db.ProviderHomes.AsNoTracking().SingleAsync(h => h.Urn == urn, cancel));
    }
}
