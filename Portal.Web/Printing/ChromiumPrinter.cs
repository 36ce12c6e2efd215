using Microsoft.Playwright;

namespace Portal.Web.Printing;

/// <summary>Chromium, kept warm; each letter gets a context of its own without network and without scripts.</summary>
public sealed class ChromiumPrinter(string executable) : IPdfPrinter, IAsyncDisposable
{
    // What Chromium needs to run as root in a container and to stay silent on the network.
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly SemaphoreSlim starting = new(1, 1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string? WhyNot => null;

    public async Task<byte[]> Print(string html, string title, CancellationToken cancel)
    {
        IBrowser warm = await Warm(cancel);
        await using IBrowserContext context = await warm.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, Offline = true });
        IPage page = await context.NewPageAsync();
        await page.SetContentAsync(html, new PageSetContentOptions { WaitUntil = WaitUntilState.Load, Timeout = 15_000 });
        return await page.PdfAsync(new PagePdfOptions
        {
            Format = "A4",
            Tagged = true,
            PrintBackground = true,
            DisplayHeaderFooter = true,
            HeaderTemplate = "<span></span>",
            FooterTemplate = $"<div style=\"font-size:8px;width:100%;padding:0 15mm;display:flex;justify-content:space-between\"><span>{System.Net.WebUtility.HtmlEncode(title)}</span><span><span class=\"pageNumber\"></span>/<span class=\"totalPages\"></span></span></div>",
            Margin = new Margin { Top = "15mm", Bottom = "18mm", Left = "15mm", Right = "15mm" },
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        starting.Dispose();
    }

    private async Task<IBrowser> Warm(CancellationToken cancel)
    {
        await starting.WaitAsync(cancel);
        try
        {
            if (browser is not { IsConnected: true })
            {
                playwright ??= await Playwright.CreateAsync();
                browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = executable, Args = Flags, Headless = true });
            }

            return browser;
        }
        finally
        {
            starting.Release();
        }
    }
}
