using Portal.Domain.Awards;
using Portal.Domain.Awards.Direct;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Tests.House;
using Portal.Tests.Tenders;

namespace Portal.Tests.Awards.Direct;

/// <summary>What the Act asks before a contract goes to somebody without a competition.</summary>
public sealed class DirectAwardTests
{
    private static readonly OrganisationId Buyer = Id.New<OrganisationId>();
    private static readonly OrganisationId Supplier = Id.New<OrganisationId>();
    private readonly Actor by = ATender.Commissioner(Buyer);

    public static TheoryData<string> Grounds => [.. DirectAwardGround.Held.Select(g => g.Code)];

    [Theory]
    [MemberData(nameof(Grounds))]
    [Rule("A9-01"), Rule("A9-02")]
    public void Each_limb_of_each_ground_blocks_until_it_alone_is_evidenced(string code)
    {
        DirectAwardGround ground = DirectAwardGround.Coded(code);
        DirectAward direct = Begun(Drafted(), code);
        Assert.Contains(ground.Limbs, l => l.Code == "exclusion");
        Assert.True(ground.Limbs.Count > 2);
        foreach (GroundLimb limb in ground.Limbs)
        {
            Assert.Contains(direct.WhatBlocks(Drafted(), ATender.Now), r => r.Code == "LIMB_UNEVIDENCED" && r.Field == limb.Code && r.Rule == limb.Rule);
            direct.EvidenceLimb(limb.Code, "A fact that shows this limb", "A file", by, ATender.Now);
            Assert.DoesNotContain(direct.WhatBlocks(Drafted(), ATender.Now), r => r.Field == limb.Code);
        }
    }

    [Fact]
    [Rule("A9-03")]
    public void Urgency_is_asked_limb_by_limb_and_never_waits_for_a_standstill_by_law()
    {
        DirectAwardGround urgency = DirectAwardGround.Coded("schedule/5/paragraph/13");

        Assert.Equal(["urgent", "necessary", "no-time", "not-our-doing", "unforeseeable"], urgency.Limbs.Where(l => l.Rule == "A9-03").Select(l => l.Code));
        Assert.Equal(StandstillKind.None, StandstillRule.Of(RuleSet.Latest(Regime.Full), urgency.Route, stated: false).Kind);
    }

    [Fact]
    [Rule("A9-04"), Rule("A9-06")]
    public void User_choice_is_for_light_touch_only_has_every_limb_and_owes_no_notice()
    {
        DirectAwardGround choice = DirectAwardGround.Coded(DirectAwardGround.UserChoice);
        Tender full = Drafted();
        full.Describe(ATender.Basics with { Regime = Regime.Full });

        Assert.Equal(["individual", "enactment", "preference", "best-interests"], choice.Limbs.Where(l => l.Rule == "A9-04").Select(l => l.Code));
        Assert.False(choice.OwesNotices);
        Assert.Contains(full.WhatBlocksDirectAward(choice, ATender.Now), r => r.Code == "NOT_LIGHT_TOUCH");
        DirectAward direct = Whole(Drafted(), choice.Code);
        Assert.Equal("TRANSPARENCY_NOTICE", Refused(() => direct.PutForward(Drafted(), "wm-2026-0001-001", ATender.Now)));
        Tender tender = Drafted();
        direct.PutForward(tender, null, ATender.Now);
        Assert.False(tender.OwesNotices);
        Assert.False(tender.Dates.Standstill);
        Assert.Empty(direct.WhatBlocksDecision());
    }

    [Fact]
    [Rule("A9-07")]
    public void Nothing_is_put_forward_without_its_notice_nor_decided_before_the_notice_is_public()
    {
        Tender tender = Drafted();
        DirectAward direct = Whole(tender, DirectAwardScene.Technical);
        Assert.Equal("NOT_PUT_FORWARD", Assert.Single(direct.WhatBlocksDecision()).Code);
        Assert.Equal("TRANSPARENCY_NOTICE", Refused(() => direct.PutForward(tender, null, ATender.Now)));

        direct.PutForward(tender, "wm-2026-0001-001", ATender.Now);
        Assert.Equal((TenderStage.Deciding, DirectAwardScene.Technical), (tender.Stage, tender.DirectGround));
        Assert.Equal("light-touch/2025-02-24", tender.RuleSetVersion);
        Assert.Equal(Methodology.Sha256(tender), tender.MethodologySha256);
        Assert.Equal("NOTICE_NOT_PUBLIC", Assert.Single(direct.WhatBlocksDecision()).Code);
        direct.NoteNoticePublic("032703-2026", ATender.Now);
        Assert.Empty(direct.WhatBlocksDecision());
        Assert.Equal("PUT_FORWARD_ALREADY", Refused(() => direct.EvidenceLimb("technical", "Another", "fact", by, ATender.Now)));
        Assert.Equal("PUT_FORWARD_ALREADY", Refused(() => direct.SetTerms(new DirectAwardTerms())));
        Assert.Equal("PUT_FORWARD_ALREADY", Refused(() => direct.GiveUp("Too late")));
    }

    [Fact]
    [Rule("A9-08")]
    public void Section_43_needs_a_competition_whose_deadline_has_passed_and_the_others_need_none()
    {
        DirectAwardGround after = DirectAwardGround.Coded(DirectAwardGround.Switch);
        Tender running = ATender.Published(by);
        Assert.Contains(running.WhatBlocksDirectAward(after, ATender.Now), r => r.Code == "TENDER_RUNNING");
        Assert.Contains(Drafted().WhatBlocksDirectAward(after, ATender.Now), r => r.Code == "WRONG_GROUND");

        running.Close(ATender.Closes.AddSeconds(1));
        Assert.Empty(running.WhatBlocksDirectAward(after, ATender.Closes.AddDays(1)));
        Assert.Contains(running.WhatBlocksDirectAward(DirectAwardGround.Coded(DirectAwardScene.Technical), ATender.Closes.AddDays(1)), r => r.Code == "WRONG_GROUND");
        running.Cancel("No tender came", ATender.Closes.AddDays(1));
        Assert.Contains(running.WhatBlocksDirectAward(after, ATender.Closes.AddDays(2)), r => r.Code == "DECIDED_OR_ENDED");
    }

    [Fact]
    [Rule("A9-01")]
    public void An_excluded_supplier_needs_an_overriding_public_interest()
    {
        Tender tender = Drafted();
        DirectAward direct = Whole(tender, DirectAwardScene.Technical);
        direct.SetTerms(new DirectAwardTerms { SignOn = new DateOnly(2027, 2, 22), Excluded = true, PublicInterest = "  " });
        Assert.Equal("EXCLUDED_SUPPLIER", Assert.Single(direct.WhatBlocks(tender, ATender.Now)).Code);

        direct.SetTerms(direct.Terms with { PublicInterest = "No other supplier can keep the children safe." });
        Assert.Empty(direct.WhatBlocks(tender, ATender.Now));
    }

    [Fact]
    [Rule("A9-09"), Rule("A8-05")]
    public void Below_the_threshold_no_ground_is_needed_and_an_open_framework_is_never_awarded_directly()
    {
        DirectAwardGround ground = DirectAwardGround.Coded(DirectAwardScene.Technical);
        Tender small = Drafted();
        small.Describe(ATender.Basics with { Regime = Regime.BelowThreshold });
        Assert.Contains(small.WhatBlocksDirectAward(ground, ATender.Now), r => r is { Code: "BELOW_THRESHOLD", Rule: "A9-09" });

        Tender framework = Drafted();
        framework.SetUpFramework(new FrameworkTerms { Ref = "WM-2027", OpenFramework = true });
        Assert.Contains(framework.WhatBlocksDirectAward(ground, ATender.Now), r => r is { Code: "OPEN_FRAMEWORK", Rule: "A8-05" });
    }

    [Fact]
    public void A_standstill_that_the_full_rules_make_mandatory_cannot_be_left_out()
    {
        Tender full = Drafted();
        full.Describe(ATender.Basics with { Regime = Regime.Full });
        DirectAward direct = Whole(full, DirectAwardScene.Technical);
        Assert.Empty(direct.WhatBlocks(full, ATender.Now));
        direct.SetTerms(direct.Terms with { Standstill = false, NoStandstillReason = "We are in a hurry." });
        Assert.Equal("STANDSTILL_MANDATORY", Assert.Single(direct.WhatBlocks(full, ATender.Now)).Code);
    }

    [Fact]
    public void The_conflicts_assessment_and_the_approval_to_procure_come_first()
    {
        Tender bare = Tender.Draft("WM-2026-0002", "A school place", Buyer, by.Person, ATender.Now);

        Assert.Equal(
            ["DESCRIPTION", "CPV_MISSING", "VALUE_MISSING", "NO_LOTS", "CONFLICTS_ASSESSMENT", "APPROVAL"],
            bare.WhatBlocksDirectAward(DirectAwardGround.Coded(DirectAwardScene.Technical), ATender.Now).Select(r => r.Code));
    }

    [Fact]
    public void A_given_up_case_takes_nothing_more_and_the_procurement_stays()
    {
        Tender tender = Drafted();
        DirectAward direct = Begun(tender, DirectAwardScene.Technical);
        Assert.Equal("MISSING", Refused(() => direct.GiveUp(" ")));
        direct.GiveUp("A second school was found.");

        Assert.Equal((DirectAwardStage.GivenUp, TenderStage.Drafting), (direct.Stage, tender.Stage));
        Assert.Equal("GIVEN_UP", Refused(() => direct.EvidenceLimb("technical", "A fact", "A file", by, ATender.Now)));
        Assert.Contains("given up", Assert.Throws<RuleBroken>(() => direct.GiveUp("Again")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_of_a_competition_are_refused_once_it_is_awarded_directly()
    {
        Tender tender = Drafted();
        Whole(tender, DirectAwardScene.Technical).PutForward(tender, "wm-2026-0001-001", ATender.Now);
        Award award = Award.For(tender);
        Assert.Equal("DIRECT_AWARD", Refused(() => award.Recommend(tender, [], new Dictionary<string, int>(), "First", by, ATender.Now)));
        award.RecommendDirectly(tender, Supplier, "Brightpath Homes", by, ATender.Now);
        Assert.Equal("AWARD_UNDERWAY", Refused(() => award.RecommendDirectly(tender, Supplier, "Brightpath Homes", by, ATender.Now)));
        Assert.Equal("DIRECT_AWARD", Refused(() => award.Reopen(tender, Supplier, true, "It withdrew", by, ATender.Now)));
        Assert.Equal("OWN_RECOMMENDATION", Refused(() => award.Decide(tender, "Yes", by, ATender.Now)));
        award.Decide(tender, "Every limb is met and evidenced", ATender.Somebody("Di", Buyer, Role.Director), ATender.Now);
        Assert.Equal("DIRECT_AWARD", Refused(() => award.SendSummaries(tender, 0, 0, ATender.Now)));
        Assert.Equal(["NO_NOTICE"], award.WhatBlocksSignature(tender, ATender.Now).Select(r => r.Code));
        award.PublishNotice(tender, ATender.Now);
        Assert.Equal(["NOTICE_NOT_PUBLIC"], award.WhatBlocksSignature(tender, ATender.Now).Select(r => r.Code));
        award.NoteNoticePublic(tender, "032704-2026", ATender.Now);
        Assert.Empty(award.WhatBlocksSignature(tender, ATender.Now));
    }

    private static string Refused(Action act) => Assert.Throws<RuleBroken>(act).Reasons[0].Code;

    private Tender Drafted() => ATender.Ready(by);

    private DirectAward Begun(Tender tender, string ground) => DirectAward.Begin(tender, Supplier, "Brightpath Homes", DirectAwardGround.Coded(ground), by, ATender.Now);

    private DirectAward Whole(Tender tender, string ground)
    {
        DirectAward direct = Begun(tender, ground);
        foreach (GroundLimb limb in direct.Ground.Limbs)
        {
            direct.EvidenceLimb(limb.Code, "A fact that shows this limb", "A file", by, ATender.Now);
        }

        direct.SetTerms(new DirectAwardTerms { SignOn = new DateOnly(2027, 2, 22) });
        return direct;
    }
}
