using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

public sealed class QualityPagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static (string, string)[] Embargo(string urn, string reason = "Safeguarding enquiry") => [("Form.Urn", urn), ("Form.Kind", "Embargo"), ("Form.Reason", reason)];

    [Fact]
    public async Task An_embargo_is_seen_by_every_region_at_once_and_lifted_by_its_own()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.QaLead, doors.Lead);
        HttpClient elsewhere = await doors.As(Role.QaLead, doors.Stranger);

        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm("/frameworks/quality", Embargo(doors.Urn))).StatusCode);
        Assert.Contains(doors.Urn, PostForms.Words(await elsewhere.Page("/frameworks/quality")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm("/frameworks/quality", Embargo(doors.Urn))).StatusCode);
        Assert.Equal(["west-midlands"], await app.WithDb(db => db.EmbargoesOf(doors.Urn, doors.Provider).ToArrayAsync()));

        QaRestrictionId id = await app.WithDb(db => db.QaRestrictions.Where(r => r.HomeUrn == doors.Urn).Select(r => r.Id).SingleAsync());
        string lift = $"/frameworks/quality/{id.Value}/lift";
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.PostForm(lift, ("Form.Reason", "Fine by us"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.PostForm(lift, ("Form.Reason", ""))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(lift, ("Form.Reason", "Two visits passed"))).StatusCode);
        Assert.Empty(await app.WithDb(db => db.EmbargoesOf(doors.Urn, doors.Provider).ToArrayAsync()));
        Assert.Contains("Two visits passed", PostForms.Words(await elsewhere.Page("/frameworks/quality?lifted=true")), StringComparison.Ordinal);
        Assert.Contains("quality.lifted", await doors.Log($"home/{doors.Urn}"));
    }

    [Fact]
    public async Task An_unknown_or_malformed_urn_is_refused_with_words()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.QaLead, doors.Cooperative);

        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm("/frameworks/quality", Embargo("SC123456"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.PostForm("/frameworks/quality", Embargo("12"))).StatusCode);
    }

    [Fact]
    public async Task A_placement_officer_sees_restrictions_but_makes_none()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient officer = await doors.As(Role.PlacementOfficer, doors.Lead);

        Assert.DoesNotContain("Stop a home", await officer.Page("/frameworks/quality"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostForm("/frameworks/quality", Embargo(doors.Urn))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.ProviderBidder, doors.Provider)).GetAsync(new Uri("/frameworks/quality", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Only_a_national_contract_has_a_hub_that_confirms_no_place()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.RccCommissioner, doors.Cooperative);
        Actor officer = await app.Someone(doors.Lead, Role.PlacementOfficer);
        Referral asked = await app.Do((SendReferral send) => send.Execute(officer, new ReferralNeed { ChildReference = "C-4711", ChildAge = 14, ServiceTypes = ["complex"], Urgency = "planned", NeededBy = PortalApp.Start.AddDays(20), WindowClosesAt = PortalApp.Start.AddDays(2) }, default));
        (string, string)[] fields = [("Form.Referral", asked.Ref), ("Form.Words", "All four homes asked")];
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm($"/frameworks/{doors.Ref}/no-place", fields)).StatusCode);

        OrganisationId ncc = await app.Organisation("ncc", OrganisationKind.NationalCooperative);
        await app.WithDb(async db =>
        {
            Framework national = Framework.Open("NCC-1", "Specialist", FrameworkLevel.National, ncc, ncc, new DateOnly(2026, 1, 1), new DateOnly(2030, 1, 1), new Money(1m), null, true);
            national.AddLot("N1", "Step-down", "complex", "week", openBook: true);
            national.GoLive(app.Clock.GetUtcNow());
            db.Add(national);
            await db.Save(Actor.Portal);
        });
        HttpClient hub = await doors.As(Role.NccAnalyst, ncc);
        HttpClient placing = await app.SignedInAs(officer);
        string page = $"/referrals/{asked.Ref}";
        Assert.Contains("Ask its hub for a place", await placing.Page(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await placing.PostForm(page, page + "/hub", [("framework", "NCC-1")])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await placing.PostForm(page, page + "/hub", [("framework", "NCC-1")])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await placing.PostForm(page, page + "/hub", [("framework", doors.Ref)])).StatusCode);
        Assert.Contains($"/frameworks/NCC-1/no-place?referral={asked.Ref}", await app.WithDb(db => db.Messages.Where(m => m.Organisation == ncc).Select(m => m.Link).ToListAsync()));
        Assert.Equal(HttpStatusCode.Conflict, (await hub.PostForm("/frameworks/NCC-1/no-place", [("Form.Referral", "R-1"), ("Form.Words", "None")])).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await hub.PostForm("/frameworks/NCC-1/no-place", fields)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await lead.PostForm("/frameworks/NCC-1/no-place", fields)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await hub.PostForm("/frameworks/NCC-1/no-place", fields)).StatusCode);
        Assert.Single(await app.WithDb(db => db.NoPlaceConfirmedFor(asked.Ref).ToArrayAsync()));
        Assert.Contains("Its hub has confirmed that there is no place", await placing.Page(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspension_stands_on_its_own_regions_quality_leads_day_until_it_is_lifted()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.QaLead, doors.Lead);
        await lead.PostForm("/frameworks/quality", ("Form.Urn", doors.Urn), ("Form.Kind", "Suspension"), ("Form.Reason", "Staffing"));

        Assert.Contains($"Look again at the suspension of {doors.Urn}", PostForms.Words(await lead.Page("/today")), StringComparison.Ordinal);
        Assert.DoesNotContain(doors.Urn, await (await doors.As(Role.QaLead, doors.Stranger)).Page("/today"), StringComparison.Ordinal);
        DateTimeOffset from = PortalApp.Start;
        Assert.Equal([from.AddDays(7), from.AddDays(7), from.AddDays(14)], new[] { 0.0, 6.9, 7.1 }.Select(days => Portal.Web.Frameworks.SuspensionsToday.NextLook(from, from.AddDays(days))));
    }
}
