using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Web.Furniture;

namespace Portal.Tests.Furniture;

/// <summary>The whole portal with its demo scenes, played once.</summary>
public sealed class DemoPortal : WebApplicationFactory<Program>
{
    /// <summary>The name under which test classes share it.</summary>
    public const string Played = "the demo, played once";

    /// <summary>What its clock said when the scenes had been played and the first test came: other tests may have read its messages since.</summary>
    public static readonly DateTimeOffset Opened = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly string folder;
    private readonly string clock;

    public DemoPortal()
        : this(Directory.CreateTempSubdirectory("portal-demo-").FullName, Opened.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
    {
    }

    private DemoPortal(string folder, string clock) => (this.folder, this.clock) = (folder, clock);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Portal:Data", folder);
        builder.UseSetting("Portal:Clock", clock);
        builder.UseSetting("Portal:RateLimits", "off");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services => services.ConfigureDbContext<PortalDb>(options => options.ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning))));
    }

    public async Task<T> Ask<T>(Func<PortalDb, Task<T>> question)
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    /// <summary>A browser in which the first demo person of the role, or the one of this name, has signed in by the demo page; the public's where there is no role.</summary>
    public async Task<HttpClient> Browser(Role? role, string name = "")
    {
        HttpClient browser = CreateClient();
        if (role is null)
        {
            return browser;
        }

        string page = WebUtility.HtmlDecode(await browser.Page("/accounts/sign-in/demo"));
        Match form = Regex.Match(page, $"name=\"person\" value=\"([^\"]+)\">\\s*<input type=\"hidden\" name=\"organisation\" value=\"([^\"]+)\">\\s*<button[^>]*aria-label=\"[^\"]*{Regex.Escape(name)}, {Regex.Escape(GovWords.Of(role.Value))}, ");
        Assert.True(form.Success, $"No demo person is a {GovWords.Of(role.Value)}.");
        using HttpResponseMessage answer = await browser.PostForm("/accounts/sign-in/demo", ("person", form.Groups[1].Value), ("organisation", form.Groups[2].Value));
        Assert.Equal("/today", answer.RequestMessage!.RequestUri!.AbsolutePath);
        return browser;
    }

    /// <summary>Another portal on a copy of everything a day later, whose changes nobody else sees.</summary>
    public async Task<DemoPortal> Copy()
    {
        string beside = Directory.CreateTempSubdirectory("portal-demo-").FullName;
        await Ask(async db => await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(beside, "portal.db")}"));
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith("portal.db", StringComparison.Ordinal)))
        {
            string to = Path.Combine(beside, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return new DemoPortal(beside, "2026-11-24T09:00:00Z");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        SqliteConnection.ClearAllPools();
        if (disposing && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>The classes that look at the demo look at one: it takes a minute to play.</summary>
[CollectionDefinition(DemoPortal.Played)]
public sealed class DemoPlayed : ICollectionFixture<DemoPortal>;
