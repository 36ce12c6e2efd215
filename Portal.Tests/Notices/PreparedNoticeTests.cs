using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Ocds;
using Portal.Domain.Notices.Preparing;
using Portal.Domain.Organisations;
using Portal.Domain.Tenders;
using Portal.Tests.Tenders;

namespace Portal.Tests.Notices;

public class PreparedNoticeTests
{
    private static readonly NoticeSettings Settings = new(new Uri("https://portal.example"), "ocds-test00", "The portal");
    private readonly Organisation buyer = Organisation.Register("west-midlands", "West Midlands Care Co-operative", OrganisationKind.RegionalCooperative);
    private readonly Organisation supplier = Organisation.Register("P-100", "Brightpath Homes", OrganisationKind.Provider);

    public static TheoryData<NoticeKind> Prepared => [.. Enum.GetValues<NoticeKind>().Where(kind => !NoticeDuty.MakesItself(kind))];

    [Theory]
    [MemberData(nameof(Prepared))]
    public void A_notice_with_every_answer_lacks_nothing_and_one_without_lacks_each_required_answer(NoticeKind kind)
    {
        Tender tender = ATender.Ready(ATender.Commissioner(buyer.Id));

        Assert.Empty(AnswerCheck.Missing(kind, AnsweredNotice.Whole(kind, supplier.Id), tender));
        Assert.Equal(NoticeQuestions.Of(kind).Where(q => q.Required).Select(q => q.Code), AnswerCheck.Missing(kind, NoticeAnswers.None, tender).Select(r => r.Field));
    }

    [Theory]
    [InlineData(NoticeKind.PlannedProcurement, "noticeOn", "soon", "ANSWER_SHAPE")]
    [InlineData(NoticeKind.PlannedProcurement, "endsOn", "2027-01-01", "DATES_CROSSED")]
    [InlineData(NoticeKind.Transparency, "ground", "schedule/5/paragraph/15", "ANSWER_SHAPE")]
    [InlineData(NoticeKind.Transparency, "publicInterest", "", "EXCLUDED_SUPPLIER")]
    [InlineData(NoticeKind.ContractCopy, "address", "http://council.example/contract.pdf", "ANSWER_SHAPE")]
    [InlineData(NoticeKind.ContractChange, "newValue", "-1", "ANSWER_SHAPE")]
    [InlineData(NoticeKind.ContractTermination, "lot", "99", "ANSWER_SHAPE")]
    public void What_cannot_be_is_refused_with_its_reason(NoticeKind kind, string code, string said, string reason)
    {
        Dictionary<string, string> answers = new(AnsweredNotice.Whole(kind, supplier.Id).Values) { [code] = said };

        Assert.Contains(AnswerCheck.Missing(kind, new NoticeAnswers(answers), ATender.Ready(ATender.Commissioner(buyer.Id))), r => r.Code == reason);
    }

    [Fact]
    public void A_published_notice_takes_no_more_answers()
    {
        Actor by = ATender.Commissioner(buyer.Id);
        Tender tender = ATender.Ready(by);
        PreparedNotice notice = PreparedNotice.For(tender, NoticeKind.Pipeline);
        notice.BecamePublic("wm-2026-0001-001");

        Assert.Equal("PUBLISHED_ALREADY", Assert.Throws<RuleBroken>(() => notice.Answer(tender, NoticeAnswers.None, by, ATender.Now)).Reasons[0].Code);
    }

    [Fact]
    public void What_the_portal_makes_by_itself_is_not_prepared() =>
        Assert.Equal("MAKES_ITSELF", Assert.Throws<RuleBroken>(() => PreparedNotice.For(ATender.Ready(ATender.Commissioner(buyer.Id)), NoticeKind.Tender)).Reasons[0].Code);

    [Theory]
    [InlineData(NoticeKind.Pipeline, "TOO_LATE_TO_PLAN")]
    [InlineData(NoticeKind.MarketEngagement, "TOO_LATE_TO_PLAN")]
    [InlineData(NoticeKind.PlannedProcurement, "TOO_LATE_TO_PLAN")]
    [InlineData(NoticeKind.Transparency, "TENDER_RUNNING")]
    [InlineData(NoticeKind.ContractDetails, "NO_AWARD_NOTICE")]
    [InlineData(NoticeKind.ContractTermination, "NO_DETAILS_NOTICE")]
    [InlineData(NoticeKind.ContractCopy, "NO_DETAILS_NOTICE")]
    public void While_a_tender_runs_nothing_comes_before_or_after_its_turn(NoticeKind kind, string reason) =>
        Assert.Contains(NoticeOrder.WhatBlocks(Facts(ATender.Published(ATender.Commissioner(buyer.Id)), kind, NoticeKind.Tender)), r => r.Code == reason);

    [Fact]
    public void The_award_follows_a_tender_or_a_transparency_notice_and_nothing_else()
    {
        Tender tender = ATender.Published(ATender.Commissioner(buyer.Id));

        Assert.Contains(NoticeOrder.WhatBlocks(Facts(tender, NoticeKind.ContractAward, NoticeKind.MarketEngagement)), r => r.Code == "NO_TENDER_NOTICE");
        Assert.Empty(NoticeOrder.WhatBlocks(Facts(tender, NoticeKind.ContractAward, NoticeKind.Transparency)));
        Assert.Contains(NoticeOrder.WhatBlocks(Facts(tender, NoticeKind.ProcurementTermination)), r => r.Code == "NOTHING_TO_END");
    }

    [Fact]
    public void A_direct_award_without_a_competition_cannot_rest_on_section_43_nor_go_without_a_conflicts_assessment()
    {
        Actor by = ATender.Commissioner(buyer.Id);
        Tender bare = Tender.Draft("WM-2026-0002", "A school place", by.Organisation, by.Person, ATender.Now);
        NoticeFacts facts = Facts(bare, NoticeKind.Transparency) with { Said = new NoticeAnswers(new Dictionary<string, string> { ["ground"] = DirectAwardGround.Switch }) };

        Assert.Equal(["WRONG_GROUND", "NO_CONFLICTS_ASSESSMENT"], NoticeOrder.WhatBlocks(facts).Select(r => r.Code));
    }

    private NoticeFacts Facts(Tender tender, NoticeKind kind, params NoticeKind[] earlier) => new(
        Settings, tender, kind, new NoticeAddress("ocds-test00-x", "x-001"), ATender.Now, earlier, [], new Dictionary<OrganisationId, Organisation> { [buyer.Id] = buyer });
}
