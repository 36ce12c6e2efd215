using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Furniture;
using Portal.Web.Printing;

namespace Portal.Tests.Printing;

/// <summary>A PDF as its reader has it: pages and words, taken out by poppler's pdftotext.</summary>
internal sealed partial record PrintedPdf(int Pages, string Words)
{
    private static readonly string[] Chromiums = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
    private const string Reader = "/usr/bin/pdftotext";

    /// <summary>Skips the test where there is no Chromium to print or no poppler to read; else the portal prints with Chromium.</summary>
    public static void Needs(PortalApp app)
    {
        Assert.SkipUnless(File.Exists(Reader), "Poppler-utils are not installed here.");
        Printer(app);
    }

    /// <summary>Skips the test where there is no Chromium; else the portal prints with it.</summary>
    public static void Printer(PortalApp app)
    {
        string? chromium = Chromiums.FirstOrDefault(File.Exists);
        Assert.SkipUnless(chromium is not null, "Chromium is not installed here.");
        app.Services.GetRequiredService<PrinterRoom>().MoveIn(new ChromiumPrinter(chromium!));
    }

    /// <summary>Fetches and reads a PDF; fails the test unless it is one.</summary>
    public static async Task<PrintedPdf> Of(HttpClient client, string url)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        using HttpResponseMessage answer = await client.GetAsync(new Uri(url, UriKind.Relative), stop);
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        byte[] bytes = await answer.Content.ReadAsByteArrayAsync(stop);
        string tail = System.Text.Encoding.Latin1.GetString(bytes.AsSpan(Math.Max(0, bytes.Length - 32)));
        Assert.Equal("%PDF-"u8.ToArray(), bytes[..5]);
        Assert.Contains("%%EOF", tail, StringComparison.Ordinal);
        string text = await Text(bytes, stop);
        return new PrintedPdf(text.Count(c => c == '\f'), Folded(text));
    }

    /// <summary>White space and hyphens do not count: lines break within cells and after a hyphen, which the reader then leaves out.</summary>
    public bool Says(string words) => Words.Contains(Folded(words), StringComparison.Ordinal);

    private static async Task<string> Text(byte[] pdf, CancellationToken stop)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf, stop);
            using Process reader = Process.Start(new ProcessStartInfo(Reader, ["-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true })!;
            string text = await reader.StandardOutput.ReadToEndAsync(stop);
            await reader.WaitForExitAsync(stop);
            Assert.Equal(0, reader.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Folded(string text) => Spaces().Replace(text, "");

    [GeneratedRegex(@"[\s\u00AD\u2010-]+")]
    private static partial Regex Spaces();
}
