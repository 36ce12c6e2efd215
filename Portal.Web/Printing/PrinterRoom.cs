namespace Portal.Web.Printing;

/// <summary>The printer in use now: Chromium once it is there, until then one that says what is being done about it.</summary>
public sealed class PrinterRoom : IPdfPrinter, IAsyncDisposable
{
    private volatile IPdfPrinter printer = new AwaitedPrinter("PDF is not available yet: the portal looks for Chromium.");

    public string? WhyNot => printer.WhyNot;

    public Task<byte[]> Print(string html, string title, CancellationToken cancel) => printer.Print(html, title, cancel);

    public void Tell(string why) => printer = new AwaitedPrinter(why);

    public void MoveIn(ChromiumPrinter chromium) => printer = chromium;

    public async ValueTask DisposeAsync()
    {
        if (printer is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}
