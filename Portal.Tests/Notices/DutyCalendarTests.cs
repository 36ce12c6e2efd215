using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Duties;
using Portal.Domain.Tenders;
using Portal.Tests.Tenders;

namespace Portal.Tests.Notices;

public class DutyCalendarTests
{
    private static readonly DateOnly Signed = new(2027, 2, 22);
    private readonly Tender tender = ATender.Published(ATender.Commissioner(Id.New<OrganisationId>()));

    [Fact]
    public void A_light_touch_contract_has_120_days_for_its_details_and_180_for_its_copy()
    {
        DutyLine details = Line(NoticeKind.ContractDetails, Signed);
        DutyLine copy = Line(NoticeKind.ContractCopy, Signed);

        Assert.Equal((new DateOnly(2027, 6, 21), DutyState.Later), (details.Due, details.State));
        Assert.Equal(new DateOnly(2027, 8, 20), copy.Due);
        Assert.DoesNotContain(DutyCalendar.Of(Facts(Signed)), d => d.Kind == NoticeKind.ContractPerformance);
    }

    [Fact]
    public void The_full_rules_ask_for_30_and_90_days_and_a_performance_notice_every_twelve_months()
    {
        Tender full = Full();

        Assert.Equal(new DateOnly(2027, 3, 23), Line(NoticeKind.ContractDetails, Signed, full).Due);
        Assert.Equal(new DateOnly(2027, 5, 22), Line(NoticeKind.ContractCopy, Signed, full).Due);
        Assert.Equal(new DateOnly(2028, 2, 22), Line(NoticeKind.ContractPerformance, Signed, full).Due);
        Assert.Equal(new DateOnly(2029, 2, 22), Line(NoticeKind.ContractPerformance, Signed, full, new PublicNotice(NoticeKind.ContractPerformance, new DateOnly(2028, 2, 1), "r", "1")).Due);
    }

    [Theory]
    [InlineData("2027-06-06", DutyState.Later)]
    [InlineData("2027-06-07", DutyState.DueSoon)]
    [InlineData("2027-06-21", DutyState.DueSoon)]
    [InlineData("2027-06-22", DutyState.Overdue)]
    public void The_portal_warns_in_the_last_two_weeks_and_says_from_the_next_day_what_was_missed(string today, DutyState state) =>
        Assert.Equal(state, Line(NoticeKind.ContractDetails, DateOnly.ParseExact(today, "yyyy-MM-dd")).State);

    [Theory]
    [InlineData("2027-06-21", DutyState.Done)]
    [InlineData("2027-06-22", DutyState.DoneLate)]
    public void A_notice_after_its_last_day_stays_known_as_late(string on, DutyState state) =>
        Assert.Equal(state, Line(NoticeKind.ContractDetails, new DateOnly(2028, 1, 1), null, new PublicNotice(NoticeKind.ContractDetails, DateOnly.ParseExact(on, "yyyy-MM-dd"), "r", null)).State);

    [Fact]
    public void The_end_of_every_lot_owes_a_termination_notice_in_30_days_light_touch_too()
    {
        Assert.Equal((DutyState.Later, new DateOnly(2031, 4, 29)), (Line(NoticeKind.ContractTermination, new DateOnly(2031, 3, 30)).State, Line(NoticeKind.ContractTermination, Signed).Due!.Value));
        Assert.Equal(DutyState.Overdue, Line(NoticeKind.ContractTermination, new DateOnly(2031, 4, 30)).State);
        Assert.Equal(DutyState.Done, Line(NoticeKind.ContractTermination, new DateOnly(2031, 4, 30), null, new PublicNotice(NoticeKind.ContractTermination, new DateOnly(2031, 4, 20), "r", "1")).State);
    }

    [Fact]
    public void An_amendment_without_its_revised_notice_is_overdue_the_next_day()
    {
        tender.Amend(new Amendment("The deadline moves.", "An answer came late.", "Extended by a week.", ClosesAt: ATender.Closes.AddDays(7)), ATender.Now.AddDays(1));
        PublicNotice first = new(NoticeKind.Tender, new DateOnly(2026, 11, 23), "r", null);

        Assert.Equal([DutyState.Done, DutyState.Overdue], DutyCalendar.Of(Facts(new DateOnly(2026, 11, 25), null, first)).Where(d => d.Kind == NoticeKind.Tender).Select(d => d.State));
    }

    [Fact]
    public void A_cancelled_tender_owes_the_notice_of_its_end()
    {
        tender.Cancel("The need has changed.", ATender.Now.AddDays(3));

        DutyLine duty = Assert.Single(DutyCalendar.Of(new DutyFacts(tender, [], [], null, new DateOnly(2026, 11, 28))), d => d.Kind == NoticeKind.ProcurementTermination);

        Assert.Equal((DutyState.Overdue, "A11-11"), (duty.State, duty.Words.Rule));
    }

    private DutyLine Line(NoticeKind kind, DateOnly today, Tender? of = null, params PublicNotice[] notices) => Assert.Single(DutyCalendar.Of(Facts(today, of, notices)), d => d.Kind == kind);

    private DutyFacts Facts(DateOnly today, Tender? of = null, params PublicNotice[] notices) =>
        new(of ?? tender, notices, [.. (of ?? tender).Lots.Select(lot => new LotContract(lot, Signed))], new DateOnly(2027, 2, 9), today);

    private static Tender Full()
    {
        Actor by = ATender.Commissioner(Id.New<OrganisationId>());
        Tender full = ATender.Ready(by, "WM-2026-0003");
        full.Describe(ATender.Basics with { Cpv = "72000000", AdditionalCpv = [], Regime = Regime.Full });
        full.Publish(ATender.Now);
        return full;
    }
}
