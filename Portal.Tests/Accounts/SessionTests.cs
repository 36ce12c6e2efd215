using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Accounts;

/// <summary>A session ends where it ends, and a borrowed one cannot make itself at home.</summary>
public sealed partial class SessionTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task After_signing_out_a_copy_of_the_cookie_opens_nothing_and_another_session_goes_on()
    {
        Actor actor = await app.Someone(await app.Organisation(), Role.Finance);
        Cookie cookie = await app.SessionOf(actor);
        HttpClient browser = WithCookie(cookie);
        HttpClient elsewhere = await app.SignedInAs(actor);
        await browser.Page("/accounts");

        using HttpResponseMessage left = await browser.PostForm("/accounts", "/accounts/sign-out", []);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);

        HttpClient thief = WithCookie(cookie);
        foreach (string page in (string[])["/accounts", "/today", "/fees", "/inbox"])
        {
            using HttpResponseMessage refused = await thief.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
            Assert.Contains("/accounts/sign-in", refused.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.Contains(actor.Name, await elsewhere.Page("/accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_renewed_within_a_session_ends_with_it()
    {
        OrganisationId first = await app.Organisation();
        Actor actor = await app.Someone(first, Role.Legal);
        Cookie before = await app.SessionOf(actor);
        HttpClient browser = WithCookie(before);
        await browser.PostForm("/accounts", "/accounts/organisation", [("organisation", first.Value.ToString())]);

        await browser.PostForm("/accounts", "/accounts/sign-out", []);

        using HttpResponseMessage refused = await WithCookie(before).GetAsync(new Uri("/accounts", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
    }

    [Fact]
    public async Task New_recovery_codes_are_shown_for_the_password_only()
    {
        Actor actor = await app.Someone(await app.Organisation(), Role.Finance);
        await app.GivePassword(actor);
        HttpClient browser = await app.SignedInAs(actor);

        using HttpResponseMessage without = await browser.PostForm("/accounts/recovery-codes");
        using HttpResponseMessage wrong = await browser.PostForm("/accounts/recovery-codes", ("Form.Password", "not the password"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict), (without.StatusCode, wrong.StatusCode));
        Assert.DoesNotMatch(Code(), await without.Content.ReadAsStringAsync() + await wrong.Content.ReadAsStringAsync());

        using HttpResponseMessage right = await browser.PostForm("/accounts/recovery-codes", ("Form.Password", Letters.Password));
        Assert.Equal(10, Code().Count(await right.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_passkey_is_begun_for_the_password_only()
    {
        Actor actor = await app.Someone(await app.Organisation(), Role.Finance);
        await app.GivePassword(actor);
        HttpClient browser = await app.SignedInAs(actor);

        using HttpResponseMessage without = await browser.PostForm("/accounts/passkeys", "/accounts/passkeys/options", []);
        using HttpResponseMessage right = await browser.PostForm("/accounts/passkeys", "/accounts/passkeys/options", [("password", Letters.Password)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK), (without.StatusCode, right.StatusCode));
        Assert.DoesNotContain("challenge", await without.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("challenge", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_rows_of_ended_sessions_go_when_another_ends()
    {
        await using PortalApp own = new();
        await own.Do((EndSession end) => end.Execute(Guid.NewGuid()));
        own.Clock.Move(EndedSession.Kept + TimeSpan.FromMinutes(1));
        await own.Do((EndSession end) => end.Execute(Guid.NewGuid()));

        Assert.Equal(1, await own.WithDb(db => db.EndedSessions.CountAsync()));
    }

    private HttpClient WithCookie(Cookie cookie)
    {
        HttpClient browser = app.Public(out CookieContainer jar);
        jar.Add(new Uri("http://localhost/"), new Cookie(cookie.Name, cookie.Value, "/"));
        return browser;
    }

    [GeneratedRegex("<li>[A-Z0-9]{5}-[A-Z0-9]{5}</li>")]
    private static partial Regex Code();
}
