namespace Portal.Web.Printing;

/// <summary>Prints a page of the portal to a tagged PDF. The page itself is always offered too.</summary>
public interface IPdfPrinter
{
    /// <summary>Null when it can print; otherwise why not, in words for people.</summary>
    string? WhyNot { get; }

    /// <summary>The PDF of a whole HTML document whose styles are given, A4. Raises <see cref="PrinterAway"/> when it cannot print.</summary>
    Task<byte[]> Print(string html, string title, CancellationToken cancel);
}

/// <summary>There is no printer now.</summary>
public sealed class PrinterAway(string why) : Exception(why);

/// <summary>Stands in until Chromium is there: says so.</summary>
public sealed class AwaitedPrinter(string why) : IPdfPrinter
{
    public string? WhyNot => why;

    public Task<byte[]> Print(string html, string title, CancellationToken cancel) => throw new PrinterAway(why);
}
