using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;
using Portal.Tests.House;

namespace Portal.Tests.Frameworks;

/// <summary>A home that was sold or registered anew keeps its price history; its places pass by novation only.</summary>
public sealed class NovationTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly NovationDeed Deed = new(NovationGround.SameSupplier, "CR-2026-114", new DateOnly(2026, 11, 20), "The company moved the home to a new registration.");

    [Fact]
    [Rule("A11-07")]
    public async Task A_home_registered_anew_keeps_its_price_history_and_joins_by_a_recorded_novation_only()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        string next = await Anew(doors, doors.Provider);
        HttpClient quality = await doors.As(Role.QaLead, doors.Lead);
        Assert.Equal(HttpStatusCode.Redirect, (await quality.PostForm($"/organisations/homes/{next}/former", ("Form.FormerUrn", doors.Urn), ("Form.Source", "Ofsted register of 20 November 2026"))).StatusCode);
        HttpClient provider = await doors.As(Role.ProviderBidder, doors.Provider);
        HttpResponseMessage around = await provider.PostForm($"/frameworks/{doors.Ref}/lots/1/put-forward", ("Home.Urn", next), ("Form.Core", "6800"), ("Form.From", "2026-12-01"));
        Assert.Equal(HttpStatusCode.Conflict, around.StatusCode);
        Assert.Contains("deed of novation", PostForms.Words(await around.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        string history = $"/frameworks/register/homes/{next}";
        Assert.Contains("has not passed to " + next, PostForms.Words(await lead.Page(history)), StringComparison.Ordinal);
        (string, string)[] fields = [("Form.Urn", next), ("Form.Ground", "SameSupplier"), ("Form.Reference", "CR-2026-114"), ("Form.SignedOn", "2026-11-20"), ("Form.Because", "New registration.")];
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(doors.HomePath + "/novation", fields)).StatusCode);

        HomeAdmission passed = await app.WithDb(db => db.HomeAdmissions.AsNoTracking().Include(h => h.Schedules).SingleAsync(h => h.HomeUrn == next));
        Assert.Equal((HomeAdmissionStatus.Pending, doors.Urn, new Money(6100m)), (passed.Status, passed.FormerUrn, passed.ScheduleOn(FrameworkScene.Today)!.Terms.Core));
        Assert.Equal(HomeAdmissionStatus.Left, (await doors.Home()).Status);
        string words = PostForms.Words(await lead.Page(history));
        Assert.Contains($"Carried over from {doors.Urn} by novation (CR-2026-114)", words, StringComparison.Ordinal);
        Assert.Contains("The price of the award.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("has not passed", words, StringComparison.Ordinal);
        Assert.Contains("home.novated", await doors.Log($"home/{next}"));
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(doors.HomePath + "/novation", fields)).StatusCode);
    }

    [Fact]
    [Rule("A11-07")]
    public async Task A_place_passes_to_another_supplier_on_a_restructuring_and_not_on_a_sale()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        OrganisationId buyer = await app.Organisation($"P-BUYS-{doors.Ref}", OrganisationKind.Provider);
        string next = await Anew(doors, buyer);
        await Recorded(doors, next);

        Assert.Equal(["CHANGE_OF_SUPPLIER"], await Refused(doors, next, Deed));
        Assert.Equal(["CHANGE_OF_SUPPLIER"], await Refused(doors, next, Deed with { Ground = NovationGround.SoldToAnother }));
        Assert.Equal(["NOVATION_DEED", "NOVATION_DAY", "NOVATION_REASON"], await Refused(doors, next, new NovationDeed(NovationGround.Restructuring, " ", new DateOnly(2026, 11, 24), "")));
        Assert.Equal(["NOT_SUCCESSOR"], await Refused(doors, "SC000001", Deed));
        Actor lead = await app.Someone(doors.Lead, Role.Commissioner);
        await app.Do((NovateHome novate) => novate.Execute(lead, Place(doors), next, Deed with { Ground = NovationGround.Restructuring }));

        Assert.True(await app.WithDb(db => db.Admissions.AnyAsync(a => a.FrameworkRef == doors.Ref && a.Provider == buyer && a.Status == AdmissionStatus.Admitted)));
    }

    [Fact]
    public async Task Only_a_quality_lead_records_the_former_urn_and_a_home_follows_one_home_only()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        string next = await Anew(doors, doors.Provider);
        string page = $"/organisations/homes/{next}/former";
        HttpClient quality = await doors.As(Role.QaLead, doors.Lead);

        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.ProviderBidder, doors.Provider)).GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await quality.PostForm(page, ("Form.FormerUrn", "<b>"), ("Form.Source", "Register"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await quality.PostForm(page, ("Form.FormerUrn", "SC000009"), ("Form.Source", "Register"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await quality.PostForm(page, ("Form.FormerUrn", next), ("Form.Source", "Register"))).StatusCode);
        await Recorded(doors, next);
        string third = await Anew(doors, doors.Provider, "SC5");
        Assert.Equal("SUCCEEDED", (await Assert.ThrowsAsync<RuleBroken>(() => Recorded(doors, third))).Reasons[0].Code);
        Assert.Equal(HttpStatusCode.NotFound, (await (await doors.As(Role.Commissioner, doors.Stranger)).GetAsync(new Uri($"/frameworks/register/homes/SC000009", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await doors.As(Role.Commissioner, doors.Stranger)).GetAsync(new Uri(doors.HomePath + "/novation", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Until_the_novation_the_gate_does_not_count_the_new_urn_as_admitted_holds_it_to_the_old_price_and_says_why()
    {
        await using GateMarket market = await Market();
        const string next = "SC777777";
        await market.AddHome(next, places: 4, occupied: 1);
        Actor quality = await market.App.Someone(market.Warwickshire, Role.QaLead);
        await market.App.Do((RecordSuccession record) => record.Execute(quality, next, GateMarket.Urn, "Ofsted register"));
        HttpClient http = await market.CaseSystem();

        (_, JsonElement decided) = await http.Send(HttpMethod.Post, "/api/v1/gate/decisions", new { childReference = "C-4711", childAge = 14, serviceType = "residential", urgency = "planned", homeUrn = next, price = "6900.00", weeks = 26 }, "n-1");

        Assert.NotEqual("allow", decided.Text("outcome"));
        Assert.Equal("6100.00", decided.Text("allowedPrice"));
        HttpClient officer = await market.App.SignedInAs(Role.PlacementOfficer, market.Warwickshire);
        Assert.Contains("has not passed to the new URN by a deed of novation", PostForms.Words(await officer.Page($"/gate/decisions/{decided.Text("id")}")), StringComparison.Ordinal);
    }

    private static async Task<GateMarket> Market()
    {
        GateMarket market = new();
        await market.InitializeAsync();
        return market;
    }

    private static PlaceOfHome Place(FrameworkDoors doors) => new(doors.Ref, "1", doors.Urn);

    // The same home under a new URN, of this provider.
    private async Task<string> Anew(FrameworkDoors doors, OrganisationId provider, string begins = "SC6")
    {
        string urn = begins + doors.Urn[3..];
        await app.WithDb(async db =>
        {
            db.Add(ProviderHome.Register(urn, provider, "Primrose House", "E08000026", ["residential"], 4, Judgement.Good));
            await db.Save(Actor.Portal);
        });
        return urn;
    }

    private async Task Recorded(FrameworkDoors doors, string urn, string? former = null)
    {
        Actor quality = await app.Someone(doors.Lead, Role.QaLead);
        await app.Do((RecordSuccession record) => record.Execute(quality, urn, former ?? doors.Urn, "Ofsted register"));
    }

    private async Task<string[]> Refused(FrameworkDoors doors, string urn, NovationDeed deed)
    {
        Actor lead = await app.Someone(doors.Lead, Role.Commissioner);
        return [.. (await Assert.ThrowsAsync<RuleBroken>(() => app.Do((NovateHome novate) => novate.Execute(lead, Place(doors), urn, deed)))).Reasons.Select(r => r.Code)];
    }
}
