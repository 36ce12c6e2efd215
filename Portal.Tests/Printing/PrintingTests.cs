using Portal.Web.Printing;

namespace Portal.Tests.Printing;

/// <summary>Letters with and without Chromium.</summary>
public sealed class PrintingTests
{
    private static readonly string[] Chromiums = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    [Fact]
    public async Task Until_Chromium_is_there_the_printer_says_why()
    {
        await using PrinterRoom room = new();
        room.Tell("Chromium is being installed.");

        PrinterAway away = await Assert.ThrowsAsync<PrinterAway>(() => room.Print("<p>x</p>", "x", CancellationToken.None));

        Assert.Equal("Chromium is being installed.", away.Message);
        Assert.Equal("Chromium is being installed.", room.WhyNot);
    }

    [Fact]
    public async Task Chromium_prints_a_tagged_pdf()
    {
        string? chromium = Array.Find(Chromiums, File.Exists);
        Assert.SkipUnless(chromium is not null, "Chromium is not installed here.");
        await using ChromiumPrinter printer = new(chromium!);

        byte[] pdf = await printer.Print("<!DOCTYPE html><html lang='en-GB'><head><title>Receipt</title></head><body><h1>Receipt</h1></body></html>", "Receipt", CancellationToken.None);

        string text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo", text);
    }
}
