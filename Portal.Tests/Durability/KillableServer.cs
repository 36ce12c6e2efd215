using System.Diagnostics;

namespace Portal.Tests.Durability;

/// <summary>A real process that serves and is killed without warning (SIGKILL): nothing of it can run a handler, flush a buffer or say goodbye.</summary>
internal sealed class KillableServer : IDisposable
{
    public const string Ready = "ready";

    private readonly Process process;

    private KillableServer(Process process) => this.process = process;

    /// <summary>What the server said after "ready", such as its address.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Starts this test program as a server and waits until it says that it is ready.</summary>
    public static async Task<KillableServer> Start(CancellationToken cancel, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(KillableServer).Assembly.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        KillableServer server = new(Process.Start(start) ?? throw new InvalidOperationException("The server did not start."));
        Task<string> complaints = server.process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await server.process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                server.Said = line[Ready.Length..].Trim();
                _ = server.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return server;
            }
        }

        throw new InvalidOperationException("The server ended before it was ready: " + await complaints);
    }

    /// <summary>Says that this server is ready, and ends it when the test program that started it is gone.</summary>
    public static void SayReady(string more = "")
    {
        Console.Out.WriteLine($"{Ready} {more}");
        Console.Out.Flush();
        _ = Task.Run(() =>
        {
            while (Console.In.Read() >= 0)
            {
                // Nothing is said to a server; the end of its input means that the tests are over.
            }

            Environment.Exit(0);
        });
    }

    /// <summary>Stops it in the middle of whatever it does (SIGSTOP), so that it gives no further answer.</summary>
    public void Freeze()
    {
        using Process stop = Process.Start("kill", ["-STOP", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        stop.WaitForExit();
    }

    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }
}
