using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Audit;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

/// <summary>A region brings in a framework that it ran before the portal, of any form, with its lots, members and the value used; one that was tendered here is not set up by hand.</summary>
public sealed class EarlierFrameworkTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly (string, string)[] Closed =
    [
        ("Form.Ref", "WM-2024"), ("Form.Title", "Homes framework 2024"), ("Form.Kind", "Closed"), ("Form.StartsOn", "2024-04-01"), ("Form.EndsOn", "2028-03-31"), ("Form.MayExtendTo", "2030-03-31"),
        ("Form.EstimatedValue", "40000000"), ("Form.Used", "33000000"), ("Form.RegisterClause", "true"), ("Form.PendingHomes", "true"),
    ];

    [Fact]
    public async Task A_framework_from_before_is_recorded_set_up_taken_live_and_used()
    {
        OrganisationId cooperative = await app.Organisation("west-midlands");
        OrganisationId authority = await app.Organisation("E08000026", OrganisationKind.Authority, cooperative);
        OrganisationId provider = await app.Organisation("P-341", OrganisationKind.Provider);
        HttpClient lead = await app.SignedInAs(Role.RccCommissioner, cooperative);
        Assert.Contains("/frameworks/new", await lead.Page("/frameworks"), StringComparison.Ordinal);

        HttpResponseMessage backwards = await lead.PostForm("/frameworks/new", [.. Closed.Where(f => f.Item1 != "Form.EndsOn"), ("Form.EndsOn", "2023-03-31")]);
        HttpResponseMessage recorded = await lead.PostForm("/frameworks/new", Closed);
        HttpResponseMessage twice = await lead.PostForm("/frameworks/new", Closed);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (backwards.StatusCode, recorded.StatusCode, twice.StatusCode));

        const string setup = "/frameworks/WM-2024/setup";
        (string, string)[] lot = [("Lot.Number", "1"), ("Lot.Title", "Residential"), ("Lot.ServiceType", "residential"), ("Lot.Unit", "week"), ("Lot.Ceiling", "6900")];
        (string, string)[] member = [("Member.LotNumber", "1"), ("Member.Provider", "P-341"), ("Member.Award", "Award of 2 March 2024, contract 4711")];
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(setup, setup + "/live", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(setup, setup + "/lots", [.. lot[..2], ("Lot.ServiceType", "castle"), ("Lot.Unit", "week")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(setup, setup + "/lots", lot)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(setup, setup + "/lots", lot)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(setup, setup + "/members", member)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(setup, setup + "/members", member)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(setup, setup + "/members", [member[0], ("Member.Provider", "P-999"), member[2]])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(setup, setup + "/live", [])).StatusCode);

        Framework framework = await app.WithDb(db => db.LoadFramework("WM-2024"));
        Assert.Equal((FrameworkStage.Live, FrameworkForm.Closed, FrameworkLevel.Regional, 82, true), (framework.Stage, framework.Form, framework.Level, framework.PercentUsed, framework.PendingHomesAllowed));
        HttpClient bidder = await app.SignedInAs(Role.ProviderBidder, provider);
        Assert.Contains("/frameworks/WM-2024/lots/1/put-forward", await bidder.Page("/frameworks/own"), StringComparison.Ordinal);
        Assert.Contains("Its notice promised no re-opening", PostForms.Words(await lead.Page("/frameworks/WM-2024/rounds")), StringComparison.Ordinal);
        Assert.Contains("Apply for your authority to join", await (await app.SignedInAs(Role.Commissioner, authority)).Page("/frameworks/WM-2024"), StringComparison.Ordinal);
        Assert.Contains("framework.earlierAward", await app.WithDb(db => db.LogEntries.Where(e => e.Subject == "framework/WM-2024").Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task What_was_tendered_here_is_not_set_up_by_hand_and_strangers_and_officers_set_up_nothing()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        string page = $"/frameworks/{doors.Ref}";

        Assert.Equal(HttpStatusCode.Conflict, (await (await doors.As(Role.Commissioner, doors.Lead)).GetAsync(new Uri(page + "/setup", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.Commissioner, doors.Stranger)).GetAsync(new Uri(page + "/setup", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.PlacementOfficer, doors.Lead)).GetAsync(new Uri("/frameworks/new", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Homes_still_being_checked_are_used_only_where_the_lead_records_the_clause()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, onboarded: false);
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        string page = $"/frameworks/{doors.Ref}/pending-homes";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.PostForm(page, ("Form.Allowed", "true"), ("Form.Reason", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(page, ("Form.Allowed", "true"), ("Form.Reason", "Clause 7.2"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.Commissioner, doors.Stranger)).GetAsync(new Uri(page, UriKind.Relative))).StatusCode);

        FrameworkTerms terms = await app.WithDb(db => db.FrameworkTermsFor(doors.Lead, doors.Provider, doors.Urn, "residential", new DateOnly(2026, 11, 23)).SingleAsync(t => t.Ref == doors.Ref));
        Assert.Equal((true, HomeAdmissionStatus.Pending), (terms.PendingHomesAllowed, terms.HomeStatus!.Value));
        Assert.Contains("framework.pendingHomes", await doors.Log($"framework/{doors.Ref}"));
    }
}
