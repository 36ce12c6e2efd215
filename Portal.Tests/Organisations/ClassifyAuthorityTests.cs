using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Drafting;
using Portal.Tests.Furniture;
using Portal.Tests.House;

namespace Portal.Tests.Organisations;

/// <summary>The class of the national co-operative, and who follows it (A1-07).</summary>
public sealed class ClassifyAuthorityTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Page = "/organisations/class";

    [Fact]
    [Rule("A1-07")]
    public async Task What_begins_after_the_class_is_set_follows_it_and_what_had_begun_does_not()
    {
        OrganisationId ncc = await app.Organisation("ncc", OrganisationKind.NationalCooperative);
        Actor commissioner = await app.Someone(ncc, Role.Commissioner);
        string before = await app.Do((StartTender start) => start.Execute(commissioner, "Secure step-down", CancellationToken.None));
        using HttpClient administrator = await app.SignedInAs(Role.Administrator, ncc);
        using HttpResponseMessage empty = await administrator.PostForm(Page, ("Form.Class", "Central"), ("Form.Reason", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using HttpResponseMessage set = await administrator.PostForm(Page, ("Form.Class", "Central"), ("Form.Reason", "Order of 1 November 2026"));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        string after = await app.Do((StartTender start) => start.Execute(commissioner, "Eating disorders", CancellationToken.None));

        Assert.Equal((AuthorityKind.SubCentral, AuthorityKind.Central), (await ClassOf(before), await ClassOf(after)));
        Assert.Contains("Central", PostForms.Words(await administrator.Page("/organisations/ncc")), StringComparison.Ordinal);
        Assert.Equal(1, await app.WithDb(db => db.LogEntries.CountAsync(e => e.Action == "organisation.classified")));
    }

    [Fact]
    [Rule("A1-07")]
    public async Task A_council_is_sub_central_by_law_and_only_an_administrator_sets_the_class()
    {
        OrganisationId council = await app.Organisation("E08000025", OrganisationKind.Authority);
        using HttpClient administrator = await app.SignedInAs(Role.Administrator, council);
        using HttpResponseMessage refused = await administrator.PostForm("/organisations/people/invite", Page, [("Form.Class", "Central"), ("Form.Reason", "We wish it")]);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("sub-central by law", PostForms.Words(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        using HttpClient commissioner = await app.SignedInAs(Role.Commissioner, council);
        Assert.Equal(HttpStatusCode.Forbidden, (await commissioner.GetAsync(new Uri(Page, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private async Task<AuthorityKind> ClassOf(string reference) => (await app.WithDb(db => db.LoadTender(Actor.Portal, reference))).Authority;
}
