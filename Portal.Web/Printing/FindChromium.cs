using System.Diagnostics;

namespace Portal.Web.Printing;

/// <summary>Looks for Chromium after start-up; as root on Debian it installs it in the background. The portal serves meanwhile.</summary>
public sealed class FindChromium(PrinterRoom room, IConfiguration configuration, ILogger<FindChromium> log) : BackgroundService
{
    // The headless shell first: the same engine without a window, at half the processor time.
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (Found() is null && MayInstall())
        {
            room.Tell("PDF is not available yet: Chromium is being installed. Use the page itself; try the PDF again in a few minutes.");
            await Install(stoppingToken);
        }

        if (Found() is { } executable)
        {
            room.MoveIn(new ChromiumPrinter(executable));
            log.LogInformation("Letters are printed by {Chromium}", executable);
        }
        else
        {
            room.Tell("PDF is not available here: Chromium is not installed (Debian: apt-get install chromium). Print the page from your browser instead.");
            log.LogWarning("Chromium was not found; letters are offered as pages only");
        }
    }

    private string? Found() => Places.Prepend(configuration["Portal:Chromium"] ?? "").FirstOrDefault(File.Exists);

    private bool MayInstall() => configuration.GetValue("Portal:InstallChromium", true) && Environment.UserName == "root" && File.Exists("/usr/bin/apt-get");

    private async Task Install(CancellationToken cancel)
    {
        bool known = await Apt("update", cancel);
        _ = known && (await Apt("install -y --no-install-recommends chromium-headless-shell", cancel) || await Apt("install -y --no-install-recommends chromium", cancel));
    }

    private async Task<bool> Apt(string step, CancellationToken cancel)
    {
        log.LogInformation("Chromium: apt-get {Step} …", step);
        using Process apt = Process.Start(new ProcessStartInfo("/usr/bin/apt-get", "-q " + step) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
        Task<string> wrong = apt.StandardError.ReadToEndAsync(cancel);
        while (await apt.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            log.LogDebug("apt-get: {Line}", line);
        }

        await apt.WaitForExitAsync(cancel);
        if (apt.ExitCode != 0)
        {
            log.LogWarning("apt-get {Step} failed: {Error}", step, await wrong);
        }

        return apt.ExitCode == 0;
    }
}
