using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Bench;

/// <summary>The limits of B4 on the portal's own database file: a bare endpoint that reads its body and answers, and one that also checks a signed token (ES256) and commits one row.</summary>
internal sealed class GateBare : IAsyncDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly SemaphoreSlim one = new(1);
    private readonly BareDatabase database;
    private readonly WebApplication app;

    private GateBare(string folder)
    {
        database = new BareDatabase(folder);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/nothing", async (HttpRequest request) => await Length(request));
        app.MapPost("/row", (Delegate)Row);
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<GateBare> Start(string folder)
    {
        GateBare server = new(folder);
        await server.app.StartAsync();
        return server;
    }

    /// <summary>A token such as a case system sends: two parts of some hundred characters and their signature.</summary>
    public string Token()
    {
        string text = Convert.ToBase64String(Encoding.ASCII.GetBytes(new string('p', 300)));
        return $"{text}.{Convert.ToBase64String(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        database.Dispose();
        key.Dispose();
        one.Dispose();
    }

    private static async Task<string> Length(HttpRequest request)
    {
        using StreamReader reader = new(request.Body);
        return (await reader.ReadToEndAsync()).Length > 0 ? "read" : "empty";
    }

    private async Task<IResult> Row(HttpRequest request)
    {
        string[] token = request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal).Split('.');
        if (token.Length != 2 || !key.VerifyData(Encoding.ASCII.GetBytes(token[0]), Convert.FromBase64String(token[1]), HashAlgorithmName.SHA256))
        {
            return Results.Unauthorized();
        }

        await Length(request);
        await one.WaitAsync();
        try
        {
            database.CommitOneRow();
        }
        finally
        {
            one.Release();
        }

        return Results.StatusCode(StatusCodes.Status201Created);
    }
}
