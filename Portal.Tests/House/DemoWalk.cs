using System.Net;
using System.Text.RegularExpressions;
using Portal.Domain.Kernel;

namespace Portal.Tests.House;

/// <summary>A page met on a walk: where its link stood, its own address, and what it answered.</summary>
internal sealed record PageMet(string From, string Address, HttpStatusCode Status, bool AskedToSignIn, string Html);

/// <summary>Walks the portal as a person would: from the start pages, link by link, a few pages of each shape ("/tenders/*/bids/*").</summary>
internal static partial class DemoWalk
{
    private const int Steps = 3;
    private const int OfOneShape = 2;

    private static readonly string[] Starts = ["/", "/today", "/more"];

    public static TheoryData<Role?> Readers => new((Role?[])[null, .. Enum.GetValues<Role>().Cast<Role?>()]);

    public static async IAsyncEnumerable<PageMet> As(Role? role, HttpClient browser)
    {
        HashSet<string> met = [];
        Dictionary<string, int> shapes = [];
        Queue<(string Address, string From, int Step)> ahead = new(Starts.Where(a => role is not null || a == "/").Select(a => (a, "the address bar", 0)));
        while (ahead.TryDequeue(out (string Address, string From, int Step) next))
        {
            string shape = Shape(next.Address);
            if (shapes.GetValueOrDefault(shape) >= OfOneShape || !met.Add(next.Address))
            {
                continue;
            }

            shapes[shape] = shapes.GetValueOrDefault(shape) + 1;
            using HttpResponseMessage answer = await browser.GetAsync(new Uri(next.Address, UriKind.Relative), TestContext.Current.CancellationToken);
            Uri reached = answer.RequestMessage!.RequestUri!;
            bool page = answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType == "text/html";
            string html = page ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
            bool sentToSignIn = role is not null && reached.AbsolutePath.StartsWith("/accounts/sign-in", StringComparison.Ordinal) && !next.Address.StartsWith("/accounts", StringComparison.Ordinal);
            yield return new PageMet(next.From, next.Address, answer.StatusCode, sentToSignIn, html);
            foreach (string link in next.Step < Steps ? Links(html, reached) : [])
            {
                ahead.Enqueue((link, next.Address, next.Step + 1));
            }
        }
    }

    // Printed documents need a browser of their own and are tested where they are made.
    private static IEnumerable<string> Links(string html, Uri page) => Hrefs().Matches(html)
        .Select(m => new Uri(page, WebUtility.HtmlDecode(m.Groups[1].Value)))
        .Where(u => u.Host == page.Host && !u.AbsolutePath.EndsWith(".pdf", StringComparison.Ordinal))
        .Select(u => u.PathAndQuery).Distinct();

    private static string Shape(string address) => string.Join('/', address.Split('?')[0].Split('/').Select(part => part.Any(char.IsAsciiDigit) ? "*" : part));

    [GeneratedRegex("<a\\b[^>]*\\shref=\"([^\"#][^\"]*)\"")]
    private static partial Regex Hrefs();
}
