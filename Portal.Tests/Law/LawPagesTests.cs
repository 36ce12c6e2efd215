using System.Net;
using Portal.Domain.Law;
using Portal.Tests.Furniture;

namespace Portal.Tests.Law;

/// <summary>Anybody can read the rules that the portal applies.</summary>
public sealed class LawPagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Every_rule_set_has_a_page_that_the_list_leads_to()
    {
        HttpClient browser = app.Public();
        string list = await browser.GetStringAsync("/law", TestContext.Current.CancellationToken);

        foreach (RuleSet rules in RuleSet.Held)
        {
            Assert.Contains($"/law/{rules.Version}", list, StringComparison.Ordinal);
            string page = WebUtility.HtmlDecode(await browser.GetStringAsync($"/law/{rules.Version}", TestContext.Current.CancellationToken));
            Assert.All(LawLine.Of(rules), line => Assert.Contains(line.Rule, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_unknown_version_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Public().GetAsync("/law/light-touch/1999-01-01", TestContext.Current.CancellationToken)).StatusCode);
}
