using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Tenders;
using Portal.Workflows.Engine;

namespace Portal.Tests.Notices;

/// <summary>The public search of notices, its feed, and saved searches with their alerts.</summary>
public sealed class FindNoticesTests : IAsyncLifetime
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private readonly PortalApp app = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => new(TwoTenders());

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("", "schools homes")]
    [InlineData("?q=SCHOOLS", "schools")]
    [InlineData("?q=places+autistic", "schools")]
    [InlineData("?q=places+nowhere", "")]
    [InlineData("?q=100%25", "")]
    [InlineData("?cpv=80340000", "schools")]
    [InlineData("?cpv=853", "homes")]
    [InlineData("?region=E12000005", "homes")]
    [InlineData("?lot=day", "schools")]
    [InlineData("?status=open", "homes")]
    [InlineData("?status=cancelled", "schools")]
    [InlineData("?status=planned", "")]
    [InlineData("?kind=procurement-termination", "schools")]
    [InlineData("?min=20000000", "homes")]
    [InlineData("?max=%C2%A39,000,000", "schools")]
    [InlineData("?from=2026-11-24", "schools")]
    [InlineData("?to=2026-11-23", "homes")]
    [InlineData("?from=yesterday&status=strange&min=much", "schools homes")]
    public async Task A_search_finds_what_fits_and_nothing_else(string asked, string expected)
    {
        using HttpClient browser = app.Public();

        string page = await browser.Page("/notices" + asked);
        XElement feed = XElement.Parse(await browser.GetStringAsync(new Uri("/notices.atom" + asked, UriKind.Relative), Cancel));

        string[] found = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(found.Contains("schools"), page.Contains("/tenders/WM-2026-0002/notices/", StringComparison.Ordinal));
        Assert.Equal(found.Contains("homes"), page.Contains("/tenders/WM-2026-0001/notices/", StringComparison.Ordinal));
        Assert.Equal(found.Order(), feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value.Contains("0002", StringComparison.Ordinal) ? "schools" : "homes").Distinct().Order());
    }

    [Fact]
    public async Task The_feed_is_whole_and_its_entries_lead_to_the_notices()
    {
        using HttpClient browser = app.Public();

        XElement feed = XElement.Parse(await browser.GetStringAsync(new Uri("/notices.atom?q=homes", UriKind.Relative), Cancel));

        Assert.Equal("http://localhost/notices.atom?q=homes", feed.Element(Atom + "id")!.Value);
        XElement entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal("UK4 Tender notice: Residential homes for children", entry.Element(Atom + "title")!.Value);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(entry.Element(Atom + "link")!.Attribute("href")!.Value, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_saved_search_tells_its_person_of_each_new_notice_once_and_ends_when_deleted()
    {
        using HttpClient bidder = await app.SignedInAs(Role.ProviderBidder);
        using HttpClient other = await app.SignedInAs(Role.Evaluator);
        Assert.Equal(HttpStatusCode.Redirect, (await bidder.PostForm("/notices/searches/new?q=homes&cpv=853", ("Form.Name", "Homes"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await bidder.PostForm("/notices/searches/new?status=open", ("Form.Name", "All that is open"))).StatusCode);
        await app.WithDb(db => db.Messages.ExecuteDeleteAsync(Cancel));

        await Publish("WM-2026-0003");

        Message told = Assert.Single(await app.WithDb(db => db.Messages.AsNoTracking().Where(m => m.Person != null).ToListAsync(Cancel)));
        Assert.Equal(("UK4 Tender notice: Residential homes for children", "/tenders/WM-2026-0003/notices/wm-2026-0003-001"), (told.Subject, told.Link));
        Assert.NotNull(told.MailDueAt);
        string page = await bidder.Page("/notices/searches");
        Assert.Contains("/notices?q=homes&amp;cpv=853", page, StringComparison.Ordinal);
        Assert.DoesNotContain("All that is open", await other.Page("/notices/searches"), StringComparison.Ordinal);

        string[] deletes = [.. page.Split('"').Where(part => part.EndsWith("/delete", StringComparison.Ordinal))];
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostForm("/notices/searches", deletes[0], [])).StatusCode);
        foreach (string delete in deletes)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await bidder.PostForm("/notices/searches", delete, [])).StatusCode);
        }

        await Publish("WM-2026-0004");
        Assert.Equal(1, await app.WithDb(db => db.Messages.CountAsync(m => m.Person != null, Cancel)));
    }

    [Theory]
    [InlineData("/notices/searches/new?q=homes", "", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/notices/searches/new", "Everything", HttpStatusCode.Conflict)]
    public async Task A_search_without_a_name_or_without_a_question_is_not_saved(string address, string name, HttpStatusCode status)
    {
        using HttpClient bidder = await app.SignedInAs(Role.ProviderBidder);

        Assert.Equal(status, (await bidder.PostForm(address, ("Form.Name", name))).StatusCode);
        Assert.Equal(0, await app.WithDb(db => db.SavedSearches.CountAsync(Cancel)));
    }

    private async Task TwoTenders()
    {
        OrganisationId buyer = await app.Organisation();
        await app.WithDb(async db =>
        {
            Tender homes = ATender.Ready(ATender.Commissioner(buyer));
            homes.ChangeLot("1", "regions", lot => lot.Describe(ATender.ALot with { Regions = ["E12000005"] }));
            homes.Publish(ATender.Now);
            db.Add(homes);
            await db.Save(Actor.Portal, Cancel);
        });
        await Relay();
        app.Clock.Move(TimeSpan.FromDays(1));
        await app.WithDb(async db =>
        {
            Tender schools = ATender.Ready(ATender.Commissioner(buyer), "WM-2026-0002");
            schools.Describe(ATender.Basics with { Title = "Special schools", Description = "Places in independent special schools for autistic pupils whose plans name one.", Cpv = "80340000", AdditionalCpv = [], NetValue = new Money(8_000_000m), GrossValue = new Money(8_000_000m) });
            schools.ChangeLot("1", "title", lot => lot.Describe(ATender.ALot with { Title = "Day places" }));
            schools.Publish(app.Clock.GetUtcNow());
            schools.Cancel("The need has changed.", app.Clock.GetUtcNow());
            db.Add(schools);
            await db.Save(Actor.Portal, Cancel);
        });
        await Relay();
    }

    private async Task Publish(string reference)
    {
        OrganisationId buyer = await app.Organisation();
        await app.WithDb(async db =>
        {
            db.Add(ATender.Published(ATender.Commissioner(buyer), reference));
            await db.Save(Actor.Portal, Cancel);
        });
        await Relay();
    }

    private Task Relay() => app.Services.GetRequiredService<WorkflowPump>().RunUntilQuiet(Cancel);
}
