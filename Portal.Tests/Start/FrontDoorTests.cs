using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Accounts;
using Portal.Tests.Furniture;
using Portal.Tests.Workflows.Procedures;
using Portal.Web.Start;

namespace Portal.Tests.Start;

/// <summary>A portal in production: its address, its hosts, its cookies, its folders, and the way in.</summary>
public sealed class FrontDoorTests
{
    private const string Address = "https://tenders.example";

    [Fact]
    public async Task A_letters_link_follows_the_setting_and_never_the_host_of_the_request()
    {
        await using PortalApp app = new() { Settings = { ["Portal:Address"] = Address } };
        Actor actor = await app.Someone(await app.Organisation(), Role.Finance);
        string email = await app.EmailOf(actor);
        HttpClient attacker = app.Public();
        attacker.DefaultRequestHeaders.Host = "evil.example";

        await attacker.PostForm("/accounts/forgotten-password", ("Form.Email", email));
        await app.Pump();

        string letter = Assert.Single(Letters.To(app, email));
        Assert.StartsWith(Address + "/accounts/set-password", Letters.LinkIn(letter).AbsoluteUri, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_answers_for_its_own_hosts_only_and_sends_every_cookie_over_TLS_only()
    {
        await using PortalApp app = Production();
        HttpClient browser = app.Public();
        browser.DefaultRequestHeaders.Host = "tenders.example";
        using HttpResponseMessage page = await browser.GetAsync(new Uri("/accounts/sign-in", UriKind.Relative));
        browser.DefaultRequestHeaders.Host = "evil.example";
        using HttpResponseMessage foreign = await browser.GetAsync(new Uri("/accounts/sign-in", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (page.StatusCode, foreign.StatusCode));
        string[] cookies = [.. page.Headers.GetValues("Set-Cookie")];
        Assert.NotEmpty(cookies);
        Assert.All(cookies, c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_data_folder_the_database_and_the_letters_are_the_owners_alone()
    {
        await using PortalApp app = new();
        Actor actor = await app.Someone(await app.Organisation(), Role.Finance);
        await app.Public().PostForm("/accounts/forgotten-password", ("Form.Email", await app.EmailOf(actor)));
        await app.Pump();

        if (!OperatingSystem.IsWindows())
        {
            UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            string[] closed = [app.Folder, .. ((string[])["portal.db", "mail", "keys"]).Select(name => Path.Combine(app.Folder, name))];
            foreach (string path in closed)
            {
                Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & others);
            }
        }
    }

    [Fact]
    public async Task A_fresh_production_portal_is_entered_through_the_verb()
    {
        await using PortalApp app = Production();
        await app.Organisation("west-midlands");
        string printed = await Say(app, "west-midlands", "leo@example.gov.uk", "Leo", "Branscombe");
        Uri link = Letters.LinkIn(printed);
        Assert.StartsWith(Address, link.AbsoluteUri, StringComparison.Ordinal);
        System.Collections.Specialized.NameValueCollection query = System.Web.HttpUtility.ParseQueryString(link.Query);
        HttpClient browser = app.CreateClient(new() { BaseAddress = new Uri(Address), AllowAutoRedirect = false });

        using HttpResponseMessage set = await browser.PostForm(link.PathAndQuery, "/accounts/set-password", [("Form.Account", query["account"]!), ("Form.Token", query["token"]!), ("Form.Password", Letters.Password)]);
        using HttpResponseMessage signedIn = await browser.PostForm("/accounts/sign-in", ("Form.Email", "leo@example.gov.uk"), ("Form.Password", Letters.Password));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (set.StatusCode, signedIn.StatusCode));
        Person leo = await app.WithDb(db => db.People.SingleAsync(p => p.Email == "leo@example.gov.uk"));
        Assert.Equal(("Leo Branscombe", Role.Administrator), (leo.Name, leo.Memberships.Single().Roles.Single()));
    }

    [Fact]
    public async Task The_first_administrator_in_production_enrols_a_second_factor_reads_what_is_missing_and_invites_colleagues()
    {
        await using PortalApp app = Production();
        await app.Organisation("west-midlands");
        System.Collections.Specialized.NameValueCollection query = System.Web.HttpUtility.ParseQueryString(Letters.LinkIn(await Say(app, "west-midlands", "leo@example.gov.uk", "Leo", "Branscombe")).Query);
        HttpClient browser = app.CreateClient(new() { BaseAddress = new Uri(Address) });
        using HttpResponseMessage set = await browser.PostForm("/accounts/sign-in", "/accounts/set-password", [("Form.Account", query["account"]!), ("Form.Token", query["token"]!), ("Form.Password", Letters.Password)]);
        using HttpResponseMessage signedIn = await browser.PostForm("/accounts/sign-in", ("Form.Email", "leo@example.gov.uk"), ("Form.Password", Letters.Password));
        Assert.Equal("/accounts/second-factor", signedIn.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/accounts/second-factor", (await browser.GetAsync(new Uri("/today", UriKind.Relative))).RequestMessage!.RequestUri!.AbsolutePath);
        string key = Regex.Match(PostForms.Words(await browser.Page("/accounts/second-factor")), "([A-Z2-7]{4} ){7}[A-Z2-7]{4}").Value;

        using HttpResponseMessage enrolled = await browser.PostForm("/accounts/second-factor", ("Form.Code", Totp.Code(key)));
        using HttpResponseMessage invited = await browser.PostForm("/organisations/people/invite", ("Form.Name", "Asha Verity"), ("Form.Email", "asha@example.gov.uk"), ("Form.Roles", "Commissioner"));

        Assert.Contains("recovery codes", await enrolled.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Nothing needs you now", await browser.Page("/today"), StringComparison.Ordinal);
        string status = PostForms.Words(await browser.Page("/status"));
        Assert.Contains("No virus scanner answers", status, StringComparison.Ordinal);
        Assert.Contains("set Mail__Host", status, StringComparison.Ordinal);
        Assert.Contains("\"scanner\":\"No virus scanner answers", await browser.GetStringAsync(new Uri("/health/ready", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains(Address + "/accounts/set-password", Letters.To(app, "asha@example.gov.uk")[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri("/accounts/sign-in/demo", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_verb_asks_somebody_who_has_an_account_and_refuses_an_unknown_organisation()
    {
        await using PortalApp app = new();
        Actor actor = await app.Someone(await app.Organisation(), Role.Finance);
        await app.Organisation("E10000031", OrganisationKind.Authority);
        string email = await app.EmailOf(actor);

        await Say(app, "E10000031", email);
        int unknown = await app.With(services => Verb(services).Run(["nowhere", email], TestContext.Current.CancellationToken));
        int half = await app.With(services => Verb(services).Run(["E10000031"], TestContext.Current.CancellationToken));

        Assert.Equal((1, 1), (unknown, half));
        Assert.Equal(Role.Administrator, Assert.Single(await app.WithDb(db => db.Invitations.Select(i => i.Roles).SingleAsync())));
        Assert.Single(await app.WithDb(db => db.Set<Membership>().Where(m => m.Person == actor.Person).ToListAsync()));
        Assert.Contains("accept on the page Your account", Letters.To(app, email)[0], StringComparison.Ordinal);
    }

    private static PortalApp Production() => new() { Settings = { ["environment"] = "Production", ["Portal:Address"] = Address, ["Portal:RateLimits"] = "on" } };

    private static IVerb Verb(IServiceProvider services) => services.GetServices<IVerb>().Single(v => v.Name == "invite-administrator");

    private static async Task<string> Say(PortalApp app, params string[] args)
    {
        TextWriter before = Console.Out;
        using StringWriter said = new();
        Console.SetOut(said);
        try
        {
            Assert.Equal(0, await app.With(services => Verb(services).Run(args, TestContext.Current.CancellationToken)));
        }
        finally
        {
            Console.SetOut(before);
        }

        return said.ToString();
    }
}
