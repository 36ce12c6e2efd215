using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Portal.Db.Scenes;
using Portal.Web.Api;

namespace Portal.Web.Start;

/// <summary>Composes the portal: settings, services by convention, the request pipeline; then serves, or runs a maintenance verb.</summary>
public static class PortalHost
{
    public const string DefaultAddress = "http://localhost:5080";

    public static async Task<int> Run(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        DefaultEnvironment();
        try
        {
            return await Start(args);
        }
        catch (StartRefused refused)
        {
            await Console.Error.WriteLineAsync("The portal does not start: " + refused.Message);
            return 1;
        }
    }

    private static async Task<int> Start(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Root(Directory.GetCurrentDirectory(), AppContext.BaseDirectory) });
        Compose(builder);
        WebApplication app = builder.Build();
        Pipeline(app);
        IVerb? verb = args is [var word, ..] ? Verbs.Find(app.Services, word) : null;

        // The longest part of a start, the database, is made ready on another thread while the pages are put together.
        Task ready = verb is null ? Task.Run(() => Preparation.Prepare(app.Services)) : Task.CompletedTask;
        Map(app);
        await ready;
        if (verb is not null)
        {
            return await verb.Run(args[1..], CancellationToken.None);
        }

        await Serve(app);
        return 0;
    }

    private static async Task Serve(WebApplication app)
    {
        try
        {
            await app.RunAsync();
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new StartRefused($"{taken.Message} Stop the program that listens there, or set ASPNETCORE_URLS to another address.");
        }
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            OwnerOnlyFolder.Make(folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"PORTAL__DATA is “{folder}”, and no folder can be made there. {refused.Message}");
        }
    }

    /// <summary>A published portal may be started from any folder: its style sheets and scripts lie beside it. Null leaves the folder it is started in.</summary>
    public static string? Root(string startedIn, string program) =>
        !Directory.Exists(Path.Combine(startedIn, "wwwroot")) && Directory.Exists(Path.Combine(program, "wwwroot")) ? program : null;

    private static void Compose(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.UseStaticWebAssets();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
            // SQLite rebuilds a table outside a transaction, and EF says so at every first start.
            .AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Error);
        PortalSettings settings = PortalSettings.Read(builder.Configuration, builder.Environment);
        MakeFolder(settings.DataFolder);
        DatabaseStart.ReadModelMeanwhile(settings);
        builder.Services.AddSingleton(settings);
        SceneClock clock = new(new PortalClock(TimeProvider.System, settings.ClockStart));
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddFrontDoor(settings);
        builder.Services.AddByConvention();
        builder.Services.AddDatabase(settings);
        builder.Services.AddAccounts();
        builder.Services.AddPages();
        builder.Services.AddPortalApi(settings, builder.Configuration);
        builder.Services.AddCompression();
        builder.Services.AddMeters();
        builder.Services.AddSingleton(MetricsDoor.Read(builder.Configuration, builder.Environment));
        // A House test makes every use case instead, and names the one that fails.
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (false, true));
        foreach (IRoomStart room in RoomStarts.All)
        {
            room.Add(builder, settings);
        }
    }

    private static void Pipeline(WebApplication app)
    {
        app.UseFrontDoor();
        app.UseHeadRequests();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UsePageErrors();
        app.UseReadableFormsOnly();
        app.UsePortalApi();
        app.UsePortalFiles();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseCurrentActor();
        app.UseAuthorization();
        foreach (IRoomStart room in RoomStarts.All)
        {
            room.Use(app);
        }
    }

    private static void Map(WebApplication app)
    {
        app.MapControllers();
        app.MapPortalApi();
        app.MapHealth();
        app.MapFallback("{**path}", context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).AllowAnonymous();
    }

    // `dotnet run` from a checkout means development unless somebody says otherwise; a published portal is Production by default.
    private static void DefaultEnvironment()
    {
        string? whenUnset = Environment.GetEnvironmentVariable("PORTAL_ENVIRONMENT_WHEN_UNSET");
        bool unset = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is null && Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is null;
        if (unset && whenUnset is not null)
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", whenUnset);
        }
    }
}
