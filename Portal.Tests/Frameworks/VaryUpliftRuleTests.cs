using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.Notices;
using Portal.Tests.Tenders;
using static Portal.Tests.Frameworks.UpliftRuleChangeTests;

namespace Portal.Tests.Frameworks;

/// <summary>What permits a change of the uplift rule, and how one that is agreed is taken back before its day.</summary>
public sealed class VaryUpliftRuleTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public void A_change_that_is_agreed_is_taken_back_by_two_people_before_its_day_and_both_stay_readable()
    {
        UpliftRule rule = UpliftRule.Publish(FrameworkScene.Agreed(), First);
        rule.Propose(By, Later, Agreed(April), FrameworkScene.Now);
        UpliftChange undone = rule.Agree(Second, FrameworkScene.Now);
        Assert.Equal("RULE_SAME", Refused(() => rule.Propose(By, Later, Agreed(April), FrameworkScene.Now)));

        rule.Propose(By, First, Agreed(April, "Signed by mistake."), FrameworkScene.Now);
        Assert.Equal(Later, rule.TermsOn(April));
        Assert.Equal("OWN_REQUEST", Refused(() => rule.Agree(By, FrameworkScene.Now)));
        UpliftChange back = rule.Agree(Second, FrameworkScene.Now);

        Assert.Equal((First, null, 2), (rule.TermsOn(April), rule.ChangeAfter(FrameworkScene.Today), rule.Changes.Count));
        Assert.Equal((true, false), (rule.IsReplaced(undone), rule.IsReplaced(back)));
        Assert.Equal("RULE_BACKDATED", Refused(() => rule.Propose(By, Later, Agreed(April), LondonTime.StartOfDay(April))));
        rule.Propose(By, Later with { CapPercent = 2m }, Agreed(April, "Corrected."), FrameworkScene.Now);
        Assert.Equal(2m, rule.Agree(Second, FrameworkScene.Now).Terms.CapPercent);
        Assert.Equal((2m, 2m), (rule.TermsOn(April).CapPercent, rule.ChangeAfter(FrameworkScene.Today)!.Terms.CapPercent));
    }

    [Fact]
    public async Task Under_the_full_regime_a_higher_cap_is_not_recorded_before_it_is_weighed()
    {
        await using PortalApp own = new();
        UpliftScene scene = await UpliftScene.Open(own, provider: "P-143");
        (_, string tender) = await own.ReadyTender();
        await own.WithDb(db => db.Frameworks.Where(f => f.Ref == scene.Doors.Ref).ExecuteUpdateAsync(set => set.SetProperty(f => f.TenderRef, tender)));
        await own.WithDb(db => db.Tenders.Where(t => t.Ref == tender).ExecuteUpdateAsync(set => set.SetProperty(t => t.Regime, Regime.Full)));
        HttpClient lead = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        string page = $"/frameworks/{scene.Doors.Ref}/uplifts";

        HttpResponseMessage refused = await lead.PostForm(page, page + "/rule-change", Fields("1", "4", "2027", "Varied."));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("weighed as a modification first (section 74): prepare and publish a UK10", PostForms.Words(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        UpliftRule rule = UpliftRule.Publish(FrameworkScene.Agreed(), First);
        Assert.Equal("RISE_UNWEIGHED", Refused(() => rule.Propose(By, Later, Agreed(April) with { Regime = Regime.Full }, FrameworkScene.Now)));
        rule.Propose(By, First with { CapPercent = 1m }, Agreed(April) with { Regime = Regime.Full }, FrameworkScene.Now);

        await ChangePublished(own, tender, "2027-04-02");
        HttpResponseMessage early = await lead.PostForm(page, page + "/rule-change", Fields("1", "4", "2027", "Varied."));
        HttpResponseMessage weighed = await lead.PostForm(page, page + "/rule-change", Fields("2", "4", "2027", "Varied."));
        HttpClient second = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (early.StatusCode, weighed.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostForm(page, page + "/rule-change/agreement", [])).StatusCode);
        Assert.Contains("Contract change notice: change-1.", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);
        HttpResponseMessage again = await lead.PostForm(page, page + "/rule-change", [.. Fields("1", "6", "2027", "Varied.").Where(f => f.Item1 != "Change.CapPercent"), ("Change.CapPercent", "5")]);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    private static async Task ChangePublished(PortalApp own, string reference, string changesOn)
    {
        Tender tender = await own.WithDb(db => db.Tenders.SingleAsync(t => t.Ref == reference));
        PreparedNotice notice = PreparedNotice.For(tender, NoticeKind.ContractChange);
        Dictionary<string, string> answers = new(AnsweredNotice.Whole(NoticeKind.ContractChange, default).Values) { ["changesOn"] = changesOn };
        answers.Remove("lot");
        notice.Answer(tender, new NoticeAnswers(answers), By, FrameworkScene.Now);
        notice.BecamePublic("change-1");
        await own.WithDb(async db => { db.Add(notice); return await db.SaveChangesAsync(); });
    }

    [Fact]
    public async Task The_lead_takes_an_agreed_change_back_through_the_page()
    {
        UpliftScene scene = await UpliftScene.Open(app, provider: "P-149");
        await scene.ChangeRule(Later, Agreed(April));
        HttpClient lead = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        string page = $"/frameworks/{scene.Doors.Ref}/uplifts";
        Assert.Contains("A change from Thursday 1 April 2027 is agreed and does not hold yet.", PostForms.Words(await lead.Page(page)), StringComparison.Ordinal);
        string form = await lead.Page(page + "?back=true");
        Assert.Contains("The form holds the rule of today for Thursday 1 April 2027.", PostForms.Words(form), StringComparison.Ordinal);
        Assert.Matches("name=\"When.From.Month\"[^>]*value=\"4\"", form);

        (string, string)[] back = [("Change.Index", First.Index), ("Change.CapPercent", "1.5"), ("Change.QuorumPercent", "50"), ("Change.VoteDays", "14"), ("Change.Published", First.Published), .. Fields("1", "4", "2027", "Signed by mistake.").Where(f => f.Item1.StartsWith("When", StringComparison.Ordinal))];
        HttpResponseMessage proposed = await lead.PostForm(page, page + "/rule-change", back);
        Assert.True(proposed.StatusCode == HttpStatusCode.Redirect, PostForms.Words(await proposed.Content.ReadAsStringAsync()));
        HttpClient second = await scene.Doors.As(Role.Commissioner, scene.Doors.Lead);
        Assert.Equal(HttpStatusCode.Redirect, (await second.PostForm(page, page + "/rule-change/agreement", [])).StatusCode);

        string words = PostForms.Words(await lead.Page(page));
        Assert.Contains("From Thursday 1 April 2027 (never held: replaced before its day)", words, StringComparison.Ordinal);
        Assert.DoesNotContain("is agreed and does not hold yet", words, StringComparison.Ordinal);
        string subject = $"The rule by which prices on {scene.Doors.Ref} rise stays as it is";
        Assert.Equal(1 + scene.Board.Count, await app.WithDb(db => db.Messages.CountAsync(m => m.Subject.StartsWith(subject))));
    }
}
