using System.Net;
using System.Text.RegularExpressions;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.House;

/// <summary>A form sent empty is answered with an error summary that follows the page, leads to fields that stand on it and speaks the page's words; on a copy of the demo, which the acts may change.</summary>
[Collection(DemoPortal.Played)]
public sealed partial class DemoFormsTests(DemoCopy demo) : IClassFixture<DemoCopy>
{
    public static TheoryData<Role?> Readers => DemoWalk.Readers;

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task An_empty_form_gets_errors_in_the_order_and_words_of_the_page(Role? role)
    {
        using HttpClient browser = await demo.Portal.Browser(role);
        List<string> wrong = [];
        List<PageMet> pages = [];
        await foreach (PageMet page in DemoWalk.As(role, browser))
        {
            pages.Add(page);
        }

        HashSet<string> sent = [];
        foreach (PageMet page in pages)
        {
            foreach (Match form in Forms().Matches(page.Html).Where(f => Asks(f.Value)))
            {
                string target = new Uri(new Uri("http://localhost" + page.Address), Action().Match(form.Value) is { Success: true } a ? WebUtility.HtmlDecode(a.Groups[1].Value) : "").PathAndQuery;
                if (sent.Add(Digits().Replace(target, "*")))
                {
                    wrong.AddRange((await Faults(browser, form.Value, target)).Select(f => $"{page.Address} -> {target}: {f}"));
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task<IReadOnlyList<string>> Faults(HttpClient browser, string form, string target)
    {
        using MultipartFormDataContent empty = [];
        foreach (Match hidden in Hidden().Matches(form))
        {
            empty.Add(new StringContent(WebUtility.HtmlDecode(Value().Match(hidden.Value).Groups[1].Value)), Name().Match(hidden.Value).Groups[1].Value);
        }

        using HttpResponseMessage answer = await browser.PostAsync(new Uri(target, UriKind.Relative), empty, TestContext.Current.CancellationToken);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if ((int)answer.StatusCode >= 500)
        {
            return [$"answered {(int)answer.StatusCode}"];
        }

        Match summary = Summary().Match(html);
        if (answer.StatusCode != HttpStatusCode.UnprocessableEntity)
        {
            return [];
        }

        return summary.Success ? [.. Faults(html, summary.Groups[1].Value)] : ["has no error summary"];
    }

    private static IEnumerable<string> Faults(string html, string summary)
    {
        string[] lines = [.. Lines().Matches(summary).Select(m => m.Groups[1].Value)];
        string[] targets = [.. lines.Select(l => Target().Match(l)).Where(t => t.Success).Select(t => t.Groups[1].Value)];
        int[] places = [.. targets.Select(t => html.IndexOf($" id=\"{t}\"", StringComparison.Ordinal))];
        foreach (string line in lines.Select(PostForms.Words))
        {
            if (Code().IsMatch(line))
            {
                yield return $"says “{line}”";
            }
        }

        foreach (string target in targets.Where((_, i) => places[i] < 0))
        {
            yield return $"leads to #{target}, which is not there";
        }

        if (!places.SequenceEqual(places.Order()))
        {
            yield return $"is not in the order of the page: {string.Join(", ", targets)}";
        }
    }

    // A form that asks for something: one that only presses a button does what it says.
    private static bool Asks(string form) => form.Contains("method=\"post\"", StringComparison.OrdinalIgnoreCase) && Fields().IsMatch(form)
        && !form.Contains("/accounts/sign-", StringComparison.Ordinal);

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<form\\b[^>]*\\saction=\"([^\"]+)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<(?:input\\b(?![^>]*type=\"(?:hidden|submit)\")|textarea\\b|select\\b)[^>]*>")]
    private static partial Regex Fields();

    [GeneratedRegex("<input\\b[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    [GeneratedRegex("\\sname=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\svalue=\"([^\"]*)\"")]
    private static partial Regex Value();

    [GeneratedRegex("<div class=\"govuk-error-summary\".*?<ul[^>]*>(.*?)</ul>", RegexOptions.Singleline)]
    private static partial Regex Summary();

    [GeneratedRegex("<li>(.*?)</li>", RegexOptions.Singleline)]
    private static partial Regex Lines();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Target();

    [GeneratedRegex(@"[0-9a-f-]{36}|\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"is not in the right form|field is required|is not valid|Form\.|[a-z][A-Z]")]
    private static partial Regex Code();
}

/// <summary>A copy of the demo that acts may change.</summary>
public sealed class DemoCopy(DemoPortal original) : IAsyncLifetime
{
    public DemoPortal Portal { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Portal = await original.Copy();

    public async ValueTask DisposeAsync() => await Portal.DisposeAsync();
}
