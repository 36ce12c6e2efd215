using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Web.Api;
using Portal.Web.Api.Tokens;
using Portal.Web.Furniture;
using Portal.Web.Start;

namespace Portal.Tests.Api;

/// <summary>The API's own furniture around a real database: conventions, tokens and limits, without pages and without demo data.</summary>
public sealed class ApiHost : IAsyncLifetime
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly string folder = Directory.CreateTempSubdirectory("portal-api-").FullName;
    private WebApplication app = null!;

    public MovableClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => app.Services;

    public string KeyFolder => Path.Combine(folder, "keys", "tokens");

    public async ValueTask InitializeAsync()
    {
        await connection.OpenAsync();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.Configure<IdentityOptions>(AccountSchema.Choose);
        builder.Services.AddDbContext<PortalDb>(options => options.UseSqlite(connection));
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddControllers().AddApplicationPart(typeof(PortalApi).Assembly);
        builder.Services.AddPortalApi(new PortalSettings(folder, Demo: false, null, RateLimits: true, "Sqlite", null), builder.Configuration);
        app = builder.Build();
        app.UsePortalApi();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapControllers();
        app.MapPortalApi();
        MapProbes();
        await Fill();
        await app.StartAsync();
        Client = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await connection.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Runs something on the database of this host.</summary>
    public async Task OnDatabase(Func<PortalDb, Task> act)
    {
        using IServiceScope scope = app.Services.CreateScope();
        await act(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    private void MapProbes()
    {
        app.MapGet("/api/v1/probe/gate", (HttpContext context) => context.Features.Get<Actor>()!.Name).RequireAuthorization(ScopePolicy.Gate);
        app.MapGet("/api/v1/probe/bids", () => "in").RequireAuthorization(ScopePolicy.Bids);
        app.MapGet("/api/v1/probe/rule", () => Refuse(new RuleBroken("WRONG_STAGE", "Not now.", "A10-01"))).AllowAnonymous();
        app.MapGet("/api/v1/probe/missing", () => Refuse(new NotFound("Tender X"))).AllowAnonymous();
        app.MapGet("/api/v1/probe/denied", () => Refuse(new NotAllowed("Not yours to do."))).AllowAnonymous();
        app.MapGet("/api/v1/probe/fault", () => Refuse(new InvalidOperationException("secret detail"))).AllowAnonymous();
    }

    private static string Refuse(Exception refusal) => throw refusal;

    private Task Fill() => OnDatabase(async db =>
    {
        await db.Database.EnsureCreatedAsync();
        var council = Organisation.Register("E10000031", "Warwickshire", OrganisationKind.Authority);
        db.Add(council);
        db.Add(ApiClient.Register("warwickshire-casework", council, [ApiScope.Gate, ApiScope.CallOffs], "demo", Clock.GetUtcNow()));
        await db.Save(Actor.Portal);
    });
}
