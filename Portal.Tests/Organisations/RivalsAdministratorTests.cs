using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Bids;
using Portal.Tests.Furniture;
using Portal.Workflows.Engine;
using Portal.Workflows.Operators;
using Portal.Workflows.Outbox;

namespace Portal.Tests.Organisations;

/// <summary>The administrator of a verified provider, as every registered provider's first user is one: no door of the buying side or of the portal's operators opens.</summary>
public sealed class RivalsAdministratorTests
{
    private static readonly string[] Closed =
    [
        "/workflows", "/workflows/failures", "/status", "/gate/decisions", "/gate/approvals", "/gate/duties", "/gate/scrutiny", "/gate/stand-ins", "/gate/duty-rota",
        "/call-offs/contract-details", "/direct-awards", "/frameworks/quality", "/organisations/verifications", "/organisations/P-100/verify", "/fees", "/insight", "/frameworks/register",
        "/log/tile/entries/000",
    ];

    [Fact]
    public async Task No_door_of_buyers_or_operators_opens_to_a_providers_administrator()
    {
        await using PortalApp app = new();
        OrganisationId provider = await app.Organisation("P-101", OrganisationKind.Provider);
        await app.Organisation("P-100", OrganisationKind.Provider);
        HttpClient rival = await app.SignedInAs(await app.Someone(provider, Role.ProviderBidder, Role.Administrator));

        foreach (string door in Closed)
        {
            using HttpResponseMessage answer = await rival.GetAsync(new Uri(door, UriKind.Relative));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{door}: {(int)answer.StatusCode}");
        }

        Assert.Contains("People and roles", await rival.Page("/organisations/people"), StringComparison.Ordinal);
        Assert.DoesNotContain("/status", await rival.Page("/organisations/people"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_cooperative_operates_the_portal_another_ones_administrator_does_not()
    {
        await using PortalApp app = new() { Settings = { ["Portal:Operator"] = "west-midlands" } };
        HttpClient operating = await app.SignedInAs(Role.Administrator);
        HttpClient other = await app.SignedInAs(await app.Someone(await app.Organisation("south-west"), Role.Administrator));

        Assert.Contains("Procedures that run", await operating.Page("/workflows"), StringComparison.Ordinal);
        using HttpResponseMessage refused = await other.GetAsync(new Uri("/workflows", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_rival_can_neither_stop_nor_retry_nor_drop_by_the_door_or_past_it()
    {
        await using BidScene scene = await Running();
        Actor rival = await scene.App.Someone(await scene.App.Organisation("P-666", OrganisationKind.Provider), Role.ProviderBidder, Role.Administrator);
        HttpClient browser = await scene.App.SignedInAs(rival);
        Guid id = await Instance(scene);

        using HttpResponseMessage door = await browser.PostForm("/today", $"/workflows/{id}/cancel", [("Reason", "Because I can")]);

        Assert.Equal(HttpStatusCode.Forbidden, door.StatusCode);
        await Assert.ThrowsAsync<NotAllowed>(() => scene.App.Do((CancelWorkflow stop) => stop.Execute(rival, id, "Past the door")));
        await Assert.ThrowsAsync<NotAllowed>(() => scene.App.Do((RetryBookmark retry) => retry.Execute(rival, id, "Past the door")));
        await Assert.ThrowsAsync<NotAllowed>(() => scene.App.Do((SettleMessage settle) => settle.Execute(rival, id, drop: true, "Past the door")));
        Assert.Equal(InstanceState.Running, await scene.App.WithDb(db => db.WorkflowInstances.Where(i => i.Id == id).Select(i => i.State).SingleAsync()));
    }

    [Fact]
    public async Task A_stop_by_an_operator_is_told_to_the_commissioner_and_shown_on_the_tenders_page()
    {
        await using BidScene scene = await Running();
        HttpClient operating = await scene.App.SignedInAs(Role.Administrator);
        HttpClient commissioner = await scene.App.SignedInAs(scene.Commissioner);
        Guid id = await Instance(scene);

        using HttpResponseMessage stopped = await operating.PostForm($"/workflows/{id}", $"/workflows/{id}/cancel", [("Reason", "Run by hand from now on.")]);

        Assert.Equal(HttpStatusCode.Redirect, stopped.StatusCode);
        Assert.Contains($"The procedure of {BidScene.Ref} was stopped", await commissioner.Page("/inbox"), StringComparison.Ordinal);
        Assert.Contains("was stopped by hand on", PostForms.Words(await scene.App.Public().Page($"/tenders/{BidScene.Ref}/procedure")), StringComparison.Ordinal);
    }

    private static async Task<BidScene> Running()
    {
        BidScene scene = await BidScene.Make();
        await scene.App.Services.GetRequiredService<WorkflowPump>().RunUntilQuiet(BidScene.Token);
        return scene;
    }

    private static Task<Guid> Instance(BidScene scene) => scene.App.WithDb(db => db.WorkflowInstances.Where(i => i.Definition == "OpenFrameworkTender").Select(i => i.Id).SingleAsync());
}
