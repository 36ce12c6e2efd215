using System.Globalization;
using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.E2E.Furniture;

/// <summary>One person at one browser window; every page visited is checked for accessibility and sideways scrolling.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private static readonly string? Album = Environment.GetEnvironmentVariable("PORTAL_E2E_PICTURES");
    private static int pictures;

    private readonly HashSet<string> links = [];
    private readonly Sights sights;
    private readonly string roles;

    private Visitor(IBrowserContext context, IPage page, Actor? actor, bool scripts, Sights sights)
    {
        this.context = context;
        Scripts = scripts;
        this.sights = sights;
        roles = actor is null ? "" : string.Join('+', actor.Roles.Order());
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Whether this window runs scripts.</summary>
    public bool Scripts { get; }

    /// <summary>What axe and the ruler found, page by page; empty when all is well.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<Visitor> At(Chrome chrome, PortalApp portal, int width, Actor? actor = null, bool scripts = true, Sights? sights = null)
    {
        IBrowserContext context = await chrome.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.ClientOptions.BaseAddress.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
        });
        if (actor is not null)
        {
            System.Net.Cookie session = await portal.SessionOf(actor);
            await context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = session.Name, Value = session.Value, Url = portal.ClientOptions.BaseAddress.ToString() }]);
        }

        context.SetDefaultTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync(), actor, scripts, sights ?? new Sights());
    }

    /// <summary>Opens a page that must answer 200 and looks at it.</summary>
    public async Task Go(string path)
    {
        IResponse? answer = await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await Settle();
        Assert.True(answer?.Status == 200, $"{path} answered {answer?.Status}");
        await Look();
    }

    /// <summary>Opens a page in a window as narrow as a phone, whatever it was before, and measures it again.</summary>
    public async Task GoNarrow(string path)
    {
        await Page.SetViewportSizeAsync(320, 900);
        await Go(path);
        await Measure(path);
        await TakePicture(path);
    }

    /// <summary>Presses the button or link with these words and looks at the page that follows.</summary>
    public Task Press(string words) => Click(Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words, Exact = true }).First);

    public Task Follow(string words) => Click(Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = words }).First);

    /// <summary>Clicks, waits for the page that follows, looks at it; when that fails, says what the page showed instead.</summary>
    public async Task Click(ILocator target)
    {
        try
        {
            await target.ClickAsync();
            await Settle();
        }
        catch (TimeoutException late)
        {
            throw new InvalidOperationException($"{Page.Url} shows: {await Page.Locator("main").InnerTextAsync()}", late);
        }

        await Look();
    }

    public Task Fill(string label, string value) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.FillAsync(value);

    /// <summary>Types into the field of this name (<c>Form.Title</c>, written without the prefix).</summary>
    public async Task Type(string field, string value)
    {
        ILocator box = Page.Locator($"[name='Form.{field}']").First;
        Assert.True(await box.CountAsync() > 0, $"{Page.Url} has no field {field}; it shows: {await Page.Locator("main").InnerTextAsync()}");
        await box.FillAsync(value);
    }

    /// <summary>Ticks the radio or box of this name and value.</summary>
    public Task Tick(string field, string value = "true") => Page.Locator($"input[name='Form.{field}'][value='{value}']").First.CheckAsync();

    /// <summary>Chooses from a list; where the list has become a box to type into, types the words and takes the one offered.</summary>
    public async Task Pick(string field, string value)
    {
        ILocator list = Page.Locator($"select[name='Form.{field}']").First;
        if (await list.IsVisibleAsync())
        {
            await list.SelectOptionAsync(value);
            return;
        }

        string words = (await list.Locator($"option[value='{value}']").TextContentAsync() ?? "").Trim();
        await Page.Locator("#" + (await list.GetAttributeAsync("id"))!.Replace("-select", "", StringComparison.Ordinal)).FillAsync(words);
        await Page.GetByRole(AriaRole.Option, new PageGetByRoleOptions { Name = words }).First.ClickAsync();
    }

    /// <summary>Fills the boxes of a date and, where given, its time in London.</summary>
    public async Task Date(string field, DateOnly day, string? time = null)
    {
        await Type($"{field}.Day", day.Day.ToString(CultureInfo.InvariantCulture));
        await Type($"{field}.Month", day.Month.ToString(CultureInfo.InvariantCulture));
        await Type($"{field}.Year", day.Year.ToString(CultureInfo.InvariantCulture));
        if (time is not null)
        {
            await Type($"{field}.Time", time);
        }
    }

    /// <summary>Opens the details of these words, unless they are open.</summary>
    public async Task Unfold(string words)
    {
        ILocator details = Page.Locator("details", new PageLocatorOptions { HasText = words }).First;
        if (await details.GetAttributeAsync("open") is null)
        {
            await details.Locator("summary").ClickAsync();
        }
    }

    /// <summary>Where these links lead, each once.</summary>
    public async Task<string[]> Addresses(string links) => [.. (await Task.WhenAll((await Page.Locator(links).AllAsync()).Select(a => a.GetAttributeAsync("href")))).OfType<string>().Distinct()];

    /// <summary>Hands a file to the field of this name.</summary>
    public Task Hand(string field, string name, string text, string kind = "application/pdf") =>
        Page.Locator($"input[name='{field}']").First.SetInputFilesAsync(new FilePayload { Name = name, MimeType = kind, Buffer = Encoding.UTF8.GetBytes(text) });

    public Task Choose(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.CheckAsync();

    /// <summary>The page says these words somewhere.</summary>
    public async Task Reads(string words) => Assert.Contains(words, await Page.Locator("body").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);

    // The driver at times misses the load event of a page that is there; whatever follows waits for what it needs.
    private async Task Settle()
    {
        try
        {
            await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, new PageWaitForLoadStateOptions { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            await Page.Locator("main").First.WaitForAsync();
        }
    }

    /// <summary>What a download answers: its bytes, which must be of this type.</summary>
    public async Task<byte[]> Fetch(string path, string type)
    {
        IAPIResponse answer = await context.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{path} answered {answer.Status}");
        Assert.StartsWith(type, answer.Headers["content-type"], StringComparison.Ordinal);
        return await answer.BodyAsync();
    }

    /// <summary>Follows every link into the portal that was on a page looked at, each kind once: none may lead nowhere.</summary>
    public async Task TryLinks()
    {
        foreach (string link in links.Where(l => sights.IsNew(roles, l, "link")))
        {
            IAPIResponse answer = await context.APIRequest.GetAsync(link);
            if (!answer.Ok)
            {
                Faults.Add($"the link {link} answers {answer.Status} to {roles}");
            }
        }

        links.Clear();
    }

    /// <summary>Runs axe, measures sideways scrolling and notes the links, once for each kind of page.</summary>
    public async Task Look()
    {
        string path = new Uri(Page.Url).AbsolutePath;
        // axe and the ruler are scripts themselves; without scripts a visitor only proves that the way through works.
        if (!Scripts || !sights.IsNew(roles, path, (await Page.TitleAsync()).StartsWith("Error", StringComparison.Ordinal) ? "refused" : ""))
        {
            return;
        }

        AxeResult found = await Page.RunAxe();
        Faults.AddRange(found.Violations.Select(v => $"{path}: {v.Id} {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        await Measure(path);
        links.UnionWith(await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)"));
        await TakePicture(path);
    }

    private async Task Measure(string path)
    {
        int over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0)
        {
            Faults.Add($"{path}: scrolls sideways by {over} px");
        }
    }

    // For people who want to see every page as it was: set PORTAL_E2E_PICTURES to a folder.
    private async Task TakePicture(string path)
    {
        if (Album is not null)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{Page.ViewportSize!.Width}-{Interlocked.Increment(ref pictures):000}{path.Replace('/', '_')}.png");
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Album, name), FullPage = true });
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
