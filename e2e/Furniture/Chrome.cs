using System.Diagnostics;
using Microsoft.Playwright;

namespace Portal.E2E.Furniture;

/// <summary>One real browser for all journeys; Chromium is installed where it is missing (Debian, root), otherwise the test says what to install.</summary>
public sealed class Chrome : IAsyncLifetime
{
    // The headless shell first: the same engine without a window, at half the processor time.
    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly SemaphoreSlim OneAtATime = new(1);

    private IPlaywright? playwright;

    /// <summary>Where the browser stands; the portal prints its letters with the same one.</summary>
    public static string Executable => Places.First(File.Exists);

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await OneAtATime.WaitAsync();
        try
        {
            if (!Places.Any(File.Exists))
            {
                await Install();
            }
        }
        finally
        {
            OneAtATime.Release();
        }

        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Headless = true, Args = Flags });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static async Task Install()
    {
        if (!File.Exists("/etc/debian_version") || Environment.UserName != "root")
        {
            throw new InvalidOperationException("The browser journeys need Chromium at /usr/bin/chromium. Install it (Debian: apt-get install chromium) and run the tests again.");
        }

        await Run("apt-get", "update");
        if (!await Run("apt-get", "install", "-y", "--no-install-recommends", "chromium-headless-shell"))
        {
            await Run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
        }
    }

    private static async Task<bool> Run(string program, params string[] words)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        _ = await output;
        await Console.Error.WriteLineAsync(process.ExitCode == 0 ? "" : $"{program} {string.Join(' ', words)} failed: {errors}");
        return process.ExitCode == 0;
    }
}

/// <summary>All journeys but the phone's share the browser and run one after another.</summary>
[CollectionDefinition(nameof(Journeys))]
public sealed class Journeys : ICollectionFixture<Chrome>;

/// <summary>The journey on a phone runs beside the others: each waits for its browser about half of the time.</summary>
[CollectionDefinition(nameof(PhoneJourneys))]
public sealed class PhoneJourneys : ICollectionFixture<Chrome>;
