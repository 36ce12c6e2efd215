using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>No administrator gathers roles alone: a second administrator or a director confirms (care-sector §5).</summary>
public sealed class RoleRequestTests
{
    private const string Requests = "/organisations/people/requests";

    [Fact]
    public async Task Roles_that_an_administrator_gives_himself_wait_until_a_director_confirms()
    {
        await using PortalApp app = new();
        OrganisationId own = await app.Organisation();
        Actor leo = await app.Someone(own, Role.Administrator);
        await app.Someone(own, Role.Administrator);
        HttpClient his = await app.SignedInAs(leo);
        HttpClient director = await app.SignedInAs(await app.Someone(own, Role.Director));

        using HttpResponseMessage asked = await Change(his, leo, "Administrator", "Legal", "Commissioner", "Finance", "Opener", "Moderator", "Director");

        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        Assert.Equal([Role.Administrator], await Roles(app, leo));
        RoleRequestId id = await app.WithDb(db => db.RoleRequests.Select(r => r.Id).SingleAsync());
        using HttpResponseMessage self = await his.PostForm(Requests, $"{Requests}/{id.Value}/confirm", []);
        Assert.Equal(HttpStatusCode.Conflict, self.StatusCode);
        Assert.Equal([Role.Administrator], await Roles(app, leo));

        Assert.Contains("Confirm or refuse new roles", await director.Page("/today"), StringComparison.Ordinal);
        Assert.Contains("Should be in different hands", await director.Page(Requests), StringComparison.Ordinal);
        using HttpResponseMessage confirmed = await director.PostForm(Requests, $"{Requests}/{id.Value}/confirm", []);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
        Assert.Contains(Role.Legal, await Roles(app, leo));
        Assert.Contains("person.rolesConfirmed", await app.WithDb(db => db.LogEntries.Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task Roles_that_must_be_apart_wait_for_a_second_person_and_one_role_for_a_colleague_does_not()
    {
        await using PortalApp app = new();
        OrganisationId own = await app.Organisation();
        HttpClient administrator = await app.SignedInAs(await app.Someone(own, Role.Administrator));
        HttpClient second = await app.SignedInAs(await app.Someone(own, Role.Administrator));
        Actor colleague = await app.Someone(own, Role.Evaluator);

        await Change(administrator, colleague, "Evaluator", "QaLead");
        Assert.Equal([Role.Evaluator, Role.QaLead], await Roles(app, colleague));
        await Change(administrator, colleague, "Evaluator", "Moderator");
        Assert.Equal([Role.Evaluator, Role.QaLead], await Roles(app, colleague));

        RoleRequestId id = await app.WithDb(db => db.RoleRequests.Select(r => r.Id).SingleAsync());
        await second.PostForm(Requests, $"{Requests}/{id.Value}/refuse", []);
        Assert.False(await app.WithDb(db => db.RoleRequests.AnyAsync()));
        Assert.Equal([Role.Evaluator, Role.QaLead], await Roles(app, colleague));

        using HttpResponseMessage invited = await administrator.PostForm("/organisations/people/invite", ("Form.Name", "Two Hats"), ("Form.Email", "two@example.org"), ("Form.Roles", "Finance"), ("Form.Roles", "Director"));
        Assert.Equal(HttpStatusCode.Conflict, invited.StatusCode);
    }

    [Fact]
    public async Task Another_organisations_second_person_sees_and_settles_nothing()
    {
        await using PortalApp app = new();
        OrganisationId own = await app.Organisation();
        Actor leo = await app.Someone(own, Role.Administrator);
        await app.Someone(own, Role.Administrator);
        HttpClient stranger = await app.SignedInAs(await app.Someone(await app.Organisation("E10000031", OrganisationKind.Authority), Role.Director));
        HttpClient evaluator = await app.SignedInAs(await app.Someone(own, Role.Evaluator));
        await Change(await app.SignedInAs(leo), leo, "Administrator", "QaLead");
        RoleRequestId id = await app.WithDb(db => db.RoleRequests.Select(r => r.Id).SingleAsync());

        using HttpResponseMessage foreign = await stranger.PostForm(Requests, $"{Requests}/{id.Value}/confirm", []);
        using HttpResponseMessage forbidden = await evaluator.PostForm("/today", $"{Requests}/{id.Value}/confirm", []);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (foreign.StatusCode, forbidden.StatusCode));
        Assert.Equal([Role.Administrator], await Roles(app, leo));
    }

    private static Task<HttpResponseMessage> Change(HttpClient browser, Actor person, params string[] roles) =>
        browser.PostForm($"/organisations/people/{person.Person.Value}", [.. roles.Select(r => ("Form.Roles", r))]);

    private static async Task<Role[]> Roles(PortalApp app, Actor actor) => [.. await app.WithDb(db => db.Set<Membership>().Where(m => m.Person == actor.Person).Select(m => m.Roles).SingleAsync())];
}
