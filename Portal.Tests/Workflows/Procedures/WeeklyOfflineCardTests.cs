using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Audit.Signing;
using Portal.Domain.Gate.Offline;
using Portal.Domain.Gate.Standing;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;
using Portal.Workflows.Engine;

namespace Portal.Tests.Workflows.Procedures;

/// <summary>The card for when the portal cannot be reached is issued, signed, kept and told each week by itself.</summary>
public sealed class WeeklyOfflineCardTests : IAsyncLifetime
{
    private const string Procedure = "WeeklyOfflineCard";
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task Every_Monday_a_card_is_issued_signed_kept_and_told()
    {
        PortalApp app = market.App;
        HttpClient officer = await app.SignedInAs(Role.PlacementOfficer, market.Warwickshire);
        Assert.Contains("has no card yet", await officer.Page("/gate/card"));
        app.Clock.MoveTo(new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.Zero));

        Assert.Equal(1, await app.Do((IssueMissingCards issue) => issue.Execute(default)));
        Assert.Equal(0, await app.Do((IssueMissingCards issue) => issue.Execute(default)));
        await app.Pump();
        string subject = $"offlineCard/{market.Warwickshire.Value}";
        Assert.Equal(["week"], await app.WaitsAt(Procedure, subject));
        foreach ((DateOnly monday, int kept) in new[] { (new DateOnly(2026, 11, 30), 2), (new DateOnly(2026, 12, 7), 3), (new DateOnly(2026, 12, 14), 4) })
        {
            await app.PumpAt(new DateTimeOffset(monday, new TimeOnly(5, 59, 59), TimeSpan.Zero));
            Assert.Equal(kept - 1, await Kept());
            await app.PumpAt(new DateTimeOffset(monday, new TimeOnly(6, 0, 1), TimeSpan.Zero));
            Assert.Equal(kept, await Kept());
            Assert.Equal(kept, await app.MessagesTo(market.Warwickshire, Role.PlacementOfficer, "Print this week’s offline card"));
            Assert.Equal(1, await app.WithDb(db => db.Messages.CountAsync(m => m.Link == IssueOfflineCard.Page && m.ReadAt == null)));
        }

        string page = PostForms.Words(await officer.Page("/gate/card"));
        Assert.Contains("Issued Monday 14 December 2026, good until the end of Sunday 20 December 2026", page);
        Assert.Contains("26 Nov 2026, 10am (London time)", page);
        OfflineCard first = await app.WithDb(db => db.OfflineCards.OrderBy(c => c.IssuedAt).FirstAsync());
        Assert.Contains("This is an earlier card", await officer.Page($"/gate/card/{first.Id.Value}"));
        Assert.True(await app.With(services => Task.FromResult(Ed25519.Verify(services.GetRequiredService<LogSigner>().Key.PublicKey, Encoding.UTF8.GetBytes(first.Text), Convert.FromBase64String(first.Signature)))));
        await app.NothingFailed();
    }

    [Fact]
    public async Task A_card_issued_in_between_is_the_one_that_the_week_goes_on_from()
    {
        PortalApp app = market.App;
        HttpClient officer = await app.SignedInAs(Role.PlacementOfficer, market.Warwickshire);
        await app.Do((IssueMissingCards issue) => issue.Execute(default));
        await app.Pump();
        Actor director = await app.Someone(market.Warwickshire, Role.Director);
        string email = await app.WithDb(db => db.People.Where(p => p.Id == director.Person).Select(p => p.Email).SingleAsync());
        app.Clock.Move(TimeSpan.FromHours(3));
        await app.Do((PutOnDuty put) => put.Execute(director, Role.Director, email, "01926 555 0100", app.Clock.GetUtcNow(), app.Clock.GetUtcNow().AddDays(2), default));
        Assert.Contains("Somebody is on duty whom this card does not name", await officer.Page("/gate/card"));

        Assert.Equal(HttpStatusCode.Redirect, (await officer.PostForm("/gate/card")).StatusCode);
        await app.Pump();

        string page = await officer.Page("/gate/card");
        Assert.DoesNotContain("whom this card does not name", page);
        Assert.Contains("01926 555 0100", page);
        Assert.Equal(1, await app.WithDb(db => db.WorkflowInstances.CountAsync(i => i.Definition == Procedure && i.State == InstanceState.Running)));
        Assert.Equal(2, await Kept());
    }

    [Fact]
    public async Task Cards_are_the_authoritys_own_and_an_authority_without_officers_gets_none()
    {
        PortalApp app = market.App;
        OrganisationId other = await app.Organisation("E08000025", OrganisationKind.Authority, market.Cooperative);
        Actor officer = await app.Someone(market.Warwickshire, Role.PlacementOfficer);
        await app.Do((IssueMissingCards issue) => issue.Execute(default));
        OfflineCard card = await app.WithDb(db => db.OfflineCards.SingleAsync());
        HttpClient stranger = await app.SignedInAs(Role.PlacementOfficer, other);
        HttpClient head = await app.SignedInAs(Role.HeadOfService, market.Warwickshire);

        Assert.Equal(market.Warwickshire, card.Authority);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri($"/gate/card/{card.Id.Value}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(new Uri("/gate/card", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        await Assert.ThrowsAsync<NotFound>(() => app.Do((IssueOfflineCard issue) => issue.Execute(officer, other, default)));
    }

    private Task<int> Kept() => market.App.WithDb(db => db.OfflineCards.CountAsync());
}
