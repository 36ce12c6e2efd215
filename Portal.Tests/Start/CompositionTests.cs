using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;
using Portal.Web.Furniture;
using Portal.Web.Start;
using Portal.Workflows;

namespace Portal.Tests.Start;

/// <summary>What is registered by shape can also be made.</summary>
public sealed class CompositionTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Every_use_case_can_be_made() => await app.With(services =>
    {
        Type[] useCases = [.. typeof(Money).Assembly.GetTypes().Concat(WorkflowsAssembly.Assembly.GetTypes()).Where(Conventions.IsUseCase)];
        List<string> wrong = [];
        foreach (Type useCase in useCases)
        {
            try
            {
                services.GetRequiredService(useCase);
            }
            catch (InvalidOperationException missing)
            {
                wrong.Add($"{useCase.Name}: {missing.Message}");
            }
        }

        Assert.NotEmpty(useCases);
        Assert.Empty(wrong);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Nobody_is_shown_more_than_six_entries_the_rest_is_one_click_away_and_each_leads_somewhere()
    {
        List<string> wrong = [];
        foreach (Role role in Enum.GetValues<Role>())
        {
            HttpClient browser = await app.SignedInAs(role);
            Actor actor = new(default, "", default, "", new HashSet<Role> { role });
            IReadOnlyList<NavEntry> entries = await app.With(services => Task.FromResult(services.GetRequiredService<Menu>().All(actor)));
            int shown = await app.With(services => Task.FromResult(services.GetRequiredService<Menu>().Shown(actor).Count));
            wrong.AddRange(shown > 6 ? [$"{role} is shown {shown}"] : []);
            string more = await browser.Page(Menu.MorePage);
            wrong.AddRange(entries.Where(e => !more.Contains($"href=\"{e.Href}\"", StringComparison.Ordinal)).Select(e => $"{role}: {e.Href} is not on the page More"));
            foreach (NavEntry entry in entries)
            {
                using HttpResponseMessage answer = await browser.GetAsync(new Uri(entry.Href, UriKind.Relative));
                wrong.AddRange(answer.IsSuccessStatusCode ? [] : [$"{role}: {entry.Href} answers {(int)answer.StatusCode}"]);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_footers_links_lead_somewhere()
    {
        HttpClient browser = app.Public();
        foreach (string link in (string[])["/about", "/receipts/check", "/developers", "/accessibility", "/privacy"])
        {
            Assert.Contains("<h1", await browser.Page(link));
        }
    }
}
