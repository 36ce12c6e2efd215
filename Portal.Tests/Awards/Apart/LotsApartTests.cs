using Portal.Domain.Awards;
using Portal.Domain.Bids;
using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Duties;
using Portal.Domain.Tenders;
using Portal.Tests.House;
using Portal.Tests.Tenders;

namespace Portal.Tests.Awards.Apart;

/// <summary>Lots awarded before the others, by the rules of tender and award.</summary>
public sealed class LotsApartTests
{
    private static readonly OrganisationId Buyer = Id.New<OrganisationId>();
    private static readonly Actor By = ATender.Commissioner(Buyer);
    private static readonly Actor Director = ATender.Somebody("Dee Director", Buyer, Role.Director);
    private static readonly OrganisationId First = Id.New<OrganisationId>();
    private static readonly OrganisationId Second = Id.New<OrganisationId>();
    internal static readonly DateTimeOffset Day = new(2027, 1, 25, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    [Rule("A10-01")]
    public void Lots_awarded_apart_have_their_own_course_and_leave_the_others_where_they_are()
    {
        Tender tender = Deciding("1", "2", "3");
        tender.AwardApart(["1", "3"], 1, Day);
        Award early = Announced(tender, 1, "1", First);

        Assert.Equal(TenderStage.Deciding, tender.Stage);
        Assert.Null(tender.StandstillEndsOn);
        Assert.Equal(("lots 1 and 3", "lot 2"), (tender.PartInWords(1), tender.PartInWords(0)));
        Assert.Equal($"tender/{tender.Ref}/award/1", early.Subject);
        Assert.All(early.Happenings, h => Assert.Equal(early.Subject, h.Subject));
        Assert.Equal(new DateOnly(2027, 2, 3), early.StandstillEnd(tender));
        Assert.Contains(early.WhatBlocksSigning(tender, Day), r => r.Code == "STANDSTILL");
        Assert.Equal([null, Day, Day], new[] { "2", "1", "3" }.Select(n => tender.LotNumbered(n).Awarding?.AnnouncedAt));
    }

    [Fact]
    [Rule("A10-11")]
    public void A_claim_about_one_award_leaves_the_signature_of_the_other_free()
    {
        Tender tender = Deciding("1", "2");
        tender.AwardApart(["1"], 1, Day);
        Award early = Announced(tender, 1, "1", First);
        Award rest = Announced(tender, 0, "2", Second);
        early.NoteClaim(tender, "A bidder", "Claim form served by e-mail", Day, new CourtProceedings("High Court", "HT-2027-1", new DateOnly(2027, 1, 25)), Day);

        DateTimeOffset after = Day.AddDays(14);
        Assert.Contains(early.WhatBlocksSignature(tender, after), r => r.Code == "SUSPENDED");
        Assert.Empty(rest.WhatBlocksSignature(tender, after));
        Assert.Contains(early.ApprovalLeft(tender, after), r => r.Text.Contains("the award of lot 1", StringComparison.Ordinal));
        tender.RecordAwardApproval(ATender.AwardApproval);
        Assert.Single(early.ApprovalLeft(tender, after));
        early.Approve(tender, ATender.AwardApproval);
        Assert.Equal(rest.ApprovalLeft(tender, after), early.ApprovalLeft(tender, after));
    }

    [Fact]
    public void What_all_lots_were_recommended_on_falls_when_some_leave_and_not_once_bidders_were_told()
    {
        Tender tender = Deciding("1", "2");
        Award all = Recommended(tender, 0, "1", First);
        all.Decide(tender, "Agreed on the report of today.", Director, Day);
        all.GiveOver(["2"], Day);
        Assert.Equal((AwardStage.Recommended, 0, null), (all.Stage, all.Winners.Count, all.Decision));

        Award told = Recommended(Deciding("1", "2"), 0, "1", First, out Tender other);
        told.Decide(other, "Agreed on the report of today.", Director, Day);
        told.SendSummaries(other, 1, 0, Day);
        Assert.Equal("BIDDERS_TOLD", CodeOf(() => told.GiveOver(["2"], Day)));
    }

    [Fact]
    [Rule("A4-13")]
    public void Lots_that_are_coupled_ended_unknown_or_all_that_are_left_are_not_awarded_apart()
    {
        Tender tender = Deciding("1", "2", "3");
        tender.EndLot("3", "Not needed any more.", 0, Day);
        Assert.Equal("LOT_GONE", Assert.Single(tender.WhatBlocksApart(["3"])).Code);
        Assert.Equal("LOT_GONE", Assert.Single(tender.WhatBlocksApart(["9"])).Code);
        Assert.Equal("ALL_LOTS", Assert.Single(tender.WhatBlocksApart(["1", "2"])).Code);
        Assert.Equal("NO_LOTS", Assert.Single(tender.WhatBlocksApart([])).Code);
        Assert.Equal("WRONG_STAGE", Assert.Single(ATender.Published(By, lots: ["1", "2"]).WhatBlocksApart(["1"])).Code);

        Tender coupled = ATender.Ready(By, lots: ["1", "2"]);
        coupled.LimitLots(new LotLimit { Most = 1, Order = ["1", "2"] });
        coupled.Publish(ATender.Now);
        ToDeciding(coupled);
        Assert.Equal("LOTS_COUPLED", Assert.Single(coupled.WhatBlocksApart(["1"])).Code);
    }

    [Fact]
    [Rule("A11-11")]
    public void When_the_last_lot_that_is_left_ends_the_tender_is_complete_and_a_signed_lot_keeps_it_from_being_cancelled()
    {
        Tender tender = Deciding("1", "2");
        tender.AwardApart(["1"], 1, Day);
        tender.NoteSigned(1, Day);
        Assert.Equal("LOT_SIGNED", CodeOf(() => tender.Cancel("No money.", Day)));
        Assert.Equal("WRONG_STAGE", Assert.Single(tender.WhatBlocksEnding(tender.LotNumbered("1"))).Code);
        tender.CompleteIfSettled(Day);
        Assert.Equal(TenderStage.Deciding, tender.Stage);
        tender.EndLot("2", "Not needed any more.", 0, Day);
        tender.CompleteIfSettled(Day);
        Assert.Equal(TenderStage.Signed, tender.Stage);
        Assert.Contains(tender.Happenings, h => h.Action == "tender.completed");
    }

    [Fact]
    public void A_cancelled_tender_ends_the_procedures_of_its_awards_apart()
    {
        Tender tender = Deciding("1", "2");
        tender.AwardApart(["1"], 1, Day);
        tender.Cancel("No money.", Day);
        Assert.Contains(tender.Happenings, h => h.Action == "award.givenUp" && h.Subject == $"tender/{tender.Ref}/award/1");
    }

    [Fact]
    [Rule("A10-01")]
    public void A_told_lot_stands_until_its_own_award_is_re_opened()
    {
        Tender tender = Deciding("1", "2");
        tender.AwardApart(["1"], 1, Day);
        Award early = Announced(tender, 1, "1", First);
        tender.MustBeUntold(tender.LotNumbered("2"));
        Assert.Equal("LOT_TOLD", CodeOf(() => tender.MustBeUntold(tender.LotNumbered("1"))));
        early.Reopen(tender, First, true, "It wrote that it gives up its tender.", By, Day);
        tender.MustBeUntold(tender.LotNumbered("1"));
        Assert.Equal((AwardStage.Recommended, null), (early.Stage, early.StandstillEnd(tender)));
        Assert.True(tender.IsDeciding(tender.LotNumbered("1")));
    }

    [Fact]
    [Rule("A10-06")]
    public void Each_award_owes_notices_of_its_own()
    {
        Tender tender = Deciding("1", "2");
        tender.AwardApart(["1"], 1, Day);
        DateOnly day = new(2027, 1, 25);
        PublicNotice early = new(NoticeKind.ContractAward, day, "r-2", null) { Part = 1 };
        DutyFacts facts = new(tender, [early], [], day, day) { Apart = [new AwardApart(1, "lot 1", day)] };
        DutyLine[] lines = [.. DutyCalendar.Of(facts).Where(l => l.Kind == NoticeKind.ContractAward)];
        Assert.Equal([("", null), ("Lot 1", "r-2")], lines.Select(l => (l.Subject, l.ReleaseId)).Order());
    }

    [Fact]
    [Rule("A10-07")]
    public void A_standstill_is_over_at_midnight_in_London_summer_and_winter_and_lots_that_ended_have_none()
    {
        Assert.Equal(new DateTimeOffset(2027, 6, 30, 23, 0, 0, TimeSpan.Zero), new AwardStandstill(1, "lot 1", new DateOnly(2027, 6, 21), new DateOnly(2027, 6, 30), Day, 0).EndsAt);
        Tender tender = Deciding("1", "2");
        tender.AwardApart(["1"], 1, Day);
        Award early = Announced(tender, 1, "1", First);
        AwardStandstill standstill = Assert.Single(AwardStandstill.Of(tender, [early]));
        Assert.Equal(("Standstill of lot 1", new DateOnly(2027, 1, 25), new DateOnly(2027, 2, 3)), (standstill.InWords, standstill.FirstDay, standstill.LastDay));
        Assert.Equal(new DateTimeOffset(2027, 2, 4, 0, 0, 0, TimeSpan.Zero), standstill.EndsAt);
        tender.EndLot("1", "Not needed any more.", 0, Day);
        Assert.Empty(AwardStandstill.Of(tender, [early]));
    }

    [Fact]
    [Rule("C2-03")]
    public void Bidders_of_a_lot_awarded_apart_may_be_asked_when_the_others_are_further_and_nobody_after_the_signature()
    {
        Tender tender = Deciding("1", "2");
        LotId early = tender.LotNumbered("1").Id;
        LotId rest = tender.LotNumbered("2").Id;
        tender.AwardApart(["1"], 1, Day);
        Award award = Announced(tender, 1, "1", First);
        Announced(tender, 0, "2", Second);
        award.Reopen(tender, First, true, "It wrote that it gives up its tender.", By, Day);
        Assert.Equal((true, false), (tender.MayAskAbout(early), tender.MayAskAbout(rest)));
        tender.NoteSigned(1, Day);
        Assert.False(tender.MayAskAbout(early));
        Assert.False(ATender.Published(By, lots: ["1"]).MayAskAbout(Id.New<LotId>()));
    }

    [Fact]
    [Rule("A10-11")]
    public void An_award_whose_bidders_were_told_is_never_given_up_so_that_a_claim_about_it_goes_on_suspending()
    {
        Tender tender = Deciding("1", "2");
        tender.AwardApart(["1"], 1, Day);
        Award early = Announced(tender, 1, "1", First);
        early.NoteClaim(tender, "A bidder", "Claim form served by e-mail", Day, new CourtProceedings("High Court", "HT-2027-1", new DateOnly(2027, 1, 25)), Day);
        early.Reopen(tender, First, true, "It wrote that it gives up its tender.", By, Day);
        Assert.Equal(AwardStage.Recommended, early.Stage);
        Assert.Equal("WRONG_STAGE", CodeOf(() => early.GiveUp(tender, "With the others after all.", Day)));
        Assert.Equal((1, true), (tender.LotNumbered("1").Part, early.IsSuspended));
    }

    [Fact]
    [Rule("A11-11")]
    public void Nothing_is_announced_or_signed_once_the_procurement_has_ended()
    {
        Tender tender = Deciding("1", "2", "3");
        tender.AwardApart(["1"], 1, Day);
        tender.AwardApart(["2"], 2, Day);
        Award early = Announced(tender, 1, "1", First);
        Award told = Recommended(tender, 2, "2", Second);
        told.Decide(tender, "Agreed on the report of today.", Director, Day);
        told.SendSummaries(tender, 1, 0, Day);
        tender.Cancel("No money.", Day);
        Assert.Contains(early.WhatBlocksSignature(tender, Day.AddDays(30)), r => r.Code == "PROCUREMENT_ENDED");
        Assert.Equal("PROCUREMENT_ENDED", CodeOf(() => told.PublishNotice(tender, Day)));
        Assert.Empty(AwardStandstill.Of(tender, [early]));
    }

    [Fact]
    [Rule("C2-03")]
    public void A_lot_of_the_ordinary_award_stands_from_the_letters_on_too()
    {
        Tender tender = Deciding("1", "2");
        Award all = Recommended(tender, 0, "1", First);
        all.Decide(tender, "Agreed on the report of today.", Director, Day);
        tender.MustBeUntold(tender.LotNumbered("1"));
        all.SendSummaries(tender, 1, 0, Day);
        Assert.Equal("LOT_TOLD", CodeOf(() => tender.MustBeUntold(tender.LotNumbered("1"))));
        all.Reopen(tender, First, true, "It wrote that it gives up its tender.", By, Day);
        tender.MustBeUntold(tender.LotNumbered("1"));
    }

    private static string CodeOf(Action act) => Assert.Throws<RuleBroken>(act).Reasons[0].Code;

    internal static Tender Deciding(params string[] lots)
    {
        Tender tender = ATender.Published(By, lots: lots);
        ToDeciding(tender);
        return tender;
    }

    private static void ToDeciding(Tender tender)
    {
        DateTimeOffset closed = ATender.Closes.AddSeconds(1);
        tender.Close(closed);
        tender.RecordOpening(ATender.Closes.AddHours(1));
        tender.StartQualification(closed);
        tender.StartScoring(closed);
        tender.StartModeration(closed);
        tender.StartPricing(closed);
        tender.StartDeciding(closed);
    }

    private static Award Recommended(Tender tender, int part, string lot, OrganisationId winner, out Tender of)
    {
        of = tender;
        return Recommended(tender, part, lot, winner);
    }

    private static Award Recommended(Tender tender, int part, string lot, OrganisationId winner)
    {
        Award award = Award.For(tender, part);
        award.Recommend(tender, [new AwardedBid(lot, Id.New<SubmissionId>(), winner, "Provider", "", 1)], new Dictionary<string, int> { [lot] = 1 }, "The best by the published criteria.", By, Day);
        return award;
    }

    internal static Award Announced(Tender tender, int part, string lot, OrganisationId winner)
    {
        Award award = Recommended(tender, part, lot, winner);
        award.Decide(tender, "Agreed on the report of today.", Director, Day);
        award.SendSummaries(tender, 1, 0, Day);
        award.PublishNotice(tender, Day);
        award.BeginStandstill(tender, Day);
        award.NoteNoticePublic(tender, "032704-2027", Day);
        return award;
    }
}
