using PuppeteerSharp;
using PuppeteerSharp.Media;

namespace Portal.Web.Printing;

/// <summary>Chromium, kept warm; each letter gets a context of its own without network and without scripts.</summary>
public sealed class ChromiumPrinter(string executable) : IPdfPrinter, IAsyncDisposable
{
    // What Chromium needs to run as root in a container and to stay silent on the network.
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly MarginOptions Margins = new() { Top = "15mm", Bottom = "18mm", Left = "15mm", Right = "15mm" };

    private readonly SemaphoreSlim starting = new(1, 1);
    private IBrowser? browser;

    public string? WhyNot => null;

    public async Task<byte[]> Print(string html, string title, CancellationToken cancel)
    {
        IBrowser warm = await Warm(cancel);
        await using IBrowserContext context = await warm.CreateBrowserContextAsync();
        await using IPage page = await context.NewPageAsync();
        await page.SetJavaScriptEnabledAsync(false);
        await page.SetOfflineModeAsync(true);
        await page.SetContentAsync(html, new SetContentOptions { WaitUntil = [WaitUntilNavigation.Load], Timeout = 15_000 });
        return await page.PdfDataAsync(new PdfOptions
        {
            Format = PaperFormat.A4,
            Tagged = true,
            PrintBackground = true,
            DisplayHeaderFooter = true,
            HeaderTemplate = "<span></span>",
            FooterTemplate = $"<div style=\"font-size:8px;width:100%;padding:0 15mm;display:flex;justify-content:space-between\"><span>{System.Net.WebUtility.HtmlEncode(title)}</span><span><span class=\"pageNumber\"></span>/<span class=\"totalPages\"></span></span></div>",
            MarginOptions = Margins,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        starting.Dispose();
    }

    private async Task<IBrowser> Warm(CancellationToken cancel)
    {
        await starting.WaitAsync(cancel);
        try
        {
            if (browser is not { IsConnected: true })
            {
                browser = await Puppeteer.LaunchAsync(new LaunchOptions { ExecutablePath = executable, Args = Flags, Headless = true });
            }

            return browser;
        }
        finally
        {
            starting.Release();
        }
    }
}
