using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Organisations;
using Portal.Domain.Referrals;
using Portal.Tests.Furniture;

namespace Portal.Tests.Frameworks;

/// <summary>A framework's term, whom its lots are for, and how authorities and homes leave it.</summary>
public sealed class FrameworkTermTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task The_lead_extends_within_what_the_notice_allowed_and_those_concerned_are_told()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        await app.WithDb(async db =>
        {
            (await db.LoadFramework(doors.Ref)).SetTerms(FrameworkForm.Flexible, new DateOnly(2032, 12, 31), pendingHomesAllowed: false);
            await db.Save(Actor.Portal);
        });
        HttpClient lead = await doors.As(Role.RccCommissioner, doors.Cooperative);
        string page = $"/frameworks/{doors.Ref}/extension";
        Assert.Contains($"href=\"{page}\"", await lead.Page($"/frameworks/{doors.Ref}"), StringComparison.Ordinal);

        HttpResponseMessage tooLong = await lead.PostForm(page, Until("1", "1", "2033"));
        HttpResponseMessage wordless = await lead.PostForm(page, [.. Until("31", "12", "2032")[..3], ("Form.Reason", "")]);
        HttpResponseMessage extended = await lead.PostForm(page, Until("31", "12", "2032"));
        HttpResponseMessage stranger = await (await doors.As(Role.Commissioner, doors.Stranger)).GetAsync(new Uri(page, UriKind.Relative));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (tooLong.StatusCode, wordless.StatusCode, extended.StatusCode, stranger.StatusCode));
        Assert.Equal(new DateOnly(2032, 12, 31), await app.WithDb(db => db.Frameworks.Where(f => f.Ref == doors.Ref).Select(f => f.EndsOn).SingleAsync()));
        Assert.Equal([Role.ProviderBidder, Role.Commissioner], await app.WithDb(db => db.Messages.Where(m => m.Subject.StartsWith($"Framework {doors.Ref} now runs")).OrderByDescending(m => m.Role == Role.ProviderBidder).Select(m => m.Role!.Value).ToListAsync()));
        Assert.Contains("framework.extended", await doors.Log($"framework/{doors.Ref}"));
        Assert.Contains("Its notice allows no further extension", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_lot_is_for_is_recorded_by_its_lead_and_referrals_go_by_the_ages()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, provider: "P-141");
        await doors.FromBefore();
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        string page = $"/frameworks/{doors.Ref}/lots/1/cover";
        (string, string)[] cover = [("Form.AgeFrom", "5"), ("Form.AgeTo", "10"), ("Form.Needs", "trauma"), ("Form.Geography", "Within 20 miles of the boundary"), ("Form.MinimumJudgement", "Good")];

        HttpResponseMessage reversed = await lead.PostForm(page, [("Form.AgeFrom", "11"), .. cover[1..]]);
        HttpResponseMessage recorded = await lead.PostForm(page, cover);
        HttpResponseMessage stranger = await (await doors.As(Role.Commissioner, doors.Stranger)).PostForm("/frameworks", page, cover);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (reversed.StatusCode, recorded.StatusCode, stranger.StatusCode));
        string shown = PostForms.Words(await lead.Page($"/frameworks/{doors.Ref}"));
        Assert.Contains("Ages 5 to 10; Trauma and attachment; Within 20 miles of the boundary", shown, StringComparison.Ordinal);
        IReadOnlyList<OrganisationId> younger = await app.WithDb(db => db.EligibleProvidersFor(doors.Lead, ["residential"], 7, new DateOnly(2026, 12, 1), default));
        IReadOnlyList<OrganisationId> older = await app.WithDb(db => db.EligibleProvidersFor(doors.Lead, ["residential"], 14, new DateOnly(2026, 12, 1), default));
        Assert.Equal((true, false), (younger.Contains(doors.Provider), older.Contains(doors.Provider)));
        Assert.Contains("framework.lotCovers", await doors.Log($"framework/{doors.Ref}"));
    }

    [Fact]
    public async Task An_authority_leaves_after_a_last_day_that_is_not_past_and_the_lead_is_told()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        AccessionId id = await app.WithDb(async db =>
        {
            Accession joined = Accession.OfNamedUser(await db.LoadFramework(doors.Ref), doors.Stranger, "Deed 13", app.Clock.GetUtcNow());
            db.Add(joined);
            await db.Save(Actor.Portal);
            return joined.Id;
        });
        HttpClient own = await doors.As(Role.Commissioner, doors.Stranger);
        string page = $"/frameworks/{doors.Ref}/accessions/{id.Value}";

        HttpResponseMessage past = await own.PostForm(page, page + "/withdrawal", [("Leaving.LastDay", "2026-01-31"), ("Leaving.Reason", "Own homes.")]);
        HttpResponseMessage other = await (await doors.As(Role.Commissioner, await app.Organisation("E06000002", OrganisationKind.Authority, await app.Organisation("north-east")))).PostForm(page, page + "/withdrawal", [("Leaving.LastDay", "2027-03-31"), ("Leaving.Reason", "No.")]);
        HttpResponseMessage left = await own.PostForm(page, page + "/withdrawal", [("Leaving.LastDay", "2027-03-31"), ("Leaving.Reason", "It opens homes of its own.")]);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Forbidden, HttpStatusCode.Redirect), (past.StatusCode, other.StatusCode, left.StatusCode));
        string[] covered = [.. await Covering(doors, new DateOnly(2027, 3, 31)), .. await Covering(doors, new DateOnly(2027, 4, 1))];
        Assert.Equal([doors.Ref], covered);
        Assert.Equal(1, await app.WithDb(db => db.Messages.CountAsync(m => m.Organisation == doors.Lead && m.Subject.EndsWith($"leaves framework {doors.Ref}"))));
        string calendar = PostForms.Words(await own.Page($"/frameworks/{doors.Ref}"));
        Assert.Contains("Last day of", calendar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_the_notice_named_is_recorded_by_the_lead_and_may_call_off()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        string page = $"/frameworks/{doors.Ref}/users";
        (string, string)[] named = [("Form.Authority", "E06000001"), ("Form.Deed", "Deed 14 of 1 March 2026")];

        HttpResponseMessage deedless = await lead.PostForm(page, named[0], ("Form.Deed", ""));
        HttpResponseMessage unknown = await lead.PostForm(page, ("Form.Authority", "P-100"), named[1]);
        HttpResponseMessage recorded = await lead.PostForm(page, named);
        HttpResponseMessage twice = await lead.PostForm(page, named);
        HttpResponseMessage stranger = await (await doors.As(Role.Commissioner, doors.Stranger)).GetAsync(new Uri(page, UriKind.Relative));

        Assert.Equal([HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Forbidden], new[] { deedless, unknown, recorded, twice, stranger }.Select(a => a.StatusCode));
        Assert.Equal([doors.Ref], await Covering(doors, new DateOnly(2026, 12, 1)));
    }

    [Fact]
    public async Task A_home_leaves_a_lot_and_comes_back_at_its_last_price_or_a_lower_one_never_a_dearer_one()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        HttpClient lead = await doors.As(Role.QaLead, doors.Cooperative);
        Actor provider = await app.Someone(doors.Provider, Role.ProviderBidder);
        DateOnly today = LondonTime.DateOf(app.Clock.GetUtcNow());

        HttpResponseMessage wordless = await lead.PostForm(doors.HomePath, doors.HomePath + "/leave", [("Gone.Reason", "")]);
        HttpResponseMessage left = await lead.PostForm(doors.HomePath, doors.HomePath + "/leave", [("Gone.Reason", "It closes for repairs.")]);
        HttpResponseMessage stranger = await (await doors.As(Role.QaLead, doors.Stranger)).PostForm("/frameworks", doors.HomePath + "/leave", [("Gone.Reason", "No.")]);
        RuleBroken dearer = await Assert.ThrowsAsync<RuleBroken>(() => Put(doors, provider, 6200m, today));
        RuleBroken backdated = await Assert.ThrowsAsync<RuleBroken>(() => Put(doors, provider, 6000m, today.AddDays(-1)));
        await Put(doors, provider, 6000m, today);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect, HttpStatusCode.Forbidden), (wordless.StatusCode, left.StatusCode, stranger.StatusCode));
        Assert.Equal(("DEARER_RETURN", "PRICE_BACKDATED"), (dearer.Reasons[0].Code, backdated.Reasons[0].Code));
        HomeAdmission home = await doors.Home();
        Assert.Equal((HomeAdmissionStatus.Pending, new Money(6000m), 2), (home.Status, home.ScheduleOn(today)!.Terms.Core, home.Schedules.Count));
        Assert.Equal("HOME_TWICE", (await Assert.ThrowsAsync<RuleBroken>(() => Put(doors, provider, 6000m, today))).Reasons[0].Code);
        Assert.Contains("home.putForwardAgain", await doors.Log($"home/{doors.Urn}"));
        Assert.Equal(1, await app.WithDb(db => db.Messages.CountAsync(m => m.Organisation == doors.Provider && m.Subject == $"{doors.Urn} is no longer on lot 1 of {doors.Ref}")));
    }

    [Fact]
    public async Task A_round_is_told_to_members_and_to_providers_of_homes_in_the_area_that_have_not_joined()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        OrganisationId outside = await app.Organisation("P-555", OrganisationKind.Provider);
        OrganisationId elsewhere = await app.Organisation("P-556", OrganisationKind.Provider);
        await app.WithDb(async db =>
        {
            db.Add(ProviderHome.Register("SC955501", outside, "Rowan House", "E08000026", ["residential"], 3, Judgement.Good));
            db.Add(ProviderHome.Register("SC955601", elsewhere, "Hazel House", "E06000001", ["residential"], 3, Judgement.Good));
            await db.Save(Actor.Portal);
        });
        Actor lead = await app.Someone(doors.Lead, Role.Commissioner);
        DateTimeOffset opens = app.Clock.GetUtcNow().AddDays(7);

        await app.Do((AnnounceRound announce) => announce.Execute(lead, doors.Ref, opens, opens.AddDays(30), null, default));

        List<OrganisationId> told = await app.WithDb(db => db.Messages.Where(m => m.Subject.StartsWith($"Framework {doors.Ref} ")).Select(m => m.Organisation!.Value).ToListAsync());
        Assert.Contains(doors.Provider, told);
        Assert.Contains(outside, told);
        Assert.DoesNotContain(elsewhere, told);
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    [Fact]
    public async Task Those_who_join_on_one_day_stand_together_in_the_calendar()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app);
        await app.WithDb(async db =>
        {
            Framework framework = await db.LoadFramework(doors.Ref);
            foreach (string code in new[] { "E06000003", "E06000004" })
            {
                Accession accession = Accession.Apply(framework, await app.Organisation(code, OrganisationKind.Authority, doors.Cooperative), default, "Named.", app.Clock.GetUtcNow());
                accession.Approve(Actor.Portal.Person, "Named.");
                accession.SignDeed("Deed", new DateOnly(2027, 2, 1), framework);
                db.Add(accession);
            }

            await db.Save(Actor.Portal);
        });

        string page = await (await doors.As(Role.Commissioner, doors.Lead)).Page($"/frameworks/{doors.Ref}");

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "may call off from this day"));
    }

    [Fact]
    public async Task A_framework_whose_last_day_has_passed_expires_once_and_its_lead_is_told()
    {
        await using FrameworkScene scene = await FrameworkScene.Set();
        await scene.LiveFramework();
        Framework framework = await scene.Db.LoadFramework("WM-2026");
        MovableClock clock = new(new DateTimeOffset(2029, 12, 31, 23, 30, 0, TimeSpan.Zero));

        Assert.Equal(0, await new ExpireFrameworks(scene.Db, clock).Execute(default));
        clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(1, await new ExpireFrameworks(scene.Db, clock).Execute(default));
        Assert.Equal(0, await new ExpireFrameworks(scene.Db, clock).Execute(default));

        Assert.Equal(FrameworkStage.Expired, framework.Stage);
        Assert.Equal("FRAMEWORK_NOT_LIVE", framework.WhatBlocksCallOff(new DateOnly(2029, 12, 31))[0].Code);
        Assert.Equal(1, await scene.Db.Messages.CountAsync(m => m.Organisation == scene.Lead.Id && m.Key == "expired/WM-2026"));
    }

    private static (string, string)[] Until(string day, string month, string year) => [("Form.EndsOn.Day", day), ("Form.EndsOn.Month", month), ("Form.EndsOn.Year", year), ("Form.Reason", "It works well.")];

    private Task<string[]> Covering(FrameworkDoors doors, DateOnly day) => app.WithDb(db => db.FrameworksCovering(doors.Stranger, "residential", day).Where(t => t.Ref == doors.Ref).Select(t => t.Ref).ToArrayAsync());

    private Task Put(FrameworkDoors doors, Actor provider, decimal core, DateOnly from) => app.Do((PutHomeForward put) => put.Execute(provider, doors.Ref, "1", doors.Urn, PriceTerms.Of(new Money(core)), from));
}
