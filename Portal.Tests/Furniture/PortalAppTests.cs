using System.Net;
using Portal.Domain.Kernel;

namespace Portal.Tests.Furniture;

/// <summary>The portal starts, answers, and knows who asks.</summary>
public sealed class PortalAppTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task The_public_sees_the_start_page()
    {
        string html = await app.Public().Page("/");

        Assert.Contains("<h1", html);
        Assert.Contains("Sign in", PostForms.Words(html));
    }

    [Fact]
    public async Task A_page_for_people_with_an_account_leads_the_public_to_sign_in()
    {
        HttpResponseMessage answer = await app.Public().GetAsync(new Uri("/today", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/accounts/sign-in", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Somebody_signed_in_is_named_with_the_organisation()
    {
        OrganisationId cooperative = await app.Organisation();
        Actor actor = await app.Someone(cooperative, Role.Commissioner);
        HttpClient browser = await app.SignedInAs(actor);

        string words = PostForms.Words(await browser.Page("/today"));

        Assert.Contains(actor.Name, words);
        Assert.Contains(actor.OrganisationName, words);
    }

    [Theory]
    [InlineData("/nowhere", "Page not found")]
    [InlineData("/error/403", "You may not see this page")]
    public async Task A_refusal_is_a_page_in_plain_words(string url, string title)
    {
        HttpResponseMessage answer = await app.Public().GetAsync(new Uri(url, UriKind.Relative));

        Assert.True((int)answer.StatusCode is 404 or 403);
        Assert.Contains(title, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Health_and_metrics_answer_without_an_account()
    {
        Assert.Contains("live", await app.Public().Page("/health/live"));
        Assert.Contains("\"ok\":true", await app.Public().Page("/health/ready"));
        Assert.Contains("# TYPE", await app.Public().Page("/metrics"));
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        HttpResponseMessage answer = await app.Public().GetAsync(new Uri("/", UriKind.Relative));

        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe-inline", policy);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
