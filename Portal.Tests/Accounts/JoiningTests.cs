using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Accounts;

/// <summary>From registration to the first act: letter, password, second factor, verification.</summary>
public sealed partial class JoiningTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Password = "correct horse battery";

    [Fact]
    public async Task A_provider_registers_sets_up_its_account_is_verified_and_only_then_may_act()
    {
        await app.Organisation();
        HttpClient browser = app.Public();
        string email = "uma@example.org";
        HttpResponseMessage registered = await browser.PostForm("/accounts/register", ("Form.Organisation", "Invented Homes Limited"), ("Form.CompanyNumber", "01234567"), ("Form.Street", "1 Invented Lane"), ("Form.Town", "Exampleford"), ("Form.Postcode", "zz1 1aa"), ("Form.Name", "Uma Test"), ("Form.Email", email));
        Assert.Equal("/accounts/register/sent", registered.Headers.Location?.ToString());
        Assert.Contains(email, await browser.Page("/accounts/register/sent"));

        await SetPassword(browser, email);
        Assert.Equal("/accounts/second-factor", await AfterSignIn(browser, email));
        await Enrol(browser);

        using HttpResponseMessage before = await browser.GetAsync(new Uri("/organisations/homes", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        Assert.Contains("awaits verification", PostForms.Words(await before.Content.ReadAsStringAsync()));
        Assert.Contains("Awaiting verification", PostForms.Words(await browser.Page("/accounts")));
        Assert.Contains("usually within two working days", PostForms.Words(await browser.Page("/today")));

        Assert.Equal("1 Invented Lane, Exampleford ZZ1 1AA", await app.WithDb(async db => (await db.Organisations.SingleAsync(o => o.Code == "P-01234567")).Address!.InWords));
        HttpClient commissioner = await app.SignedInAs(Role.Commissioner);
        Assert.Contains("Invented Homes Limited", await commissioner.Page("/organisations/verifications"));
        HttpResponseMessage verified = await commissioner.PostForm("/organisations/P-01234567/verify", ("Form.Verified", "true"), ("Form.Evidence", "Rang the number at Companies House"));
        Assert.Equal(HttpStatusCode.Redirect, verified.StatusCode);

        Assert.Contains("Say what is free tonight", await browser.Page("/organisations/homes"));
        Assert.Contains("You are verified", await browser.Page("/inbox"));
        Assert.DoesNotContain("Awaiting verification", await browser.Page("/today"));
        string[] actions = await app.WithDb(db => db.Set<LogEntry>().Where(e => e.Subject == "organisation/P-01234567").OrderBy(e => e.Row).Select(e => e.Action).ToArrayAsync());
        Assert.Equal(["organisation.registered", "organisation.verified"], actions);
    }

    [Fact]
    public async Task A_company_registers_once_and_its_number_must_be_one()
    {
        HttpClient browser = app.Public();
        (string, string)[] fields = [("Form.Organisation", "Twice Limited"), ("Form.CompanyNumber", "SC765432"), ("Form.Street", "2 Invented Lane"), ("Form.Town", "Exampleford"), ("Form.Postcode", "ZZ1 1AA"), ("Form.Name", "Someone"), ("Form.Email", "twice@example.org")];
        await browser.PostForm("/accounts/register", fields);

        HttpResponseMessage again = await browser.PostForm("/accounts/register", fields);
        HttpResponseMessage wrong = await browser.PostForm("/accounts/register", ("Form.Organisation", "Wrong Limited"), ("Form.CompanyNumber", "12"), ("Form.Street", "3 Invented Lane"), ("Form.Town", "Exampleford"), ("Form.Postcode", "ZZ1 1AA"), ("Form.Name", "Someone"), ("Form.Email", "wrong@example.org"));

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("registered already", await again.Content.ReadAsStringAsync());
        string refused = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        Assert.Contains("href=\"#Form-CompanyNumber\"", refused);
        Assert.Contains("value=\"Wrong Limited\"", refused);
    }

    [Fact]
    public async Task A_letter_lets_nobody_in_twice()
    {
        OrganisationId cooperative = await app.Organisation();
        HttpClient administrator = await app.SignedInAs(await app.Someone(cooperative, Role.Administrator));
        await administrator.PostForm("/organisations/people/invite", ("Form.Name", "Cara Once"), ("Form.Email", "cara@example.org"), ("Form.Roles", "Evaluator"));
        HttpClient browser = app.Public();
        Uri link = LinkFor("cara@example.org");
        await SetPassword(browser, "cara@example.org");

        string token = await browser.Token(link.PathAndQuery);
        using FormUrlEncodedContent again = new([KeyValuePair.Create("Form.Account", Query(link, "account")), KeyValuePair.Create("Form.Token", Query(link, "token")), KeyValuePair.Create("Form.Password", "another long password"), KeyValuePair.Create("__RequestVerificationToken", token)]);
        HttpResponseMessage answer = await browser.PostAsync(new Uri("/accounts/set-password", UriKind.Relative), again);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("was used already", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_page_says_so_for_a_known_and_an_unknown_address_alike_before()
    {
        OrganisationId cooperative = await app.Organisation();
        HttpClient administrator = await app.SignedInAs(await app.Someone(cooperative, Role.Administrator));
        await administrator.PostForm("/organisations/people/invite", ("Form.Name", "Lena Lock"), ("Form.Email", "lena@example.org"), ("Form.Roles", "Evaluator"));
        HttpClient browser = app.Public();
        await SetPassword(browser, "lena@example.org");

        string known = await SignIn(browser, "lena@example.org", "wrong password 1");
        string unknown = await SignIn(browser, "nobody@example.org", "wrong password 1");
        for (int attempt = 2; attempt <= 5; attempt++)
        {
            await SignIn(browser, "lena@example.org", "wrong password");
        }

        Assert.Contains("The e-mail address or the password is wrong", known);
        Assert.Contains("The e-mail address or the password is wrong", unknown);
        Assert.Contains("Wait 15 minutes", await SignIn(browser, "lena@example.org", Password));
    }

    [Fact]
    public async Task With_a_second_factor_a_password_alone_opens_nothing_and_each_recovery_code_works_once()
    {
        OrganisationId cooperative = await app.Organisation();
        HttpClient administrator = await app.SignedInAs(await app.Someone(cooperative, Role.Administrator));
        await administrator.PostForm("/organisations/people/invite", ("Form.Name", "Rhys Code"), ("Form.Email", "rhys@example.org"), ("Form.Roles", "Legal"));
        HttpClient first = app.Public();
        await SetPassword(first, "rhys@example.org");
        await AfterSignIn(first, "rhys@example.org");
        string[] codes = await Enrol(first);
        Assert.Equal(10, codes.Length);

        HttpClient second = app.Public();
        Assert.StartsWith("/accounts/sign-in/code", await AfterSignIn(second, "rhys@example.org"), StringComparison.Ordinal);
        using (HttpResponseMessage closed = await second.GetAsync(new Uri("/today", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        }

        HttpResponseMessage wrong = await second.PostForm("/accounts/sign-in/code", ("Form.Code", "000000x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        HttpResponseMessage right = await second.PostForm("/accounts/sign-in/code", ("Form.Code", codes[0]));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Contains("Rhys Code", await second.Page("/today"));

        HttpClient third = app.Public();
        await AfterSignIn(third, "rhys@example.org");
        HttpResponseMessage used = await third.PostForm("/accounts/sign-in/code", ("Form.Code", codes[0]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, used.StatusCode);
    }

    private async Task SetPassword(HttpClient browser, string email)
    {
        Uri link = LinkFor(email);
        HttpResponseMessage set = await browser.PostForm(link.PathAndQuery, "/accounts/set-password", [("Form.Account", Query(link, "account")), ("Form.Token", Query(link, "token")), ("Form.Password", Password)]);
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
    }

    // Follows the first redirect after the password: where the person ends.
    private static async Task<string> AfterSignIn(HttpClient browser, string email)
    {
        HttpResponseMessage answer = await browser.PostForm("/accounts/sign-in", ("Form.Email", email), ("Form.Password", Password));
        string next = answer.Headers.Location!.ToString();
        if (next != "/today")
        {
            return next;
        }

        using HttpResponseMessage landed = await browser.GetAsync(new Uri(next, UriKind.Relative));
        return landed.Headers.Location?.ToString() ?? next;
    }

    private static async Task<string> SignIn(HttpClient browser, string email, string password)
    {
        HttpResponseMessage answer = await browser.PostForm("/accounts/sign-in", ("Form.Email", email), ("Form.Password", password));
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string[]> Enrol(HttpClient browser)
    {
        string page = await browser.Page("/accounts/second-factor");
        string key = KeyShown().Match(page).Groups[1].Value;
        HttpResponseMessage enrolled = await browser.PostForm("/accounts/second-factor", ("Form.Code", Totp.Code(key)));
        Assert.Equal(HttpStatusCode.OK, enrolled.StatusCode);
        return [.. CodesShown().Matches(await enrolled.Content.ReadAsStringAsync()).Select(m => m.Groups[1].Value)];
    }

    // The letter's file is quoted-printable or base64; the parser of .eml is the test's, not the portal's.
    private Uri LinkFor(string email)
    {
        string text = Directory.GetFiles(Path.Combine(app.Folder, "mail"), "*.eml").OrderByDescending(File.GetCreationTimeUtc).Select(File.ReadAllText).First(t => t.Contains(email, StringComparison.OrdinalIgnoreCase));
        string body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        string plain = text.Contains("base64", StringComparison.OrdinalIgnoreCase)
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal)))
            : body.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        return new Uri(LinkShown().Match(plain).Value);
    }

    private static string Query(Uri link, string name) => System.Web.HttpUtility.ParseQueryString(link.Query)[name]!;

    [GeneratedRegex("portal-hash\">([A-Z2-7 ]+)</strong>")]
    private static partial Regex KeyShown();

    [GeneratedRegex("<li>([A-Z0-9]{5}-[A-Z0-9]{5})</li>")]
    private static partial Regex CodesShown();

    [GeneratedRegex(@"http://\S+/accounts/set-password\S+")]
    private static partial Regex LinkShown();
}
