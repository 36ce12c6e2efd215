using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

public sealed class FrameworkPagesTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task The_list_finds_a_framework_by_its_reference_and_says_when_there_is_none()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient buyer = await doors.As(Role.Commissioner, doors.Lead);

        Assert.Contains(doors.Ref, PostForms.Words(await buyer.Page($"/frameworks?q={doors.Ref}&level=Regional&stage=Live")), StringComparison.Ordinal);
        Assert.Contains("No framework found", PostForms.Words(await buyer.Page("/frameworks?q=50%25_off")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await app.Public().GetAsync(new Uri("/frameworks", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_framework_shows_members_and_value_to_buyers_and_only_its_own_place_to_a_provider()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        OrganisationId rival = await app.Organisation("P-777", OrganisationKind.Provider);

        string buyer = PostForms.Words(await (await doors.As(Role.Commissioner, doors.Lead)).Page($"/frameworks/{doors.Ref}"));
        string provider = PostForms.Words(await (await doors.As(Role.ProviderBidder, rival)).Page($"/frameworks/{doors.Ref}"));

        Assert.Contains("Value used", buyer, StringComparison.Ordinal);
        Assert.Contains("P 100", buyer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Value used", provider, StringComparison.Ordinal);
        Assert.Contains("No members yet", provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_homes_of_a_framework_are_searched_by_buyers_only()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);

        Assert.Contains(doors.Urn, await (await doors.As(Role.QaLead, doors.Cooperative)).Page($"/frameworks/{doors.Ref}/homes?q={doors.Urn}&lot=1&status=Onboarded"), StringComparison.Ordinal);
        HttpResponseMessage refused = await (await doors.As(Role.ProviderBidder, doors.Provider)).GetAsync(new Uri($"/frameworks/{doors.Ref}/homes", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_home_is_checked_and_onboarded_through_its_page()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, onboarded: false);
        HttpClient lead = await doors.As(Role.QaLead, doors.Cooperative);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(doors.HomePath, doors.HomePath + "/onboard", [])).StatusCode);

        foreach (string matter in new[] { "Insurance", "Policies", "ResponsibleIndividual", "RegisteredManager", "Capacity" })
        {
            HttpResponseMessage noted = await lead.PostForm(doors.HomePath, doors.HomePath + "/checks",
                [("Check.Matter", matter), ("Check.Satisfied", "true"), ("Check.Evidence", "Seen on 20 November"), ("Check.ExpiresOn.Day", "1"), ("Check.ExpiresOn.Month", "3"), ("Check.ExpiresOn.Year", "2027")]);
            Assert.Equal(HttpStatusCode.Redirect, noted.StatusCode);
        }

        Assert.Contains("Onboard the home", await lead.Page(doors.HomePath), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(doors.HomePath, doors.HomePath + "/onboard", [])).StatusCode);

        HomeAdmission home = await doors.Home();
        Assert.Equal(HomeAdmissionStatus.Onboarded, home.Status);
        Assert.All(home.Checks, c => Assert.Equal(new DateOnly(2027, 3, 1), c.ExpiresOn));
        Assert.Contains("home.onboarded", await doors.Log($"home/{doors.Urn}"));
    }

    [Fact]
    public async Task A_check_without_evidence_is_asked_for_again_and_a_stranger_notes_none()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, onboarded: false);
        (string, string)[] fields = [("Check.Matter", "Insurance"), ("Check.Satisfied", "true"), ("Check.Evidence", "")];

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await doors.As(Role.QaLead, doors.Cooperative)).PostForm(doors.HomePath, doors.HomePath + "/checks", fields)).StatusCode);
        fields[2] = ("Check.Evidence", "Seen");
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.QaLead, doors.Stranger)).PostForm(doors.HomePath, doors.HomePath + "/checks", fields)).StatusCode);
        Assert.Empty((await doors.Home()).Checks);
    }

    [Fact]
    public async Task A_home_is_suspended_and_reinstated_with_reasons()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await lead.PostForm(doors.HomePath, doors.HomePath + "/suspend", [("Why.Reason", "")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(doors.HomePath, doors.HomePath + "/suspend", [("Why.Reason", "Staffing")])).StatusCode);
        Assert.Equal(HomeAdmissionStatus.Suspended, (await doors.Home()).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(doors.HomePath, doors.HomePath + "/reinstate", [("Why.Reason", "Staffed again")])).StatusCode);
        Assert.Equal(HomeAdmissionStatus.Onboarded, (await doors.Home()).Status);
    }

    [Fact]
    public async Task A_rival_does_not_find_the_home_at_all()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient rival = await doors.As(Role.ProviderBidder, await app.Organisation("P-778", OrganisationKind.Provider));

        Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(new Uri(doors.HomePath, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await rival.GetAsync(new Uri(doors.HomePath + "/price", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task An_authority_applies_is_approved_and_signs()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient applicant = await doors.As(Role.Commissioner, doors.Stranger);
        HttpResponseMessage applied = await applicant.PostForm($"/frameworks/{doors.Ref}/join", ("Form.Reason", "Homes near the border"));
        string address = applied.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.Conflict, (await applicant.PostForm($"/frameworks/{doors.Ref}/join", ("Form.Reason", "Again"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await applicant.PostForm(address, address + "/decision", [("Decision.Approve", "true"), ("Decision.Reason", "We like us")])).StatusCode);

        HttpClient lead = await doors.As(Role.RccCommissioner, doors.Cooperative);
        Assert.Contains("joins", await lead.Page("/today"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(address, address + "/decision", [("Decision.Approve", "true"), ("Decision.Reason", "Neighbour")])).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(address, address + "/deed", [("Signed.Deed", "Deed 13"), ("Signed.EffectiveFrom", "2025-01-01")])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(address, address + "/deed", [("Signed.Deed", "Deed 13"), ("Signed.EffectiveFrom", "2026-12-01")])).StatusCode);

        string[] covering = await app.WithDb(db => db.FrameworksCovering(doors.Stranger, "residential", new DateOnly(2026, 12, 1)).Select(t => t.Ref).ToArrayAsync());
        Assert.Contains(doors.Ref, covering);
        Assert.Contains("framework.acceded", await doors.Log($"framework/{doors.Ref}"));
    }

    [Fact]
    public async Task A_placement_officer_does_not_apply_to_join()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);

        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.PlacementOfficer, doors.Stranger)).GetAsync(new Uri($"/frameworks/{doors.Ref}/join", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_providers_place_is_suspended_by_the_lead_only()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        string address = $"/frameworks/{doors.Ref}/lots/1/providers/{doors.Provider.Value}";

        Assert.Equal(HttpStatusCode.Redirect, (await (await doors.As(Role.Commissioner, doors.Lead)).PostForm(address, ("Form.To", "Suspended"), ("Form.Reason", "Accounts overdue"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.Commissioner, doors.Stranger)).GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        AdmissionStatus status = await app.WithDb(db => db.Admissions.Where(a => a.FrameworkRef == doors.Ref).Select(a => a.Status).SingleAsync());
        Assert.Equal(AdmissionStatus.Suspended, status);
    }
}
