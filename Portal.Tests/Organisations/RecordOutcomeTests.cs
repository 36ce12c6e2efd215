using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Organisations;

/// <summary>What the regulator says of a home is recorded by a buyer's quality lead, with its source.</summary>
public sealed class RecordOutcomeTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Urn = "SC444001";

    private static readonly (string, string)[] Good = [("Form.Registration", "Active"), ("Form.Judgement", "Good"), ("Form.Source", "Report of 12 January 2027"), ("Form.Back", "/frameworks/quality")];

    [Fact]
    public async Task A_quality_lead_records_the_judgement_and_returns_to_where_she_was()
    {
        await Home();
        HttpClient lead = await app.SignedInAs(Role.QaLead);

        HttpResponseMessage done = await lead.PostForm($"/organisations/homes/{Urn}/outcome", Good);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("/frameworks/quality", done.Headers.Location!.ToString());
        ProviderHome home = await app.WithDb(db => db.ProviderHomes.SingleAsync(h => h.Urn == Urn));
        Assert.Equal((Judgement.Good, Registration.Active, false), (home.Judgement, home.Registration, home.Restriction));
        Assert.True(await app.WithDb(db => db.Set<LogEntry>().AnyAsync(e => e.Action == "home.outcomeRecorded" && e.Subject == $"home/{Urn}")));
    }

    [Fact]
    public async Task An_outcome_without_its_source_is_refused_and_nothing_changes()
    {
        await Home();
        HttpClient lead = await app.SignedInAs(Role.QaLead);

        HttpResponseMessage refused = await lead.PostForm($"/organisations/homes/{Urn}/outcome", ("Form.Registration", "Cancelled"), ("Form.Judgement", "Inadequate"), ("Form.Source", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Say where you read it", await refused.Content.ReadAsStringAsync());
        Assert.NotEqual(Registration.Cancelled, await app.WithDb(db => db.ProviderHomes.Where(h => h.Urn == Urn).Select(h => h.Registration).SingleAsync()));
    }

    [Fact]
    public async Task A_provider_never_records_the_judgement_of_its_own_home()
    {
        OrganisationId provider = await Home();
        HttpClient bidder = await app.SignedInAs(Role.ProviderBidder, provider);
        using HttpResponseMessage page = await bidder.GetAsync(new Uri($"/organisations/homes/{Urn}/outcome", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Actor posing = await app.Someone(provider, Role.QaLead);
        await Assert.ThrowsAsync<NotAllowed>(() => app.Do((RecordOutcome record) => record.Execute(posing, Urn, new RegulatorOutcome(Registration.Active, Judgement.Outstanding, false, "Ourselves"))));
    }

    [Fact]
    public async Task A_strange_return_address_is_not_followed()
    {
        await Home();
        HttpClient lead = await app.SignedInAs(Role.QaLead);

        HttpResponseMessage done = await lead.PostForm($"/organisations/homes/{Urn}/outcome", [.. Good[..3], ("Form.Back", "https://example.org/")]);

        Assert.Equal("/frameworks", done.Headers.Location!.ToString());
    }

    private async Task<OrganisationId> Home()
    {
        OrganisationId provider = await app.Organisation("P-440", OrganisationKind.Provider);
        await app.WithDb(async db =>
        {
            if (!await db.ProviderHomes.AnyAsync(h => h.Urn == Urn))
            {
                db.Add(ProviderHome.Register(Urn, provider, "Elder House", "E10000031", ["residential"], 4, Judgement.None));
                await db.Save(Actor.Portal);
            }
        });
        return provider;
    }
}
