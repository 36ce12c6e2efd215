using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Api;

public sealed partial class ClientsTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_registers_a_system_and_sees_its_secret_once()
    {
        OrganisationId council = await app.Organisation("E10000031", OrganisationKind.Authority);
        using HttpClient administrator = await app.SignedInAs(Role.Administrator, council);

        HttpResponseMessage made = await administrator.PostForm("/clients", ("Form.Name", "our-casework"), ("Form.Scopes", "gate"));

        string secret = Secret().Match(await made.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask("our-casework", secret)).StatusCode);
        Assert.DoesNotContain(secret, await administrator.GetStringAsync("/clients", Cancel), StringComparison.Ordinal);
        Assert.True(await app.WithDb(db => db.Set<Domain.Audit.LogEntry>().AnyAsync(e => e.Action == "client.registered" && e.Subject == "client/our-casework", Cancel)));
    }

    [Fact]
    public async Task A_new_secret_ends_the_old_one_and_switching_off_ends_both()
    {
        OrganisationId council = await app.Organisation("E10000032", OrganisationKind.Authority);
        Actor boss = await app.Someone(council, Role.Administrator);
        string old = await app.Do((CreateClient create) => create.Execute(boss, "second-casework", "E10000032", [ApiScope.Gate], Cancel));
        using HttpClient administrator = await app.SignedInAs(boss);

        HttpResponseMessage replaced = await administrator.PostForm("/clients", "/clients/second-casework/secret", []);
        string secret = Secret().Match(await replaced.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask("second-casework", old)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask("second-casework", secret)).StatusCode);

        await administrator.PostForm("/clients", "/clients/second-casework/disable", []);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask("second-casework", secret)).StatusCode);
    }

    [Fact]
    public async Task A_scope_that_the_organisation_cannot_hold_is_refused_and_nothing_is_registered()
    {
        OrganisationId council = await app.Organisation("E10000033", OrganisationKind.Authority);
        using HttpClient administrator = await app.SignedInAs(Role.Administrator, council);

        HttpResponseMessage refused = await administrator.PostForm("/clients", ("Form.Name", "sneaky"), ("Form.Scopes", "bids"));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.False(await app.WithDb(db => db.ApiClients.AnyAsync(c => c.Name == "sneaky", Cancel)));
    }

    [Fact]
    public async Task Another_organisations_system_does_not_exist_for_an_administrator()
    {
        await app.Organisation("E10000034", OrganisationKind.Authority);
        await app.Do((CreateClient create) => create.Execute(Actor.Portal, "their-casework", "E10000034", [ApiScope.Gate], Cancel));
        using HttpClient stranger = await app.SignedInAs(Role.Administrator, await app.Organisation("E10000035", OrganisationKind.Authority));

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostForm("/clients", "/clients/their-casework/disable", [])).StatusCode);
        Assert.DoesNotContain("their-casework", await stranger.GetStringAsync("/clients", Cancel), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Ask(string client, string secret)
    {
        using HttpClient machine = app.Public();
        using FormUrlEncodedContent form = new(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret });
        return await machine.PostAsync("/connect/token", form, Cancel);
    }

    [GeneratedRegex("<code>([0-9a-f]{64})</code>")]
    private static partial Regex Secret();
}
