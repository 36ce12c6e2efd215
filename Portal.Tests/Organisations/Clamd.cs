using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Portal.Tests.Organisations;

/// <summary>ClamAV's own daemon with a database of one signature, that of the industry's harmless test file. Where it is missing it is installed, as Chromium is (Debian, root).</summary>
internal sealed class Clamd : IAsyncDisposable
{
    private readonly string folder;
    private Process? process;

    private Clamd(string folder, int port) => (this.folder, Port) = (folder, port);

    public int Port { get; }

    /// <summary>The test file, put together here so that these sources are not taken for it.</summary>
    public static byte[] TestFile => Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + Signature + "!$H+H*");

    /// <summary>The settings that make a portal use it.</summary>
    public Dictionary<string, string> Settings => new() { ["ClamAv:Host"] = "127.0.0.1", ["ClamAv:Port"] = Port.ToString(CultureInfo.InvariantCulture) };

    private static string Signature => "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE";

    /// <summary>A place for it where nothing listens yet.</summary>
    public static Clamd Prepare()
    {
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        Clamd clamd = new(Directory.CreateTempSubdirectory("portal-clamd-").FullName, ((IPEndPoint)taken.LocalEndpoint).Port);
        File.WriteAllText(Path.Combine(clamd.folder, "portal.ndb"), $"Portal.TestFile:0:*:{Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Signature))}\n");
        File.WriteAllText(
            Path.Combine(clamd.folder, "clamd.conf"),
            string.Create(CultureInfo.InvariantCulture, $"TCPSocket {clamd.Port}\nTCPAddr 127.0.0.1\nDatabaseDirectory {clamd.folder}\nForeground yes\nAlertExceedsMax yes\nMaxScanSize 20M\nMaxFileSize 20M\n"));
        return clamd;
    }

    public async Task Start(CancellationToken cancel)
    {
        if (!File.Exists("/usr/sbin/clamd"))
        {
            await Run("apt-get", ["update"], cancel);
            await Run("apt-get", ["install", "-y", "--no-install-recommends", "clamav-daemon"], cancel);
        }

        process = Process.Start(new ProcessStartInfo("/usr/sbin/clamd", ["-c", Path.Combine(folder, "clamd.conf")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (!await Listens(cancel))
        {
            Assert.False(process.HasExited, "clamd did not start.");
            await Task.Delay(50, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> Listens(CancellationToken cancel)
    {
        try
        {
            using TcpClient client = new();
            await client.ConnectAsync("127.0.0.1", Port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task Run(string command, string[] arguments, CancellationToken cancel)
    {
        ProcessStartInfo start = new(command, arguments) { RedirectStandardOutput = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using Process process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)}: {said}");
    }
}
