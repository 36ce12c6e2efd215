using Portal.Domain.Bids.Negotiating;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Tenders;
using Portal.Domain.Tenders.Flexible;
using Portal.Tests.House;
using Portal.Tests.Tenders;

namespace Portal.Tests.Qualification;

/// <summary>The rules of a competitive flexible procedure's stages.</summary>
public sealed class FlexibleTests
{
    private static readonly Actor Commissioner = ATender.Commissioner(Id.New<OrganisationId>());
    private static readonly DateTimeOffset Decided = FlexibleScene.RequestsClose.AddDays(2);

    private static readonly OrganisationId First = Id.New<OrganisationId>();
    private static readonly OrganisationId Second = Id.New<OrganisationId>();

    [Fact]
    [Rule("A4-07")]
    public void A_flexible_procedure_is_published_only_with_its_stages_described()
    {
        Tender tender = Ready();
        Assert.Empty(tender.WhatBlocksPublication(ATender.Now));

        tender.SetStages(null);
        Assert.Equal(["STAGES"], Blocks(tender));
        tender.SetStages(FlexibleScene.Plan with { Description = "Short", MostInvited = 1, Shortlist = [new("E", "Experience", "?", 60, 5)] });
        Assert.Equal(["STAGES_WORDS", "STAGES_NUMBERS", "SHORTLIST_WEIGHTS"], Blocks(tender));
        tender.SetStages(FlexibleScene.Plan);
        tender.Schedule(FlexibleScene.Dates with { FinalTendersCloseAt = null });
        Assert.Equal(["STAGES_DATES"], Blocks(tender));
        tender.Schedule(FlexibleScene.Dates with { RequestsCloseAt = ATender.Closes });
        Assert.Equal(["REQUESTS_DATE"], Blocks(tender));
    }

    [Fact]
    public void An_open_procedure_has_no_stages_and_open_prices_ask_for_an_open_book()
    {
        Tender tender = Ready();
        tender.ChangeLot("1", "evidence", lot => lot.Require([], lot.Declarations));
        Assert.Equal(["OPEN_BOOK"], Blocks(tender));
        tender.SetStages(FlexibleScene.Plan with { OpenBook = false });
        Assert.Empty(Blocks(tender));
        tender.Describe(ATender.Basics with { Procedure = Procedure.Open });
        Assert.Contains("ONE_STAGE", Blocks(tender));
        Assert.Throws<RuleBroken>(() => tender.SetStages(FlexibleScene.Plan with { Shortlist = [new("E", "One", "?", 50, 5), new("E", "Two", "?", 50, 5)] }));
    }

    [Fact]
    [Rule("A5-02")]
    public void Outside_light_touch_suppliers_have_25_days_to_ask()
    {
        Tender tender = Ready(Regime.Full);
        tender.Schedule(FlexibleScene.Dates with { RequestsCloseAt = ATender.Now.AddDays(24) });
        Assert.Equal(["PARTICIPATION_SHORT"], Blocks(tender));
        tender.Schedule(FlexibleScene.Dates with { RequestsCloseAt = ATender.Now.AddDays(25) });
        Assert.Empty(Blocks(tender));
        Tender light = Ready();
        light.Schedule(FlexibleScene.Dates with { RequestsCloseAt = ATender.Now.AddDays(9) });
        Assert.Equal(["SHORT_PERIOD_REASON"], Blocks(light));
    }

    [Fact]
    [Rule("A12-04")]
    public void Below_the_threshold_there_is_no_separate_stage_about_suitability()
    {
        Tender tender = Ready(Regime.BelowThreshold);
        tender.Describe(ATender.Basics with { Procedure = Procedure.CompetitiveFlexible, Regime = Regime.BelowThreshold, NetValue = new Money(100_000m), GrossValue = new Money(120_000m) });

        Assert.Equal(["SUITABILITY_STAGE"], Blocks(tender));
    }

    [Theory]
    [Rule("A5-03")]
    [InlineData(AuthorityKind.SubCentral, 10, true)]
    [InlineData(AuthorityKind.SubCentral, 9, false)]
    [InlineData(AuthorityKind.Central, 24, false)]
    [InlineData(AuthorityKind.Central, 25, true)]
    public void Invited_suppliers_have_ten_days_or_25_from_a_central_authority(AuthorityKind authority, int days, bool enough)
    {
        Tender tender = Ready(Regime.Full, authority);
        tender.Schedule(FlexibleScene.Dates with { RequestsCloseAt = ATender.Now.AddDays(25) });
        tender.Publish(ATender.Now);
        DateTimeOffset invited = ATender.Now.AddDays(26);
        tender.CloseRequests(invited);

        Exception? refused = Record.Exception(() => tender.InviteTenders([First, Second], invited.AddDays(days), "", invited));

        Assert.Equal(enough ? null : "TENDER_PERIOD_SHORT", (refused as RuleBroken)?.Reasons[0].Code);
        Assert.Equal(enough ? TenderStage.Open : TenderStage.Shortlisting, tender.Stage);
    }

    [Fact]
    [Rule("A4-01")]
    public void Nobody_enters_after_the_first_stage_and_whoever_left_does_not_come_back()
    {
        Tender tender = Invited();

        tender.MustBeInvited(First);
        Assert.Equal("NOT_INVITED", Assert.Throws<RuleBroken>(() => tender.MustBeInvited(Id.New<OrganisationId>())).Reasons[0].Code);
        tender.Leave(First, "No capacity", Decided.AddDays(1));
        Assert.Throws<RuleBroken>(() => tender.MustBeInvited(First));
        Assert.Equal([Second], tender.Invited);
        Assert.Equal("NOT_TAKING_PART", Assert.Throws<RuleBroken>(() => tender.Leave(First, "Again", Decided.AddDays(1))).Reasons[0].Code);
    }

    [Fact]
    public void Initial_tenders_are_negotiated_and_only_final_ones_assessed()
    {
        Tender tender = Opened();
        Assert.Equal("FINAL_TENDERS_FIRST", Assert.Throws<RuleBroken>(() => tender.StartQualification(ATender.Closes.AddHours(3))).Reasons[0].Code);
        tender.StartNegotiating(ATender.Closes.AddHours(3));
        tender.Leave(Second, "Sold", ATender.Closes.AddDays(1));
        Assert.Equal("TOO_FEW_LEFT", Assert.Throws<RuleBroken>(() => tender.InviteFinalTenders(FlexibleScene.FinalCloses, " ", ATender.Closes.AddDays(2))).Reasons[0].Code);
        tender.InviteFinalTenders(FlexibleScene.FinalCloses, "The only one left is well priced.", ATender.Closes.AddDays(2));

        Assert.Equal((TenderStage.Open, 2, FlexibleScene.FinalCloses), (tender.Stage, tender.Round, tender.ClosesAt));
        Assert.Equal(FlexibleScene.FinalCloses.AddHours(1), tender.OpensAt);
        tender.Close(FlexibleScene.FinalCloses.AddHours(1));
        tender.RecordOpening(FlexibleScene.FinalCloses.AddHours(1));
        tender.StartQualification(FlexibleScene.FinalCloses.AddHours(2));
        Assert.Equal(TenderStage.Qualifying, tender.Stage);
    }

    [Fact]
    public void When_everybody_has_left_there_is_nothing_to_negotiate()
    {
        Tender tender = Opened();
        tender.Leave(First, "No", ATender.Closes.AddHours(3));
        tender.Leave(Second, "No", ATender.Closes.AddHours(3));

        Assert.Equal("NOTHING_TO_NEGOTIATE", Assert.Throws<RuleBroken>(() => tender.StartNegotiating(ATender.Closes.AddHours(4))).Reasons[0].Code);
    }

    [Fact]
    [Rule("A5-01")]
    public void Everybody_has_one_meeting_of_the_same_length_in_a_round()
    {
        Tender tender = Opened();
        DateTimeOffset began = ATender.Closes.AddHours(3);
        tender.StartNegotiating(began);
        NegotiationRound round = NegotiationRound.Begin(tender, 1, "Night staff", began);

        Assert.Equal(["UNEQUAL_TIME"], Refused(round, tender, Meeting(First, 61)));
        Assert.Equal(["WHY_SHORTER"], Refused(round, tender, Meeting(First, 59)));
        Assert.Equal(["ONE_MEETING"], Refused(round, tender, Meeting(Id.New<OrganisationId>(), 60)));
        Assert.Equal(["MEETING_TIME", "MEETING_RECORD"], Refused(round, tender, Meeting(First, 60) with { HeldAt = began.AddDays(9), Discussed = "" }));
        round.Hold(tender, Meeting(First, 60) with { Told = "Nights may be shared by two homes." }, began.AddHours(2));
        Assert.Equal(["ONE_MEETING"], Refused(round, tender, Meeting(First, 60)));
        Assert.Equal("UNEQUAL_TIME", Assert.Throws<RuleBroken>(() => round.End(tender, began.AddHours(3))).Reasons[0].Code);
        round.Hold(tender, Meeting(Second, 20) with { WhyShorter = "It had no more questions." }, began.AddHours(2));
        round.End(tender, began.AddHours(3));

        Assert.Equal(["Nights may be shared by two homes."], round.Shared.Select(s => s.Words));
        Assert.Equal(["ROUND_OVER", "ONE_MEETING"], Refused(round, tender, Meeting(First, 60)));
        Assert.Equal("ROUND_OVER", Assert.Throws<RuleBroken>(() => round.Share("More", began)).Reasons[0].Code);
        Assert.Equal("ROUNDS_SPENT", Assert.Throws<RuleBroken>(() => NegotiationRound.Begin(tender, 3, "More", began)).Reasons[0].Code);

        static string[] Refused(NegotiationRound round, Tender tender, Meeting meeting) =>
            [.. Assert.Throws<RuleBroken>(() => round.Hold(tender, meeting, ATender.Closes.AddHours(5))).Reasons.Select(r => r.Code)];
    }

    [Fact]
    public void The_stages_are_part_of_what_the_hash_freezes()
    {
        Tender tender = Ready();
        string before = Methodology.Sha256(tender);
        tender.SetStages(FlexibleScene.Plan with { MostInvited = 3 });

        Assert.NotEqual(before, Methodology.Sha256(tender));
        Assert.DoesNotContain("stages", Methodology.Canonical(ATender.Ready(Commissioner)), StringComparison.Ordinal);
    }

    [Theory]
    [Rule("A1-03")]
    [Rule("A1-07")]
    [InlineData(AuthorityKind.SubCentral, "79000000", "207719.99", true)]
    [InlineData(AuthorityKind.SubCentral, "79000000", "207720.00", false)]
    [InlineData(AuthorityKind.Central, "79000000", "135017.99", true)]
    [InlineData(AuthorityKind.Central, "79000000", "207719.99", false)]
    [InlineData(AuthorityKind.Central, "85311300", "663539.99", true)]
    public void What_reaches_the_threshold_of_its_authority_is_no_below_threshold_procurement(AuthorityKind authority, string cpv, string gross, bool below)
    {
        Tender tender = Tender.Draft("NCC-2026-0001", "Advice", Commissioner.Organisation, Commissioner.Person, ATender.Now, authority);
        Money value = new(decimal.Parse(gross, System.Globalization.CultureInfo.InvariantCulture));
        tender.Describe(ATender.Basics with { Regime = Regime.BelowThreshold, Cpv = cpv, NetValue = value, GrossValue = value });

        Assert.Equal(!below, Blocks(tender).Contains("ABOVE_THRESHOLD"));
    }

    private static Meeting Meeting(OrganisationId supplier, int minutes) => new(supplier, ATender.Closes.AddHours(4), minutes, "", "Casey", "Pat", "Nights", "");

    private static string[] Blocks(Tender tender) => [.. tender.WhatBlocksPublication(ATender.Now).Select(r => r.Code)];

    private static Tender Ready(Regime regime = Regime.LightTouch, AuthorityKind authority = AuthorityKind.SubCentral)
    {
        Tender tender = Tender.Draft("NCC-2026-0001", "Therapeutic homes", Commissioner.Organisation, Commissioner.Person, ATender.Now, authority);
        tender.Describe(ATender.Basics with { Procedure = Procedure.CompetitiveFlexible, Regime = regime });
        tender.AddLot(ATender.ALot, "1");
        FlexibleScene.Stage(tender);
        tender.Describe(ATender.Basics with { Procedure = Procedure.CompetitiveFlexible, Regime = regime });
        tender.AddDocument(new NewDocument("Specification.pdf", "Specification", 1234, new string('a', 64), "file-1"), Commissioner.Person, ATender.Now);
        tender.ChooseTeam(ATender.Team);
        tender.AssessConflicts(ATender.Somebody("Lee Legal", Commissioner.Organisation, Role.Legal), "All were asked.", "None needed steps.", ATender.Now);
        tender.RecordApproval(ATender.Approval);
        return tender;
    }

    private static Tender Invited()
    {
        Tender tender = Ready();
        tender.Publish(ATender.Now);
        Assert.Equal("TOO_EARLY", Assert.Throws<RuleBroken>(() => tender.CloseRequests(FlexibleScene.RequestsClose)).Reasons[0].Code);
        tender.CloseRequests(FlexibleScene.RequestsClose.AddTicks(1));
        tender.InviteTenders([First, Second], ATender.Closes, "", Decided);
        return tender;
    }

    private static Tender Opened()
    {
        Tender tender = Invited();
        tender.Close(ATender.Closes.AddHours(1));
        tender.RecordOpening(ATender.Closes.AddHours(1));
        return tender;
    }
}
