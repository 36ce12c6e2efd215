using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Workflows.Procedures;
using Portal.Web.Accounts;
using Portal.Workflows.Engine;

namespace Portal.Tests.Accounts;

/// <summary>Who guesses at the doors of accounts: is slowed down, learns nothing, and shuts out nobody else.</summary>
public sealed class GuessingTests
{
    [Fact]
    public async Task A_known_and_an_unknown_address_are_answered_in_the_same_words_also_after_many_attempts()
    {
        await using PortalApp app = new();
        Actor actor = await app.Someone(await app.Organisation(), Role.Finance);
        await app.GivePassword(actor);
        HttpClient browser = app.Public();
        string email = await app.EmailOf(actor);

        for (int attempt = 1; attempt <= 7; attempt++)
        {
            (HttpStatusCode Status, string Words) known = await SignIn(browser, email, "wrong password");
            (HttpStatusCode Status, string Words) unknown = await SignIn(browser, "nobody@example.org", "wrong password");
            Assert.Equal(unknown, known);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(browser, email, Letters.Password)).Status);
        app.Clock.Move(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(browser, email, Letters.Password)).Status);
    }

    [Fact]
    public async Task Five_wrong_passwords_of_somebody_else_do_not_lock_the_account()
    {
        await using PortalApp app = new();
        Actor actor = await app.Someone(await app.Organisation("P-100", OrganisationKind.Provider), Role.ProviderBidder);
        await app.GivePassword(actor);
        string email = await app.EmailOf(actor);
        for (int attempt = 1; attempt <= 10; attempt++)
        {
            await SignIn(app.Public(), email, "wrong password");
        }

        bool locked = await app.With(async services => await services.GetRequiredService<UserManager<Account>>().IsLockedOutAsync(await Of(services, actor)));

        Assert.False(locked);
    }

    [Fact]
    public async Task An_account_that_many_addresses_have_locked_opens_from_the_persons_own_browser_alone()
    {
        await using PortalApp app = new();
        Actor actor = await app.Someone(await app.Organisation(), Role.Finance);
        await app.GivePassword(actor);
        string email = await app.EmailOf(actor);
        HttpClient own = app.Public(out CookieContainer jar);
        await app.With(async services =>
        {
            Microsoft.AspNetCore.Http.DefaultHttpContext context = new();
            services.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext = context;
            Account account = await Of(services, actor);
            services.GetRequiredService<KnownDevice>().Remember(account);
            jar.SetCookies(new Uri("http://localhost/accounts"), context.Response.Headers.SetCookie.ToString());
            await services.GetRequiredService<UserManager<Account>>().SetLockoutEndDateAsync(account, DateTimeOffset.UtcNow.AddYears(10));
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(app.Public(), email, Letters.Password)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(own, email, "wrong password")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await SignIn(own, email, Letters.Password)).Status);
    }

    [Fact]
    public async Task Doors_of_strangers_count_by_address_and_answer_429_on_a_page()
    {
        await using PortalApp app = new() { Settings = { ["Portal:RateLimits"] = "on" } };
        HttpClient browser = app.Public();
        (int Most, string Door, (string, string)[] Fields)[] doors =
        [
            (30, "/accounts/sign-in", [("Form.Email", "a@example.org"), ("Form.Password", "x")]),
            (5, "/accounts/forgotten-password", [("Form.Email", "a@example.org")]),
        ];
        foreach ((int most, string door, (string, string)[] fields) in doors)
        {
            for (int ask = 1; ask <= most; ask++)
            {
                using HttpResponseMessage answered = await browser.PostForm(door, fields);
                Assert.NotEqual(HttpStatusCode.TooManyRequests, answered.StatusCode);
            }

            using HttpResponseMessage refused = await browser.PostForm(door, fields);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
            Assert.True(refused.Headers.Contains("Retry-After"));
            Assert.Contains("Wait a minute", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using HttpResponseMessage registering = await browser.PostForm("/accounts/register", ("Form.Organisation", "Late Limited"));
        Assert.Equal(HttpStatusCode.TooManyRequests, registering.StatusCode);
    }

    [Fact]
    public async Task One_address_gets_three_letters_an_hour_and_a_registration_writes_to_nobody_but_the_address()
    {
        await using PortalApp app = new();
        await app.Organisation();
        Actor actor = await app.Someone(await app.Organisation("south-west"), Role.Finance);
        string email = await app.EmailOf(actor);
        HttpClient browser = app.Public();
        for (int ask = 1; ask <= 6; ask++)
        {
            await browser.PostForm("/accounts/forgotten-password", ("Form.Email", email));
        }

        // Nothing is sent while anybody waits for the answer, and an address without an account leaves the same behind.
        Assert.Empty(Letters.To(app, email));
        await browser.PostForm("/accounts/forgotten-password", ("Form.Email", "nobody-here@example.org"));
        Assert.Equal(4, await app.WithDb(db => db.OutboxMessages.CountAsync(m => m.Channel == "new-password" && m.DueAt != null)));
        await app.Pump();
        Assert.Equal(0, await app.WithDb(db => db.OutboxMessages.CountAsync(m => m.Channel == "new-password" && (m.DueAt != null || m.LastError != null))));

        await browser.PostForm("/accounts/register", ("Form.Organisation", "Win at https://evil.example now"), ("Form.CompanyNumber", "01234567"), ("Form.Street", "1 Invented Lane"), ("Form.Town", "Exampleford"), ("Form.Postcode", "ZZ1 1AA"), ("Form.Name", "Click https://evil.example"), ("Form.Email", "victim@example.org"));

        Assert.Equal(3, Letters.To(app, email).Count);
        string letter = Assert.Single(Letters.To(app, "victim@example.org"));
        Assert.DoesNotContain("evil.example", letter, StringComparison.Ordinal);
        Assert.Contains("01234567", letter, StringComparison.Ordinal);
        Assert.Equal(0, await app.WithDb(db => db.Messages.CountAsync()));

        HttpClient verifier = await app.SignedInAs(Role.Administrator);
        Assert.DoesNotContain("P-01234567", await verifier.Page("/organisations/verifications"), StringComparison.Ordinal);

        Uri link = Letters.LinkIn(letter);
        System.Collections.Specialized.NameValueCollection query = System.Web.HttpUtility.ParseQueryString(link.Query);
        await browser.PostForm(link.PathAndQuery, "/accounts/set-password", [("Form.Account", query["account"]!), ("Form.Token", query["token"]!), ("Form.Password", Letters.Password)]);
        Assert.Equal(2, await app.WithDb(db => db.Messages.CountAsync(m => m.Link == "/organisations/P-01234567/verify")));
        Assert.Contains("P-01234567", await verifier.Page("/organisations/verifications"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Organisation")]
    [InlineData("Form.Name")]
    public async Task A_line_break_in_a_name_is_refused_before_anything_is_saved(string field)
    {
        await using PortalApp app = new();
        Dictionary<string, string> fields = new() { ["Form.Organisation"] = "Plain Limited", ["Form.CompanyNumber"] = "01234567", ["Form.Street"] = "1 Invented Lane", ["Form.Town"] = "Exampleford", ["Form.Postcode"] = "ZZ1 1AA", ["Form.Name"] = "Plain Person", ["Form.Email"] = "plain@example.org" };
        fields[field] += "\r\nBcc: everybody@example.org";

        using HttpResponseMessage refused = await app.Public().PostForm("/accounts/register", [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.False(await app.WithDb(db => db.Organisations.AnyAsync(o => o.Code == "P-01234567")));
        Assert.False(await app.WithDb(db => db.People.AnyAsync()));
    }

    private static async Task<(HttpStatusCode Status, string Words)> SignIn(HttpClient browser, string email, string password)
    {
        using HttpResponseMessage answer = await browser.PostForm("/accounts/sign-in", ("Form.Email", email), ("Form.Password", password));
        return (answer.StatusCode, PostForms.Words(await answer.Content.ReadAsStringAsync()).Replace(email, "", StringComparison.Ordinal));
    }

    private static Task<Account> Of(IServiceProvider services, Actor actor) => services.GetRequiredService<UserManager<Account>>().Users.SingleAsync(a => a.Person == actor.Person);
}
