using Portal.Domain.Kernel;
using Portal.Domain.Notices;
using Portal.Domain.Notices.Duties;
using Portal.Domain.Tenders;
using Portal.Tests.House;

namespace Portal.Tests.Tenders;

/// <summary>One lot ends alone, by the tender's own rules.</summary>
public sealed class EndingLotsTests
{
    private static readonly Actor By = ATender.Commissioner(Id.New<OrganisationId>());

    [Fact]
    [Rule("A11-11")]
    public void A_lot_ends_alone_with_its_reason_and_the_others_go_on()
    {
        Tender tender = ATender.Published(By, lots: ["1", "2"]);
        string? frozen = tender.MethodologySha256;
        tender.EndLot("2", "No home of this kind is needed any more.", 0, ATender.Now.AddDays(1));

        Assert.Equal(["1"], tender.LotsGoingOn.Select(l => l.Number));
        Assert.Equal(TenderStage.Open, tender.Stage);
        Assert.Equal(frozen, Methodology.Sha256(tender));
        LotEnding ended = tender.LotNumbered("2").Ended!;
        Assert.Equal(("No home of this kind is needed any more.", TenderStage.Open), (ended.Reason, ended.Stage));
        Happening happened = Assert.Single(tender.Happenings, h => h.Action == "tender.lotEnded");
        Assert.Equal($"tender/{tender.Ref}/lot/2", happened.Subject);
    }

    [Fact]
    public void A_draft_the_last_lot_an_ended_lot_and_a_signed_tender_end_otherwise()
    {
        Assert.Equal("NOT_PUBLISHED", CodeOf(ATender.Ready(By, lots: ["1", "2"]), "1"));
        Tender tender = ATender.Published(By, lots: ["1", "2"]);
        tender.EndLot("2", "Not needed.", 0, ATender.Now);
        Assert.Equal("LOT_ENDED", CodeOf(tender, "2"));
        Assert.Equal("LAST_LOT", CodeOf(tender, "1"));
        Assert.Equal("MISSING", Assert.Throws<RuleBroken>(() => ATender.Published(By, lots: ["1", "2"]).EndLot("1", " ", 0, ATender.Now)).Reasons[0].Code);
    }

    [Fact]
    [Rule("A11-11")]
    public void Each_ended_lot_owes_a_termination_notice_of_its_own_and_the_rest_another()
    {
        Tender tender = ATender.Published(By, lots: ["1", "2", "3"]);
        tender.EndLot("3", "Not needed.", 0, ATender.Now.AddDays(1));
        tender.EndLot("1", "No money.", 0, ATender.Now.AddDays(2));
        tender.Cancel("Nothing left to buy.", ATender.Now.AddDays(3));
        DutyLine[] duties = [.. DutyCalendar.Of(new DutyFacts(tender, [new PublicNotice(NoticeKind.ProcurementTermination, new DateOnly(2026, 11, 24), "r-2", null)], [], null, new DateOnly(2026, 11, 28))).Where(d => d.Kind == NoticeKind.ProcurementTermination)];
        Assert.Equal([("Lot 3", DutyState.Done), ("Lot 1", DutyState.Overdue), ("", DutyState.Overdue)], duties.Select(d => (d.Subject, d.State)));
    }

    private static string CodeOf(Tender tender, string lot) => Assert.Single(tender.WhatBlocksEnding(tender.LotNumbered(lot))).Code;
}
