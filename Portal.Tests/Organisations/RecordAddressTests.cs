using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>Where letters reach an organisation: typed by its own people, by a buyer only where nobody has.</summary>
public sealed class RecordAddressTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly (string, string)[] Fields = [("Form.Street", "2 Invented Lane"), ("Form.Town", "Exampleford"), ("Form.Postcode", "zz1  2aa"), ("Form.Country", "United Kingdom")];

    private Task<string?> Held(string code) => app.WithDb(async db => (await db.Organisations.SingleAsync(o => o.Code == code)).Address?.InWords);

    private Task Unsay(string code) => app.WithDb(async db =>
    {
        Organisation organisation = Organisation.Register(code, code, OrganisationKind.Provider);
        organisation.Verify(app.Clock.GetUtcNow(), "test");
        db.Add(organisation);
        await db.Save(Actor.Portal);
    });

    [Theory]
    [InlineData("1 Mill Lane", "Walsall", "ws1 1aa", null, "1 Mill Lane, Walsall WS1 1AA")]
    [InlineData(" Unit 2 \n Mill  Lane ", "Walsall", "WS11AA", "", "Unit 2, Mill Lane, Walsall WS11AA")]
    [InlineData("1 Rue de la Paix", "Paris", "75002", "France", "1 Rue de la Paix, Paris 75002, France")]
    public void An_address_is_tidied_and_stands_on_one_line(string street, string town, string postcode, string? country, string words) =>
        Assert.Equal(words, PostalAddress.Of(street, town, postcode, country).InWords);

    [Theory]
    [InlineData("", "Walsall", "WS1 1AA", "Street")]
    [InlineData("1 Mill Lane", " ", "WS1 1AA", "Town")]
    [InlineData("1 Mill Lane", "Walsall", "WS1", "Postcode")]
    [InlineData("1 Mill Lane", "Walsall", null, "Postcode")]
    public void What_is_missing_or_no_postcode_is_told_by_field(string street, string town, string? postcode, string field) =>
        Assert.Equal(field, Assert.Single(Assert.Throws<RuleBroken>(() => PostalAddress.Of(street, town, postcode)).Reasons).Field);

    [Fact]
    public async Task A_provider_records_its_own_address_and_the_log_says_so()
    {
        await Unsay("P-701");
        OrganisationId provider = await app.Organisation("P-701", OrganisationKind.Provider);
        using HttpClient browser = await app.SignedInAs(Role.Administrator, provider);
        Assert.Contains("Not recorded yet", PostForms.Words(await browser.Page("/organisations/P-701")), StringComparison.Ordinal);

        using HttpResponseMessage kept = await browser.PostForm("/organisations/P-701/address", Fields);

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal("2 Invented Lane, Exampleford ZZ1 2AA", await Held("P-701"));
        Assert.Contains("2 Invented Lane", PostForms.Words(await browser.Page("/organisations/P-701")), StringComparison.Ordinal);
        Assert.True(await app.WithDb(db => db.Set<LogEntry>().AnyAsync(e => e.Subject == "organisation/P-701" && e.Action == "organisation.addressRecorded")));
    }

    [Fact]
    public async Task A_wrong_postcode_is_shown_beside_its_field_and_nothing_typed_is_lost()
    {
        OrganisationId provider = await app.Organisation("P-702", OrganisationKind.Provider);
        using HttpClient browser = await app.SignedInAs(Role.ProviderBidder, provider);
        using HttpResponseMessage refused = await browser.PostForm("/organisations/P-702/address", ("Form.Street", "9 Kept Street"), ("Form.Town", "Exampleford"), ("Form.Postcode", "nowhere"), ("Form.Country", "United Kingdom"));
        string page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("href=\"#Form-Postcode\"", page, StringComparison.Ordinal);
        Assert.Contains("9 Kept Street", page, StringComparison.Ordinal);
        Assert.NotEqual("9 Kept Street", await Held("P-702"));
    }

    [Fact]
    public async Task A_buyer_records_it_only_where_the_provider_has_not_and_others_never_do()
    {
        await Unsay("P-703");
        using HttpClient buyer = await app.SignedInAs(Role.Commissioner);
        using HttpResponseMessage kept = await buyer.PostForm("/organisations/P-703/address", Fields);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        using HttpResponseMessage again = await buyer.GetAsync(new Uri("/organisations/P-703/address", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        using HttpClient rival = await app.SignedInAs(Role.ProviderBidder, await app.Organisation("P-704", OrganisationKind.Provider));
        using HttpResponseMessage foreign = await rival.GetAsync(new Uri("/organisations/P-703/address", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
    }
}
