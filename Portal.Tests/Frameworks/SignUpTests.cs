using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.House;

namespace Portal.Tests.Frameworks;

/// <summary>Why homes have not joined, and the alerts on a framework's value.</summary>
public sealed class SignUpTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task The_region_records_why_a_home_has_not_joined_and_both_pages_show_it()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        string urn = await Shy(doors);
        string page = $"/frameworks/sign-up/{urn}";
        HttpClient commissioner = await doors.As(Role.Commissioner, doors.Lead);

        Assert.Contains("Nobody has recorded it yet", PostForms.Words(await commissioner.Page(page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await commissioner.PostForm(page, ("Form.Why", "SpotPaysMore"), ("Form.Words", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await commissioner.PostForm(page, ("Form.Why", "SpotPaysMore"), ("Form.Words", "Told us by telephone."))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await commissioner.PostForm(page, ("Form.Why", "TooMuchPaperwork"), ("Form.Words", "Wrote on Monday."))).StatusCode);

        Assert.Contains("Too much paperwork: Wrote on Monday.", PostForms.Words(await commissioner.Page(page)), StringComparison.Ordinal);
        Assert.Contains("Too much paperwork", PostForms.Words(await commissioner.Page($"/frameworks/sign-up?q={urn}")), StringComparison.Ordinal);
        Assert.Equal(2, (await doors.Log($"home/{urn}")).Count(a => a == "home.signUpReasonRecorded"));
    }

    [Fact]
    public async Task Another_region_and_providers_do_not_see_it_and_only_commissioners_record()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        string urn = await Shy(doors);
        Uri page = new($"/frameworks/sign-up/{urn}", UriKind.Relative);

        Assert.Equal(HttpStatusCode.NotFound, (await (await doors.As(Role.Commissioner, doors.Stranger)).GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.ProviderBidder, doors.Provider)).GetAsync(page)).StatusCode);
        HttpClient finance = await doors.As(Role.Finance, doors.Lead);
        Assert.DoesNotContain("Record what you learned", await finance.Page(page.ToString()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await finance.PostForm(page.ToString(), ("Form.Why", "Other"), ("Form.Words", "x"))).StatusCode);
    }

    [Fact]
    [Rule("A8-12")]
    public async Task Commissioners_are_told_once_each_when_80_90_and_100_per_cent_are_passed()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        foreach ((string reference, decimal value) in new[] { ("CO-A", 790_000m), ("CO-B", 20_000m), ("CO-C", 10_000m), ("CO-D", 300_000m), ("CO-E", 50_000m) })
        {
            await app.WithDb(async db =>
            {
                Framework framework = await db.LoadFramework(doors.Ref);
                db.CommitValue(framework, ($"{reference}-{doors.Ref}", "1", new Money(value)), FrameworkScene.Today, app.Clock.GetUtcNow());
                await db.Save(Actor.Portal);
            });
        }

        List<Message> told = await app.WithDb(db => db.Messages.AsNoTracking().Where(m => m.Subject.Contains($"of the value of {doors.Ref}")).ToListAsync());
        Assert.Equal(
            ["100 % Commissioner", "100 % RccCommissioner", "80 % Commissioner", "80 % RccCommissioner", "90 % Commissioner", "90 % RccCommissioner"],
            told.Select(m => $"{m.Subject[..m.Subject.IndexOf(" of", StringComparison.Ordinal)]} {m.Role}").Order(StringComparer.Ordinal));
        Assert.All(told, m => Assert.Equal(m.Role == Role.Commissioner ? doors.Lead : doors.Cooperative, m.Organisation));
    }

    private static async Task<string> Shy(FrameworkDoors doors)
    {
        string urn = $"SC4{doors.Urn[3..]}";
        await doors.App.WithDb(async db =>
        {
            db.Add(ProviderHome.Register(urn, doors.Provider, "Shy House", "E08000026", ["residential"], 3, Judgement.Good));
            await db.Save(Actor.Portal);
        });
        return urn;
    }
}
