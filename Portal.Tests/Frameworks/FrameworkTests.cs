using Portal.Domain.Frameworks;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;

namespace Portal.Tests.Frameworks;

public sealed class FrameworkTests
{
    private static readonly DateOnly Today = FrameworkScene.Today;

    [Fact]
    public void A_framework_without_lots_does_not_go_live()
    {
        var framework = Framework.Open("X", "X", FrameworkLevel.Regional, default, default, Today, Today, new Money(1m), null, true);

        Assert.Equal("NO_LOTS", Refused(() => framework.GoLive(FrameworkScene.Now)));
    }

    [Fact]
    public void A_framework_goes_live_once_and_expires_for_good()
    {
        Framework framework = FrameworkScene.Agreed();
        framework.GoLive(FrameworkScene.Now);

        Assert.True(framework.Live);
        Assert.Equal("WRONG_STAGE", Refused(() => framework.GoLive(FrameworkScene.Now)));
        framework.Expire();
        Assert.Equal("WRONG_STAGE", Refused(() => framework.GoLive(FrameworkScene.Now)));
        Assert.Equal("FRAMEWORK_NOT_LIVE", Assert.Single(framework.WhatBlocksCallOff(Today)).Code);
    }

    [Theory]
    [InlineData(790_000, "")]
    [InlineData(800_000, "80")]
    [InlineData(950_000, "80 90")]
    [InlineData(1_200_000, "80 90 100")]
    public void The_lead_is_told_at_80_90_and_100_percent_of_the_value(int value, string alerts)
    {
        Framework framework = FrameworkScene.Agreed();
        framework.GoLive(FrameworkScene.Now);
        framework.Commit("CO-1", "1", new Money(value), Today);

        Assert.Equal(alerts, string.Join(' ', Alerts(framework)));
        framework.TakeHappenings();
        framework.Commit("CO-2", "1", new Money(1m), Today);
        Assert.Empty(Alerts(framework));
    }

    [Fact]
    public void A_placement_that_ended_counts_as_it_came_to_and_a_mark_passed_again_is_told_again()
    {
        Framework framework = FrameworkScene.Agreed();
        framework.GoLive(FrameworkScene.Now);
        FrameworkCommitment early = framework.Commit("CO-1", "1", new Money(850_000m), Today);
        framework.TakeHappenings();

        framework.Settle(early, new Money(50_000m), Today);
        Assert.Equal((new Money(50_000m), new Money(850_000m), 5), (framework.ValueUsed, framework.ValueAgreed, framework.PercentUsed));
        Assert.Equal((new Money(850_000m), new Money(50_000m)), (early.Value, early.Settled));
        Assert.Empty(Alerts(framework));
        Assert.Equal("SETTLED", Refused(() => framework.Settle(early, new Money(1m), Today)));

        FrameworkCommitment longer = framework.Commit("CO-2", "1", new Money(700_000m), Today);
        Assert.Empty(Alerts(framework));
        framework.Settle(longer, new Money(760_000m), Today);
        Assert.Equal("80", string.Join(' ', Alerts(framework)));
        Assert.Equal(new Money(1_550_000m), framework.ValueAgreed);
    }

    [Fact]
    public void A_placement_that_outlives_its_weeks_counts_as_it_has_come_to_and_the_alerts_follow()
    {
        Framework framework = FrameworkScene.Agreed();
        framework.GoLive(FrameworkScene.Now);
        FrameworkCommitment longer = framework.Commit("CO-1", "1", new Money(700_000m), Today);
        framework.TakeHappenings();

        Assert.Equal(0, framework.RunOn([(longer, new Money(650_000m))]));
        Assert.Equal(1, framework.RunOn([(longer, new Money(810_000m))]));
        Assert.Equal(0, framework.RunOn([(longer, new Money(810_000m))]));
        Assert.Equal((new Money(810_000m), new Money(700_000m), "80"), (framework.ValueUsed, framework.ValueAgreed, string.Join(' ', Alerts(framework))));
        Assert.Equal((new Money(700_000m), new Money(810_000m)), (longer.Value, longer.Counted));

        framework.Settle(longer, new Money(820_000m), Today);
        Assert.Equal((new Money(820_000m), new Money(700_000m)), (framework.ValueUsed, framework.ValueAgreed));
        Assert.Equal(0, framework.RunOn([(longer, new Money(900_000m))]));
    }

    [Fact]
    public void Nothing_is_called_off_after_the_term()
    {
        Framework framework = FrameworkScene.Agreed();
        framework.GoLive(FrameworkScene.Now);

        Assert.Equal("FRAMEWORK_TERM", Refused(() => framework.Commit("CO-1", "1", new Money(1m), new DateOnly(2030, 1, 1))));
    }

    [Fact]
    public void A_term_is_extended_only_as_far_as_the_notice_allowed()
    {
        Framework framework = FrameworkScene.Agreed();
        Assert.Equal("EXTENSION", Refused(() => framework.Extend(new DateOnly(2030, 6, 1), "Needed")));

        framework.SetTerms(FrameworkForm.Flexible, new DateOnly(2032, 12, 31), true);
        framework.Extend(new DateOnly(2032, 12, 31), "Three more years");

        Assert.Equal(new DateOnly(2032, 12, 31), framework.EndsOn);
        Assert.Equal("EXTENSION", Refused(() => framework.Extend(new DateOnly(2033, 1, 1), "More")));
    }

    [Fact]
    public void A_suspended_provider_puts_no_home_forward()
    {
        Admission admission = FrameworkScene.Agreed().Admit("1", new OrganisationId(Guid.CreateVersion7()));
        admission.Suspend("Insurance lapsed");

        Assert.Equal("NOT_ADMITTED", Refused(() => admission.PutForward("SC900001")));
        Assert.Equal("REASON_MISSING", Refused(() => admission.Reinstate(" ")));
        admission.Reinstate("Insurance renewed");
        Assert.Equal(HomeAdmissionStatus.Pending, admission.PutForward("SC900001").Status);
    }

    [Theory]
    [InlineData(Registration.Suspended, Judgement.Good, false, "REGISTRATION")]
    [InlineData(Registration.Active, Judgement.Inadequate, false, "JUDGEMENT CHECK_OPEN")]
    [InlineData(Registration.Active, Judgement.RequiresImprovement, false, "CHECK_OPEN")]
    [InlineData(Registration.Active, Judgement.None, false, "CHECK_OPEN")]
    [InlineData(Registration.Active, Judgement.Good, true, "RESTRICTION")]
    [InlineData(Registration.Active, Judgement.Outstanding, false, "")]
    public void The_regulator_decides_whether_a_home_may_be_onboarded(Registration registration, Judgement judgement, bool restriction, string codes)
    {
        HomeAdmission home = Priced();
        FrameworkScene.SeeEverything(home);

        IReadOnlyList<Reason> blocks = home.WhatBlocksOnboarding(new RegulatorView(registration, judgement, restriction), Judgement.Good, Today);

        Assert.Equal(codes, string.Join(' ', blocks.Select(b => b.Code)));
    }

    [Fact]
    public void A_home_below_the_minimum_is_onboarded_on_an_improvement_plan()
    {
        HomeAdmission home = Priced();
        FrameworkScene.SeeEverything(home);
        home.NoteCheck(new OnboardingFinding(OnboardingMatter.ImprovementPlan, true, "Plan of 1 May, reviewed monthly"), "Q. Lead", FrameworkScene.Now);

        home.Onboard(new RegulatorView(Registration.Active, Judgement.RequiresImprovement, false), Judgement.Good, Today);

        Assert.Equal(HomeAdmissionStatus.Onboarded, home.Status);
    }

    [Fact]
    public void Lapsed_evidence_is_no_evidence()
    {
        HomeAdmission home = Priced();
        FrameworkScene.SeeEverything(home);
        home.NoteCheck(new OnboardingFinding(OnboardingMatter.Insurance, true, "Old certificate", Today.AddDays(-1)), "Q. Lead", FrameworkScene.Now);

        Reason block = Assert.Single(home.WhatBlocksOnboarding(FrameworkScene.Good, Judgement.Good, Today));

        Assert.Equal(("EVIDENCE_LAPSED", "Insurance"), (block.Code, block.Field));
    }

    [Fact]
    public void A_home_without_a_price_is_not_onboarded()
    {
        HomeAdmission home = FrameworkScene.Agreed().Admit("1", default).PutForward("SC900001");
        FrameworkScene.SeeEverything(home);

        Assert.Equal("PRICE_MISSING", Refused(() => home.Onboard(FrameworkScene.Good, Judgement.Good, Today)));
    }

    [Fact]
    public void A_price_above_the_ceiling_is_refused_except_in_an_open_book_lot()
    {
        Framework framework = FrameworkScene.Agreed();

        Assert.Equal("ABOVE_CEILING", Refused(() => framework.Admit("1", default).PutForward("SC900001").AgreePrice(framework.Lot("1"), PriceTerms.Of(new Money(6900.01m)), Today)));
        Assert.Equal(new Money(14_000m), framework.Admit("6", default).PutForward("SC900001").AgreePrice(framework.Lot("6"), PriceTerms.Of(new Money(14_000m)), Today).Terms.Core);
    }

    [Fact]
    public void A_price_changes_only_from_a_later_day_by_decision_and_keeps_its_history()
    {
        Framework framework = FrameworkScene.Agreed();
        HomeAdmission home = Priced(framework);
        Assert.Equal("PRICE_BACKDATED", Refused(() => Propose(Today)));
        Propose(Today.AddDays(30));

        Assert.Equal(new Money(6100m), home.ScheduleOn(Today.AddDays(60))!.Terms.Core);
        Assert.Equal("PRICE_PENDING", Refused(() => Propose(Today.AddDays(40))));
        home.AcceptPrice(2, "Within the index", Today);

        Assert.Equal(new Money(6100m), home.ScheduleOn(Today.AddDays(29))!.Terms.Core);
        Assert.Equal(new Money(6200m), home.ScheduleOn(Today.AddDays(30))!.Terms.Core);

        void Propose(DateOnly from) => home.ProposePrice(framework.Lot("1"), PriceTerms.Of(new Money(6200m)), from, "Pay award", Today);
    }

    [Fact]
    public void A_refused_price_changes_nothing()
    {
        Framework framework = FrameworkScene.Agreed();
        HomeAdmission home = Priced(framework);
        home.ProposePrice(framework.Lot("1"), PriceTerms.Of(new Money(6200m)), Today.AddDays(1), "Pay award", Today);
        home.RefusePrice(2, "No evidence");

        Assert.Equal(new Money(6100m), home.ScheduleOn(Today.AddDays(2))!.Terms.Core);
        Assert.Equal("home.priceRefused", home.Happenings[^1].Action);
    }

    [Fact]
    public void An_applicant_does_not_decide_on_its_own_accession()
    {
        var applicant = new PersonId(Guid.CreateVersion7());
        Accession accession = Accession.Apply(FrameworkScene.Agreed(), default, applicant, "We need homes nearby", FrameworkScene.Now);

        Assert.Equal("OWN_REQUEST", Refused(() => accession.Approve(applicant, "Fine")));
    }

    [Fact]
    public void An_accession_takes_effect_by_deed_within_the_term()
    {
        Framework framework = FrameworkScene.Agreed();
        Accession accession = Accession.Apply(framework, default, default, "We need homes nearby", FrameworkScene.Now);
        Assert.Equal("WRONG_STAGE", Refused(() => accession.SignDeed("Deed 1", Today, framework)));
        accession.Approve(new PersonId(Guid.CreateVersion7()), "Neighbouring authority");
        Assert.Equal("FRAMEWORK_TERM", Refused(() => accession.SignDeed("Deed 1", new DateOnly(2025, 12, 31), framework)));
        accession.SignDeed("Deed 1", Today, framework);

        Assert.Equal((AccessionStage.Effective, (DateOnly?)Today), (accession.Stage, accession.EffectiveFrom));
    }

    [Fact]
    public void A_restriction_is_lifted_once_with_a_reason_and_by_its_own_region()
    {
        QaRestriction embargo = QaRestriction.Impose(QaRestrictionKind.Embargo, default, "SC900001", "west-midlands", default, "Safeguarding enquiry", FrameworkScene.Now);

        Assert.Throws<NotAllowed>(() => embargo.Lift("south-east", default, "Fine by us", FrameworkScene.Now));
        Assert.Equal("REASON_MISSING", Refused(() => embargo.Lift("west-midlands", default, "", FrameworkScene.Now)));
        embargo.Lift("west-midlands", default, "Two monitoring visits passed", FrameworkScene.Now);
        Assert.Equal("ALREADY_LIFTED", Refused(() => embargo.Lift("west-midlands", default, "Again", FrameworkScene.Now)));
    }

    private static HomeAdmission Priced(Framework? framework = null)
    {
        framework ??= FrameworkScene.Agreed();
        HomeAdmission home = framework.Admit("1", new OrganisationId(Guid.CreateVersion7())).PutForward("SC900001");
        home.AgreePrice(framework.Lot("1"), PriceTerms.Of(new Money(6100m)), new DateOnly(2026, 1, 1));
        return home;
    }

    private static string Refused(Action act) => Assert.Throws<RuleBroken>(act).Reasons[0].Code;

    private static IEnumerable<object?> Alerts(Framework framework) =>
        framework.Happenings.Where(h => h.Action == "framework.valueAlert").Select(h => h.Payload.GetType().GetProperty("percent")!.GetValue(h.Payload));
}
