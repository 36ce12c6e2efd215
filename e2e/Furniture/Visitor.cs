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
    private readonly HashSet<string> looked = [];
    private readonly bool scripts;

    private Visitor(IBrowserContext context, IPage page, bool scripts)
    {
        this.context = context;
        this.scripts = scripts;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>What axe and the ruler found, page by page; empty when all is well.</summary>
    public List<string> Faults { get; } = [];

    public static async Task<Visitor> At(Chrome chrome, PortalApp portal, int width, Actor? actor = null, bool scripts = true)
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

        return new Visitor(context, await context.NewPageAsync(), scripts);
    }

    /// <summary>Opens a page that must answer 200 and looks at it.</summary>
    public async Task Go(string path)
    {
        IResponse? answer = await Page.GotoAsync(path);
        Assert.True(answer?.Status == 200, $"{path} answered {answer?.Status}");
        await Look();
    }

    /// <summary>Presses the button or link with these words and looks at the page that follows.</summary>
    public async Task Press(string words)
    {
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = words, Exact = true }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
        await Look();
    }

    public async Task Follow(string words)
    {
        await Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = words }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
        await Look();
    }

    public Task Fill(string label, string value) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.FillAsync(value);

    public Task Choose(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.CheckAsync();

    /// <summary>The page says these words somewhere.</summary>
    public async Task Reads(string words) => Assert.Contains(words, await Page.Locator("body").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs axe and measures sideways scrolling, once per path.</summary>
    public async Task Look()
    {
        string path = new Uri(Page.Url).AbsolutePath;
        // axe and the ruler are scripts themselves; without scripts a visitor only proves that the way through works.
        if (!scripts || !looked.Add(path))
        {
            return;
        }

        AxeResult found = await Page.RunAxe();
        Faults.AddRange(found.Violations.Select(v => $"{path}: {v.Id} {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"));
        int over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (over > 0)
        {
            Faults.Add($"{path}: scrolls sideways by {over} px");
        }
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
