using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Accounts;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>Nobody becomes a member of anything without saying yes, and nobody else's administrator touches an account.</summary>
public sealed class InvitationTests
{
    private const string Prices = "/frameworks/register";

    [Fact]
    public async Task A_stranger_who_registers_a_company_with_a_buyers_address_changes_nothing_and_learns_nothing()
    {
        await using PortalApp app = new();
        Actor finance = await app.Someone(await app.Organisation(), Role.Finance);
        string email = await app.EmailOf(finance);
        HttpClient theirs = await app.SignedInAs(finance);

        (HttpClient one, HttpClient other) = (app.Public(), app.Public());
        using HttpResponseMessage known = await Register(one, "01234567", email);
        using HttpResponseMessage unknown = await Register(other, "07654321", "nobody@example.org");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (known.StatusCode, unknown.StatusCode));
        Assert.Equal(unknown.Headers.Location, known.Headers.Location);
        string knownWords = PostForms.Words(await one.Page("/accounts/register/sent")).Replace(email, "", StringComparison.Ordinal);
        Assert.Equal(PostForms.Words(await other.Page("/accounts/register/sent")).Replace("nobody@example.org", "", StringComparison.Ordinal), knownWords);
        Assert.Single(await Places(app, finance));
        Assert.False(await app.WithDb(db => db.Organisations.AnyAsync(o => o.Code == "P-01234567")));
        Assert.Contains("Nothing was registered", Letters.To(app, email)[0], StringComparison.Ordinal);
        Assert.Contains("Register", await theirs.Page(Prices), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_person_who_is_signed_in_registers_a_second_provider_and_bars_nobody_before_it_is_verified()
    {
        await using PortalApp app = new();
        Actor finance = await app.Someone(await app.Organisation(), Role.Finance);
        HttpClient theirs = await app.SignedInAs(finance);

        using HttpResponseMessage registered = await Register(theirs, "01234567", await app.EmailOf(finance));
        Assert.Equal(HttpStatusCode.Redirect, registered.StatusCode);
        Assert.Equal(2, (await Places(app, finance)).Count);
        await theirs.Page(Prices);

        HttpClient verifier = await app.SignedInAs(Role.Commissioner);
        await verifier.PostForm("/organisations/P-01234567/verify", ("Form.Verified", "true"), ("Form.Evidence", "Rang the director"));
        using HttpResponseMessage barred = await theirs.GetAsync(new Uri(Prices, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, barred.StatusCode);

        OrganisationId provider = await app.WithDb(db => db.Organisations.Where(o => o.Code == "P-01234567").Select(o => o.Id).SingleAsync());
        using HttpResponseMessage only = await theirs.PostForm("/accounts", "/accounts/organisation/leave", [("organisation", provider.Value.ToString())]);
        Assert.Equal(HttpStatusCode.Conflict, only.StatusCode);
    }

    [Fact]
    public async Task A_rivals_invitation_bars_nobody_shows_no_name_and_reaches_no_second_factor_until_it_is_accepted()
    {
        await using PortalApp app = new();
        Actor asha = await app.Someone(await app.Organisation(), Role.Finance);
        Actor rival = await app.Someone(await app.Organisation("P-101", OrganisationKind.Provider), Role.ProviderBidder, Role.Administrator);
        HttpClient theirs = await app.SignedInAs(asha);
        HttpClient rivals = await app.SignedInAs(rival);

        using HttpResponseMessage invited = await rivals.PostForm("/organisations/people/invite", ("Form.Name", "Mine now"), ("Form.Email", await app.EmailOf(asha)), ("Form.Roles", "ProviderBidder"));
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        string people = await rivals.Page("/organisations/people");
        Assert.Contains("Mine now", people, StringComparison.Ordinal);
        Assert.DoesNotContain($">{asha.Name}<", people, StringComparison.Ordinal);
        Assert.DoesNotContain(asha.Person.Value.ToString(), people, StringComparison.OrdinalIgnoreCase);
        await theirs.Page(Prices);
        foreach (string door in (string[])["", "/invitation", "/second-factor"])
        {
            using HttpResponseMessage refused = await rivals.PostForm("/organisations/people", $"/organisations/people/{asha.Person.Value}{door}", [("Form.Roles", "ProviderBidder")]);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.True(await HasSecondFactor(app, asha));

        InvitationId id = await app.WithDb(db => db.Invitations.Select(i => i.Id).SingleAsync());
        using HttpResponseMessage notTheirs = await rivals.PostForm("/accounts", $"/accounts/invitations/{id.Value}/accept", []);
        Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);
        Assert.Contains("no fees and prices of providers are shown", await theirs.Page("/accounts"), StringComparison.Ordinal);
        await theirs.PostForm("/accounts", $"/accounts/invitations/{id.Value}/decline", []);
        Assert.Single(await Places(app, asha));
        Assert.False(await app.WithDb(db => db.Invitations.AnyAsync()));
        Assert.Contains("person.invitationDeclined", await app.WithDb(db => db.LogEntries.Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task Who_accepts_may_leave_again_and_only_the_first_organisations_administrator_takes_off_the_second_factor()
    {
        await using PortalApp app = new();
        OrganisationId home = await app.Organisation();
        Actor asha = await app.Someone(home, Role.Finance);
        OrganisationId provider = await app.Organisation("P-101", OrganisationKind.Provider);
        HttpClient theirs = await app.SignedInAs(asha);
        HttpClient rivals = await app.SignedInAs(await app.Someone(provider, Role.ProviderBidder, Role.Administrator));
        HttpClient own = await app.SignedInAs(await app.Someone(home, Role.Administrator));
        await rivals.PostForm("/organisations/people/invite", ("Form.Name", "Asha"), ("Form.Email", await app.EmailOf(asha)), ("Form.Roles", "ProviderBidder"));
        InvitationId id = await app.WithDb(db => db.Invitations.Select(i => i.Id).SingleAsync());
        string secondFactor = $"/organisations/people/{asha.Person.Value}/second-factor";

        await theirs.PostForm("/accounts", $"/accounts/invitations/{id.Value}/accept", []);
        Assert.Equal(2, (await Places(app, asha)).Count);
        using (HttpResponseMessage barred = await theirs.GetAsync(new Uri(Prices, UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.Forbidden, barred.StatusCode);
        }

        using HttpResponseMessage refused = await rivals.PostForm("/organisations/people", secondFactor, []);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("belonged to it first", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await HasSecondFactor(app, asha));

        using HttpResponseMessage left = await theirs.PostForm("/accounts", "/accounts/organisation/leave", [("organisation", provider.Value.ToString())]);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.Equal(home, Assert.Single(await Places(app, asha)));
        await theirs.Page(Prices);

        using HttpResponseMessage taken = await own.PostForm("/organisations/people", secondFactor, []);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        Assert.False(await HasSecondFactor(app, asha));
    }

    [Fact]
    public async Task An_administrator_withdraws_an_invitation_and_another_organisations_cannot()
    {
        await using PortalApp app = new();
        Actor asked = await app.Someone(await app.Organisation(), Role.Legal);
        HttpClient inviting = await app.SignedInAs(await app.Someone(await app.Organisation("E10000031", OrganisationKind.Authority), Role.Administrator));
        HttpClient other = await app.SignedInAs(await app.Someone(await app.Organisation("E10000035", OrganisationKind.Authority), Role.Administrator));
        await inviting.PostForm("/organisations/people/invite", ("Form.Name", "Lee Gal"), ("Form.Email", await app.EmailOf(asked)), ("Form.Roles", "Legal"));
        InvitationId id = await app.WithDb(db => db.Invitations.Select(i => i.Id).SingleAsync());
        string withdraw = $"/organisations/people/invitations/{id.Value}/withdraw";

        Assert.Contains("Accept or decline", await (await app.SignedInAs(asked)).Page("/today"), StringComparison.Ordinal);
        using HttpResponseMessage foreign = await other.PostForm("/organisations/people", withdraw, []);
        using HttpResponseMessage done = await inviting.PostForm("/organisations/people", withdraw, []);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (foreign.StatusCode, done.StatusCode));
        Assert.False(await app.WithDb(db => db.Invitations.AnyAsync()));
    }

    private static Task<HttpResponseMessage> Register(HttpClient browser, string number, string email) => browser.PostForm(
        "/accounts/register", ("Form.Organisation", "Made Up Homes Limited"), ("Form.CompanyNumber", number), ("Form.Street", "1 Invented Lane"), ("Form.Town", "Exampleford"), ("Form.Postcode", "ZZ1 1AA"), ("Form.Name", "Some Body"), ("Form.Email", email));

    private static Task<List<OrganisationId>> Places(PortalApp app, Actor actor) => app.WithDb(db => db.Set<Membership>().Where(m => m.Person == actor.Person).Select(m => m.Organisation).ToListAsync());

    private static Task<bool> HasSecondFactor(PortalApp app, Actor actor) => app.WithDb(db => db.Users.Where(a => a.Person == actor.Person).Select(a => a.TwoFactorEnabled).SingleAsync());
}
