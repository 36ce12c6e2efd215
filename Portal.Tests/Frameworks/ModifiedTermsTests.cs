using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Modifying;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Notices;
using Portal.Tests.Tenders;

namespace Portal.Tests.Frameworks;

/// <summary>What a framework's notices published is not restated silently: whom a lot is for and what the whole may come to change only as recorded modifications (s.74, s.75).</summary>
public sealed class ModifiedTermsTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Deed = "Deed of variation 2 of 20 November 2026";
    private static readonly LotCover Published = new(8, 15, ["trauma", "missing"], "Within 20 miles", Judgement.Good);
    private static readonly CoverModification Varied = new("No other homes take younger children.", Deed, Regime.LightTouch, null);
    private static readonly Actor By = new(Id.New<PersonId>(), "Casey Commissioner", default, "The lead", new HashSet<Role> { Role.Commissioner });

    [Fact]
    public void What_is_published_is_stated_once_and_changes_only_as_a_modification()
    {
        Framework framework = FrameworkScene.Agreed();
        framework.TakeCover("1", Published);

        Assert.Equal("COVER_PUBLISHED", Refused(() => framework.StateCover("1", Published with { AgeFrom = 5 })));
        Assert.Equal("COVER_SAME", Refused(() => framework.ModifyCover(By, "1", Published with { Needs = ["missing", "trauma"] }, Varied, FrameworkScene.Now)));
        Assert.Equal("REASON_MISSING", Refused(() => framework.ModifyCover(By, "1", Published with { AgeFrom = 5 }, Varied with { Reason = " " }, FrameworkScene.Now)));
        Assert.Equal("VARIATION_MISSING", Refused(() => framework.ModifyCover(By, "1", Published with { AgeFrom = 5 }, Varied with { Agreed = " " }, FrameworkScene.Now)));
        Assert.Equal("AGE_BAND", Refused(() => framework.ModifyCover(By, "1", Published with { AgeFrom = 26 }, Varied, FrameworkScene.Now)));
        Assert.Equal("CHANGE_NOTICE", Refused(() => framework.ModifyCover(By, "1", Published with { AgeFrom = 5 }, Varied with { Regime = Regime.Full }, FrameworkScene.Now)));
        Assert.Equal(8, framework.Lot("1").AgeFrom);

        framework.ModifyCover(By, "1", Published with { AgeFrom = 5 }, Varied, FrameworkScene.Now);
        framework.ModifyCover(By, "1", Published with { AgeFrom = 4 }, Varied with { Regime = Regime.Full, ChangeNotice = "wm-2026-0001-009" }, FrameworkScene.Now);

        Assert.Equal([(8, 5), (5, 4)], framework.Lot("1").CoverChanges.Select(c => (c.Before.AgeFrom!.Value, c.After.AgeFrom!.Value)));
        Assert.Equal("wm-2026-0001-009", framework.Lot("1").CoverChanges[1].ChangeNotice);
    }

    [Fact]
    public async Task Through_the_page_it_is_stated_then_modified_and_everybody_it_concerns_is_told()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, provider: "P-150");
        await doors.FromBefore();
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        string page = $"/frameworks/{doors.Ref}/lots/1/cover";

        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(page, Fields("8"))).StatusCode);
        await Tendered(doors, Regime.LightTouch);
        HttpResponseMessage again = await lead.PostForm(page, page, Fields("5"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("It changes only as a modification of the agreement (section 74)", PostForms.Words(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        HttpResponseMessage wordless = await lead.PostForm(page, page + "/modification", Fields("5"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordless.StatusCode);
        Assert.Contains("value=\"5\"", await wordless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        HttpResponseMessage modified = await lead.PostForm(page, page + "/modification", [.. Fields("5"), ("Why.Agreed", Deed), ("Why.Reason", "No other homes take younger children.")]);

        Assert.Equal(HttpStatusCode.Redirect, modified.StatusCode);
        string words = PostForms.Words(await lead.Page(page));
        Assert.Contains("As first published For: Ages 8 to 15; Within 20 miles.", words, StringComparison.Ordinal);
        Assert.Contains($"For: Ages 5 to 15; Within 20 miles. Homes join from the judgement Good; below it only with an improvement plan. Why: No other homes take younger children. Agreed by: {Deed}.", words, StringComparison.Ordinal);
        Assert.Contains("framework.lotCoverModified", await doors.Log($"framework/{doors.Ref}"));
        Assert.Equal(2, await app.WithDb(db => db.Messages.CountAsync(m => m.Subject == $"Lot 1 of {doors.Ref} is for others than its notice said")));
        Assert.Contains("Modified", PostForms.Words(await lead.Page($"/frameworks/{doors.Ref}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_the_full_regime_a_modification_waits_for_its_change_notice()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, provider: "P-151");
        string tender = await Tendered(doors, Regime.Full);
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        string page = $"/frameworks/{doors.Ref}/lots/1/cover";
        HttpResponseMessage restated = await lead.PostForm("/frameworks", page, Fields("8"));
        Assert.Equal(HttpStatusCode.Conflict, restated.StatusCode);
        Assert.Contains("Whom lot 1 is for is recorded as published: everybody.", PostForms.Words(await restated.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("See whom lot 1 is for", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);
        (string, string)[] modification = [.. Fields("5"), ("Why.Agreed", Deed), ("Why.Reason", "A known risk came about.")];

        HttpResponseMessage early = await lead.PostForm(page, page + "/modification", modification);
        await ChangePublished(tender, "25000000", "2026-11-20");
        HttpResponseMessage late = await lead.PostForm(page, page + "/modification", modification);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (early.StatusCode, late.StatusCode));
        Assert.Contains("Publish a UK10 about lot 1 first", PostForms.Words(await early.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("Contract change notice change-1", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_value_follows_a_published_change_notice_from_its_day()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, provider: "P-152");
        string tender = await Tendered(doors, Regime.Full);
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        string page = $"/frameworks/{doors.Ref}/value";

        HttpResponseMessage none = await lead.PostForm(page, page, []);
        await ChangePublished(tender, "25000000", "2026-12-01");
        HttpResponseMessage early = await lead.PostForm(page, page, []);
        Assert.Contains("names another value that holds today", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);
        await app.WithDb(db => db.PreparedNotices.Where(n => n.TenderRef == tender).ExecuteDeleteAsync());
        await ChangePublished(tender, "25000000", "2026-11-20");
        Assert.Contains("the framework may now come to £45,000,000.00", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);
        HttpResponseMessage followed = await lead.PostForm(page, page, []);
        HttpResponseMessage twice = await lead.PostForm(page, page, []);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (none.StatusCode, early.StatusCode, followed.StatusCode, twice.StatusCode));
        Framework framework = await app.WithDb(db => db.LoadFramework(doors.Ref));
        Assert.Equal(new Money(45_000_000m), framework.EstimatedValue);
        Assert.Contains("From £1,000,000.00 to £45,000,000.00 by contract change notice change-1.", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);
        Assert.Contains("framework.valueCapChanged", await doors.Log($"framework/{doors.Ref}"));
    }

    [Fact]
    public async Task Under_light_touch_the_parties_may_agree_another_value_and_under_the_full_regime_not_without_a_notice()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, provider: "P-154");
        string tender = await Tendered(doors, Regime.LightTouch);
        HttpClient lead = await doors.As(Role.Commissioner, doors.Lead);
        string page = $"/frameworks/{doors.Ref}/value";
        (string, string)[] agreed = [("Form.To", "2000000"), ("Form.Agreed", Deed), ("Form.Reason", "Two more authorities joined.")];

        HttpResponseMessage wordless = await lead.PostForm(page, page + "/variation", [("Form.To", "2000000")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordless.StatusCode);
        Assert.Contains("value=\"2000000\"", await wordless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostForm(page, page + "/variation", agreed)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await lead.PostForm(page, page + "/variation", agreed)).StatusCode);
        Assert.Equal(new Money(2_000_000m), (await app.WithDb(db => db.LoadFramework(doors.Ref))).EstimatedValue);
        Assert.Contains($"From £1,000,000.00 to £2,000,000.00 as agreed by: {Deed}. Why: Two more authorities joined.", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);

        await app.WithDb(db => db.Tenders.Where(t => t.Ref == tender).ExecuteUpdateAsync(set => set.SetProperty(t => t.Regime, Regime.Full)));
        HttpResponseMessage full = await lead.PostForm(page, page + "/variation", [("Form.To", "3000000"), .. agreed[1..]]);
        Assert.Equal(HttpStatusCode.Conflict, full.StatusCode);
        Assert.Contains("contract change notice (UK10)", PostForms.Words(await full.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_modification_rests_on_a_notice_of_its_own_whose_day_has_come_and_nothing_modified_is_stated_again()
    {
        Framework framework = FrameworkScene.Agreed();
        framework.TakeCover("1", Published);
        FrameworkLot lot = framework.Lot("1");
        PreparedNotice[] published = [Notice("change-1", "2026-11-20"), Notice("change-2", "2026-12-20")];
        Assert.Equal("change-1", PublishedChanges.For(lot, published, FrameworkScene.Today)?.ReleaseId);

        framework.ModifyCover(By, "1", new LotCover(null, null, [], "", Judgement.Good), Varied with { Regime = Regime.Full, ChangeNotice = "change-1" }, FrameworkScene.Now);
        Assert.Null(PublishedChanges.For(lot, published, FrameworkScene.Today));
        Assert.Equal("change-2", PublishedChanges.For(lot, published, new DateOnly(2026, 12, 20))?.ReleaseId);
        Assert.Equal("COVER_PUBLISHED", Refused(() => framework.StateCover("1", Published)));
    }

    private static PreparedNotice Notice(string release, string changesOn)
    {
        Tender tender = ATender.Published(By, "WM-2026-0001", "1");
        PreparedNotice notice = PreparedNotice.For(tender, NoticeKind.ContractChange);
        notice.Answer(tender, new NoticeAnswers(new Dictionary<string, string>(AnsweredNotice.Whole(NoticeKind.ContractChange, default).Values) { ["changesOn"] = changesOn, ["lot"] = "1" }), By, FrameworkScene.Now);
        notice.BecamePublic(release);
        return notice;
    }

    [Fact]
    public void A_higher_value_moves_the_alerts_and_a_lower_one_may_tell_at_once()
    {
        Framework framework = FrameworkScene.Agreed();
        framework.GoLive(FrameworkScene.Now);
        framework.Commit("CO-1", "1", new Money(850_000m), FrameworkScene.Today);
        framework.TakeHappenings();

        framework.FollowContractChange(By, new Money(1_500_000m), "change-1", FrameworkScene.Now);
        Assert.Equal((56, 0), (framework.PercentUsed, framework.Happenings.Count(h => h.Action == "framework.valueAlert")));
        Assert.Equal("CAP_SAME", Refused(() => framework.FollowContractChange(By, new Money(1_500_000m), "change-1", FrameworkScene.Now)));
        framework.FollowContractChange(By, new Money(900_000m), "change-2", FrameworkScene.Now);

        Assert.Equal(2, framework.Happenings.Count(h => h.Action == "framework.valueAlert"));
        Assert.Equal(["change-1", "change-2"], framework.CapChanges.Select(c => c.ChangeNotice));
    }

    [Fact]
    public async Task Only_who_runs_the_framework_modifies_it()
    {
        FrameworkDoors doors = await FrameworkDoors.Open(app, provider: "P-153");
        HttpClient stranger = await doors.As(Role.Commissioner, doors.Stranger);
        HttpClient provider = await doors.As(Role.ProviderBidder, doors.Provider);
        string here = $"/frameworks/{doors.Ref}";

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostForm(here, here + "/lots/1/cover/modification", [.. Fields("5"), ("Why.Agreed", Deed), ("Why.Reason", "Mine.")])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostForm(here, here + "/value", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.PostForm("/frameworks/own", here + "/value", [])).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.PostForm(here, here + "/value/variation", [("Form.To", "5"), ("Form.Agreed", Deed), ("Form.Reason", "Mine.")])).StatusCode);
    }

    private async Task<string> Tendered(FrameworkDoors doors, Regime regime)
    {
        (_, string tender) = await app.ReadyTender();
        await app.WithDb(db => db.Frameworks.Where(f => f.Ref == doors.Ref).ExecuteUpdateAsync(set => set.SetProperty(f => f.TenderRef, tender)));
        await app.WithDb(db => db.Tenders.Where(t => t.Ref == tender).ExecuteUpdateAsync(set => set.SetProperty(t => t.Regime, regime)));
        return tender;
    }

    private Task ChangePublished(string tenderRef, string newValue, string changesOn) => app.WithDb(async db =>
    {
        Tender tender = await db.Tenders.Include(t => t.Lots).SingleAsync(t => t.Ref == tenderRef);
        PreparedNotice notice = PreparedNotice.For(tender, NoticeKind.ContractChange);
        notice.Answer(tender, new NoticeAnswers(new Dictionary<string, string>(AnsweredNotice.Whole(NoticeKind.ContractChange, default).Values) { ["newValue"] = newValue, ["changesOn"] = changesOn, ["lot"] = "1" }), By, app.Clock.GetUtcNow());
        notice.BecamePublic("change-1");
        db.Add(notice);
        await db.Save(Actor.Portal);
    });

    private static (string, string)[] Fields(string from) =>
        [("Form.AgeFrom", from), ("Form.AgeTo", "15"), ("Form.Geography", "Within 20 miles"), ("Form.MinimumJudgement", "Good")];

    private static string Refused(Action act) => Assert.Throws<RuleBroken>(act).Reasons[0].Code;
}
