using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Frameworks;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Kernel;
using Portal.Tests.Frameworks;
using Portal.Tests.Furniture;
using Portal.Tests.Gate;

namespace Portal.Tests.CallOffs;

/// <summary>The individual placement agreement names the home's Registered Manager and the provider's Responsible Individual as they were when the place was called off, or says that no current check names one; a service without these posts has neither row.</summary>
public sealed class NamedPeopleTests : IAsyncLifetime
{
    private const string Nobody = "No current check names one";
    private const string Checks = "/frameworks/WM-2026/lots/1/homes/SC900001";
    private readonly GateMarket market = new();
    private Actor officer = null!;

    public async ValueTask InitializeAsync()
    {
        await market.InitializeAsync();
        officer = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
    }

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Fact]
    public async Task The_agreement_names_who_the_checks_recorded_and_keeps_them()
    {
        await Noted(OnboardingMatter.RegisteredManager, "Amara Barlow");
        await Noted(OnboardingMatter.ResponsibleIndividual, "Colin Hollis");
        CallOff callOff = await CalledOff();
        await Noted(OnboardingMatter.RegisteredManager, "Deepa Lomax");

        string agreement = await Agreement(callOff);

        Assert.Contains("Registered Manager of the home Amara Barlow", agreement, StringComparison.Ordinal);
        Assert.Contains("Responsible Individual of the provider Colin Hollis", agreement, StringComparison.Ordinal);
        Assert.DoesNotContain("Deepa Lomax", agreement, StringComparison.Ordinal);
        Assert.Contains("Amara Barlow", PostForms.Words(await (await market.App.SignedInAs(officer)).Page($"/call-offs/{callOff.Ref}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_plainly_that_no_current_check_names_one()
    {
        await Noted(OnboardingMatter.RegisteredManager, "Amara Barlow", satisfied: false);
        await Noted(OnboardingMatter.ResponsibleIndividual, "Colin Hollis", until: new DateOnly(2026, 11, 1));

        string agreement = await Agreement(await CalledOff());

        Assert.Contains($"Registered Manager of the home {Nobody}", agreement, StringComparison.Ordinal);
        Assert.Contains($"Responsible Individual of the provider {Nobody}", agreement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_finding_without_a_name_does_not_take_the_name_away()
    {
        await Noted(OnboardingMatter.RegisteredManager, "Amara Barlow");
        await market.App.WithDb(async db =>
        {
            Framework later = FrameworkScene.Agreed(market.Warwickshire, market.Cooperative, "WM-2027");
            later.GoLive(PortalApp.Start);
            Admission admission = later.Admit("1", market.Provider);
            HomeAdmission home = admission.PutForward(GateMarket.Urn);
            FrameworkScene.SeeEverything(home);
            db.AddRange(later, admission, home);
            await db.Save(Actor.Portal);
        });

        NamedPeople people = await market.App.WithDb(db => db.NamedPeopleAt(GateMarket.Urn, market.Provider, new DateOnly(2026, 11, 23), default));

        Assert.Equal(new NamedPeople("Amara Barlow", null), people);
    }

    [Fact]
    public async Task A_finding_without_a_name_keeps_the_name_and_only_a_vacancy_takes_it_away()
    {
        HttpClient reviewer = await market.App.SignedInAs(Role.QaLead, market.Cooperative);
        await Note(reviewer, "RegisteredManager");

        HttpResponseMessage nameless = await reviewer.PostForm(Checks, Checks + "/checks", [("Check.Matter", "RegisteredManager"), ("Check.Satisfied", "true"), ("Check.Evidence", "Certificate renewed")]);
        string kept = PostForms.Words(await reviewer.Page(Checks));
        (string, string)[] vacancy = [("Check.Matter", "RegisteredManager"), ("Check.Evidence", "Left on 21 November"), ("Check.Vacant", "true")];
        HttpResponseMessage both = await reviewer.PostForm(Checks, Checks + "/checks", [.. vacancy, ("Check.Satisfied", "true")]);
        HttpResponseMessage vacant = await reviewer.PostForm(Checks, Checks + "/checks", [.. vacancy, ("Check.Satisfied", "false")]);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Redirect), (nameless.StatusCode, both.StatusCode, vacant.StatusCode));
        Assert.Contains("Amara Barlow Certificate renewed", kept, StringComparison.Ordinal);
        Assert.Contains("Vacant Left on 21 November", PostForms.Words(await reviewer.Page(Checks)), StringComparison.Ordinal);
        Assert.Null((await market.App.WithDb(db => db.NamedPeopleAt(GateMarket.Urn, market.Provider, new DateOnly(2026, 11, 23), default))).RegisteredManager);
    }

    [Theory]
    [InlineData("specialSchool")]
    [InlineData("supportedAccommodation")]
    public async Task A_service_that_has_neither_post_has_neither_row(string serviceType)
    {
        CallOff callOff = await CalledOff();
        await market.App.WithDb(db => db.CallOffs.ExecuteUpdateAsync(set => set.SetProperty(c => c.ServiceType, serviceType)));

        string agreement = await Agreement(callOff);

        Assert.DoesNotContain("Registered Manager", agreement, StringComparison.Ordinal);
        Assert.DoesNotContain("Responsible Individual", agreement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reviewer_enters_the_name_and_only_for_a_matter_that_is_a_person()
    {
        HttpClient reviewer = await market.App.SignedInAs(Role.QaLead, market.Cooperative);

        HttpResponseMessage manager = await Note(reviewer, "RegisteredManager");
        HttpResponseMessage insurance = await Note(reviewer, "Insurance");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (manager.StatusCode, insurance.StatusCode));
        string page = PostForms.Words(await reviewer.Page(Checks));
        Assert.Contains("Amara Barlow Seen on 20 November", page, StringComparison.Ordinal);
        Assert.Equal("Amara Barlow", (await market.App.WithDb(db => db.NamedPeopleAt(GateMarket.Urn, market.Provider, new DateOnly(2026, 11, 23), default))).RegisteredManager);
    }

    private static Task<HttpResponseMessage> Note(HttpClient reviewer, string matter) => reviewer.PostForm(
        Checks, Checks + "/checks", [("Check.Matter", matter), ("Check.Satisfied", "true"), ("Check.Evidence", "Seen on 20 November"), ("Check.Named", "Amara Barlow")]);

    private Task Noted(OnboardingMatter matter, string name, bool satisfied = true, DateOnly? until = null) => market.App.WithDb(async db =>
    {
        HomeAdmission home = await db.HomeAdmissions.Include(h => h.Checks).SingleAsync(h => h.HomeUrn == GateMarket.Urn);
        home.NoteCheck(new OnboardingFinding(matter, satisfied, "Seen on 20 November", until, name), "Q. Lead", PortalApp.Start);
        await db.Save(Actor.Portal);
    });

    private async Task<string> Agreement(CallOff callOff) => PostForms.Words(await (await market.App.SignedInAs(officer)).Page($"/call-offs/{callOff.Ref}/agreement"));

    private async Task<CallOff> CalledOff()
    {
        GateDecision decision = await market.App.Do((RecordDecision record) => record.Execute(
            officer, new AskedOption { ChildReference = "C-1", ChildAge = 14, ServiceType = "residential", Urgency = Urgency.SameDay, HomeUrn = GateMarket.Urn, Price = new Money(6100m), Weeks = 26 }, null, default));
        return await market.App.Do((MakeCallOff make) => make.Execute(officer, new CallOffRequest(decision.Id, new DateOnly(2026, 11, 24)), default));
    }
}
