using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Database;
using Portal.Web.Furniture;

namespace Portal.Tests.Furniture;

/// <summary>
/// The whole portal on a fresh SQLite file, with a clock that tests move, without demo data, background work or Chromium.
/// Use as <c>IClassFixture&lt;PortalApp&gt;</c>, or <c>await using PortalApp app = new();</c> for a database of one's own.
/// </summary>
public sealed class PortalApp : WebApplicationFactory<Program>
{
    /// <summary>Monday 23 November 2026, 9am in London: where every test starts.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static int counter;

    private readonly string folder;
    private readonly bool outlives;

    public PortalApp()
        : this(Directory.CreateTempSubdirectory("portal-test-").FullName, outlives: false) => EmptyDatabase.PutInto(folder);

    private PortalApp(string folder, bool outlives) => (this.folder, this.outlives) = (folder, outlives);

    public MovableClock Clock { get; } = new(Start);

    /// <summary>Settings of this portal alone, named as in configuration; set before it starts.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>A portal on a folder that was there before it and stays when it ends: a restart, or another host beside the first.</summary>
    public static PortalApp On(string folder, params IInterceptor[] watchers) => new(folder, outlives: true) { Watchers = watchers };

    /// <summary>What stands between this portal and its database: counters, or faults on purpose.</summary>
    public IReadOnlyList<IInterceptor> Watchers { get; init; } = [];

    /// <summary>Where this portal keeps its files.</summary>
    public string Folder => folder;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Portal:Data", folder);
        builder.UseSetting("Portal:Demo", "false");
        builder.UseSetting("Portal:RateLimits", "off");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach ((string name, string value) in Settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.RemoveAll<IHostedService>();
            services.RemoveAll<Portal.Db.Scenes.IScene>();
            services.ConfigureDbContext<PortalDb>(options => options
                // Rows taken in no order may be any rows: no query may do so.
                .ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning))
                .AddInterceptors([QueryLedger.Run, .. Watchers]));
        });
    }

    /// <summary>Runs something with the portal's own services in a scope of its own.</summary>
    public async Task<T> With<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public Task With(Func<IServiceProvider, Task> act) => With(async services =>
    {
        await act(services);
        return true;
    });

    /// <summary>Runs something with a database of its own scope.</summary>
    public Task<T> WithDb<T>(Func<PortalDb, Task<T>> act) => With(services => act(services.GetRequiredService<PortalDb>()));

    public Task WithDb(Func<PortalDb, Task> act) => With(services => act(services.GetRequiredService<PortalDb>()));

    /// <summary>Runs a use case, such as <c>app.Do((PublishTender publish) =&gt; publish.Execute(…))</c>.</summary>
    public Task<T> Do<TUseCase, T>(Func<TUseCase, Task<T>> act)
        where TUseCase : notnull => With(services => act(services.GetRequiredService<TUseCase>()));

    public Task Do<TUseCase>(Func<TUseCase, Task> act)
        where TUseCase : notnull => With(services => act(services.GetRequiredService<TUseCase>()));

    /// <summary>The organisation with this code; registered (and, a provider, verified) when it is not there yet.</summary>
    public Task<OrganisationId> Organisation(string code = "west-midlands", OrganisationKind kind = OrganisationKind.RegionalCooperative, OrganisationId? parent = null) => WithDb(async db =>
    {
        Organisation? known = await db.Organisations.FirstOrDefaultAsync(o => o.Code == code);
        if (known is null)
        {
            known = Domain.Organisations.Organisation.Register(code, GovWords.Title(code.Replace('-', ' ')), kind, parent: parent, address: kind is OrganisationKind.Provider or OrganisationKind.OwnProvider ? new PostalAddress($"{code} House, 1 Test Street", "Birmingham", "B1 1AA") { Email = $"tenders.{code.ToLowerInvariant()}@example.org" } : null);
            if (known.IsProvider)
            {
                known.Verify(Clock.GetUtcNow(), "test");
            }

            db.Add(known);
            await db.Save(Actor.Portal);
        }

        return known.Id;
    });

    /// <summary>A new person with these roles in the organisation, as the actor that controllers and use cases see.</summary>
    public async Task<Actor> Someone(OrganisationId organisation, params Role[] roles) => await WithDb(async db =>
    {
        int number = Interlocked.Increment(ref counter);
        Person person = Person.Introduce(string.Create(CultureInfo.InvariantCulture, $"Person {number}"), string.Create(CultureInfo.InvariantCulture, $"person{number}@example.org"));
        person.HoldRoles(organisation, roles);
        db.Add(person);
        db.Add(new Account { Id = Guid.CreateVersion7(), Person = person.Id, UserName = person.Email, NormalizedUserName = person.Email.ToUpperInvariant(), Email = person.Email, NormalizedEmail = person.Email.ToUpperInvariant(), EmailConfirmed = true, TwoFactorEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N") });
        await db.Save(Actor.Portal);
        Organisation body = await db.Organisations.SingleAsync(o => o.Id == organisation);
        return new Actor(person.Id, person.Name, organisation, body.Name, roles.ToHashSet()) { Side = body.Side };
    });

    /// <summary>A browser signed in as a new person with this role; by default at the co-operative, or for a provider's role at provider P-100.</summary>
    public async Task<HttpClient> SignedInAs(Role role, OrganisationId? organisation = null)
    {
        OrganisationId at = organisation ?? (role == Role.ProviderBidder ? await Organisation("P-100", OrganisationKind.Provider) : await Organisation());
        return await SignedInAs(await Someone(at, role));
    }

    /// <summary>A browser signed in as this person. Redirects are not followed, so that a test can assert them.</summary>
    public async Task<HttpClient> SignedInAs(Actor actor)
    {
        HttpClient client = Browser(out CookieContainer cookies);
        cookies.Add(new Uri("http://localhost/"), await SessionOf(actor));
        return client;
    }

    /// <summary>The cookie of a signed-in session of this person.</summary>
    public Task<Cookie> SessionOf(Actor actor) => With(async services =>
    {
        Account account = await services.GetRequiredService<PortalDb>().Users.SingleAsync(a => a.Person == actor.Person);
        ClaimsPrincipal principal = await services.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account);
        ClaimsIdentity identity = (ClaimsIdentity)principal.Identity!;
        identity.TryRemoveClaim(identity.FindFirst(PortalClaims.Organisation));
        identity.AddClaim(new Claim(PortalClaims.Organisation, actor.Organisation.Value.ToString()));
        CookieAuthenticationOptions options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        AuthenticationProperties properties = new() { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow().AddDays(3650) };
        string ticket = options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
        return new Cookie(options.Cookie.Name!, ticket, "/");
    });

    /// <summary>A browser of the public.</summary>
    public HttpClient Public() => Browser(out _);

    /// <summary>A browser of the public, whose cookies the test sees and sets.</summary>
    public HttpClient Public(out CookieContainer cookies) => Browser(out cookies);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (disposing && !outlives && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private HttpClient Browser(out CookieContainer cookies)
    {
        CookieContainerHandler jar = new();
        cookies = jar.Container;
        return CreateDefaultClient(new Uri("http://localhost/"), jar);
    }
}
