using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Portal.Tests.Furniture;

namespace Portal.E2E.Accounts;

/// <summary>A council's own sign-in: a real, certified OpenID provider (npm oidc-provider) in a process of its own.</summary>
internal sealed class CouncilSignIn : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "OwnProvider");
    private Process? process;

    public int Port { get; } = FreePort();

    /// <summary>Tells a portal that has not started yet about this provider.</summary>
    public void Introduce(PortalApp portal, string organisation)
    {
        (string, string)[] settings = [("Key", "council"), ("Name", "Invented Council"), ("Organisation", organisation), ("Authority", $"http://localhost:{Port}"), ("ClientId", "portal"), ("ClientSecret", "a secret of the tests")];
        foreach ((string name, string value) in settings)
        {
            portal.Settings["SignIn:Providers:0:" + name] = value;
        }
    }

    /// <summary>Starts it for the portal at this address; its packages are installed when they are missing.</summary>
    public async Task Start(Uri portal)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            using Process install = Run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
            await install.StandardOutput.ReadToEndAsync();
            await install.WaitForExitAsync();
            Assert.True(install.ExitCode == 0, "npm ci failed for e2e/Accounts/OwnProvider; is Node 20 with npm on the PATH, and the package feed reachable?");
        }

        process = Run("node", "provider.mjs", $"{Port}", new Uri(portal, "/accounts/sign-in/with/council/answer").ToString());
        string? line;
        do
        {
            line = await process.StandardOutput.ReadLineAsync();
            Assert.NotNull(line);
        }
        while (line != "ready");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static Process Run(string program, params string[] words) =>
        Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
