using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>Administrators and what their colleagues may do.</summary>
public sealed class PeopleTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task A_role_taken_away_is_gone_at_the_next_click()
    {
        OrganisationId cooperative = await app.Organisation();
        Actor administrator = await app.Someone(cooperative, Role.Administrator);
        Actor commissioner = await app.Someone(cooperative, Role.Commissioner, Role.Administrator);
        HttpClient theirs = await app.SignedInAs(commissioner);
        Assert.Contains("People and roles", await theirs.Page("/organisations/people"));

        HttpResponseMessage changed = await (await app.SignedInAs(administrator)).PostForm($"/organisations/people/{commissioner.Person.Value}", ("Form.Roles", "Evaluator"));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        using HttpResponseMessage refused = await theirs.GetAsync(new Uri("/organisations/people", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("person.rolesChanged", await app.WithDb(db => db.Set<LogEntry>().Where(e => e.Person == administrator.Person).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        OrganisationId lonely = await app.Organisation("lonely-council", OrganisationKind.Authority);
        Actor only = await app.Someone(lonely, Role.Administrator);
        HttpClient browser = await app.SignedInAs(only);

        HttpResponseMessage refused = await browser.PostForm($"/organisations/people/{only.Person.Value}", ("Form.Roles", "Legal"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("only administrator", await refused.Content.ReadAsStringAsync());
        Assert.Contains("Who may do what", await browser.Page("/organisations/people"));
    }

    [Fact]
    public async Task A_colleague_of_another_organisation_is_no_such_person()
    {
        Actor stranger = await app.Someone(await app.Organisation("other-council", OrganisationKind.Authority), Role.Legal);
        HttpClient administrator = await app.SignedInAs(Role.Administrator);

        using HttpResponseMessage answer = await administrator.GetAsync(new Uri($"/organisations/people/{stranger.Person.Value}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_provider_cannot_be_given_a_buyers_role()
    {
        OrganisationId provider = await app.Organisation("P-200", OrganisationKind.Provider);
        HttpClient administrator = await app.SignedInAs(await app.Someone(provider, Role.Administrator));

        HttpResponseMessage refused = await administrator.PostForm("/organisations/people/invite", ("Form.Name", "Pat Wrong"), ("Form.Email", "pat@example.org"), ("Form.Roles", "Evaluator"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.False(await app.WithDb(db => db.People.AnyAsync(p => p.Email == "pat@example.org")));
    }

    [Fact]
    public async Task Somebody_who_may_not_is_told_on_a_page()
    {
        HttpClient evaluator = await app.SignedInAs(Role.Evaluator);

        using HttpResponseMessage answer = await evaluator.GetAsync(new Uri("/organisations/people", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("You may not see this page", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task One_person_acts_for_one_organisation_at_a_time_and_switches()
    {
        OrganisationId first = await app.Organisation();
        OrganisationId second = await app.Organisation("second-council", OrganisationKind.Authority);
        Actor actor = await app.Someone(first, Role.Legal);
        await app.WithDb(async db =>
        {
            Person person = await db.People.SingleAsync(p => p.Id == actor.Person);
            person.HoldRoles(second, [Role.Administrator]);
            await db.Save(Actor.Portal);
        });
        HttpClient browser = await app.SignedInAs(actor);

        HttpResponseMessage switched = await browser.PostForm("/accounts", "/accounts/organisation", [("organisation", second.Value.ToString())]);

        Assert.Equal(HttpStatusCode.Redirect, switched.StatusCode);
        Assert.Contains("Who may do what for Second council", PostForms.Words(await browser.Page("/organisations/people")));
        HttpResponseMessage foreign = await browser.PostForm("/accounts", "/accounts/organisation", [("organisation", Guid.NewGuid().ToString())]);
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
    }
}
