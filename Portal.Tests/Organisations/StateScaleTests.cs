using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>A provider says how large it is and of what kind; award notices repeat it (A10-06).</summary>
public sealed class StateScaleTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Page = "/organisations/scale";

    [Fact]
    public async Task A_provider_says_it_once_and_its_page_and_the_log_say_it_too()
    {
        OrganisationId provider = await app.Organisation("P-711", OrganisationKind.Provider);
        using HttpClient browser = await app.SignedInAs(Role.ProviderBidder, provider);
        Assert.Contains("Not stated yet", PostForms.Words(await browser.Page("/organisations/P-711")), StringComparison.Ordinal);

        using HttpResponseMessage kept = await browser.PostForm(Page, ("Form.Sme", "true"), ("Form.Vcse", "false"));

        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(new SupplierScale(true, false), await app.WithDb(async db => (await db.Organisations.SingleAsync(o => o.Id == provider)).Scale));
        Assert.Contains("Small or medium-sized enterprise", PostForms.Words(await browser.Page("/organisations/P-711")), StringComparison.Ordinal);
        Assert.True(await app.WithDb(db => db.Set<LogEntry>().AnyAsync(e => e.Subject == "organisation/P-711" && e.Action == "organisation.scaleStated")));
    }

    [Fact]
    public async Task Half_an_answer_is_asked_for_at_its_field_and_the_other_half_stays()
    {
        OrganisationId provider = await app.Organisation("P-712", OrganisationKind.Provider);
        using HttpClient browser = await app.SignedInAs(Role.ProviderBidder, provider);

        using HttpResponseMessage refused = await browser.PostForm(Page, ("Form.Vcse", "true"));

        string page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("href=\"#Form-Sme\"", page, StringComparison.Ordinal);
        Assert.Matches("name=\"Form.Vcse\"[^>]*value=\"true\"[^>]*checked", page);
        Assert.Null(await app.WithDb(async db => (await db.Organisations.SingleAsync(o => o.Id == provider)).Scale));
    }

    [Fact]
    public async Task A_buyer_does_not_say_it_for_anybody()
    {
        using HttpClient buyer = await app.SignedInAs(Role.Commissioner);

        using HttpResponseMessage refused = await buyer.GetAsync(new Uri(Page, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}
