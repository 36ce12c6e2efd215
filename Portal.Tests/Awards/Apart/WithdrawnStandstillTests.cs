using Portal.Domain.Awards;
using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Tests.Furniture;
using Portal.Tests.House;
using Portal.Tests.Tenders;
using Portal.Web.Tenders.Interest;
using static Portal.Tests.Awards.Apart.LotsApartTests;
using static Portal.Tests.Awards.CalendarRead;

namespace Portal.Tests.Awards.Apart;

/// <summary>A standstill that no longer runs is taken back in every calendar that took it, not merely left out (RFC 5545).</summary>
public sealed class WithdrawnStandstillTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly OrganisationId Winner = Id.New<OrganisationId>();

    [Theory]
    [Rule("A10-07")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lots_that_end_and_a_procurement_that_ends_take_their_standstill_back(bool everything)
    {
        Tender tender = Deciding("1", "2");
        tender.AwardApart(["1"], 1, Day);
        Award early = Announced(tender, 1, "1", Winner);
        Assert.Empty(await Withdrawn(tender, early));
        string before = Text(tender, AwardStandstill.Of(tender, [early]));

        if (everything)
        {
            tender.Cancel("No money.", Day.AddDays(1));
        }
        else
        {
            tender.EndLot("1", "Not needed any more.", 0, Day.AddDays(1));
        }

        AwardStandstill withdrawn = Assert.Single(await Withdrawn(tender, early));
        Assert.Equal((true, "Standstill of lot 1", new DateOnly(2027, 1, 25), new DateOnly(2027, 2, 3)), (withdrawn.Withdrawn, withdrawn.InWords, withdrawn.FirstDay, withdrawn.LastDay));
        string after = Text(tender, [withdrawn]);
        Follows(Event(after, "standstill-1"), Event(before, "standstill-1"), "CANCELLED");
        Follows(Event(after, "standstill-1-over"), Event(before, "standstill-1-over"), "CANCELLED");
        Follows(Event(after, "decision"), Event(before, "decision"), everything ? "CANCELLED" : "CONFIRMED");
        Assert.Contains("DTSTAMP:20270126T100000Z\r\n", Event(after, "standstill-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_award_re_opened_before_any_standstill_has_nothing_to_take_back()
    {
        Tender tender = Deciding("1", "2");
        tender.AwardApart(["1"], 1, Day);
        Award early = Announced(tender, 1, "1", Winner);
        early.Reopen(tender, Winner, true, "It wrote that it gives up its tender.", ATender.Commissioner(tender.Buyer), Day);

        Assert.Empty(await Withdrawn(tender, early)); // The log of this database knows of none.
    }

    [Fact]
    [Rule("A5-01")]
    public void A_deadline_that_moves_replaces_the_one_that_a_calendar_took()
    {
        Tender tender = ATender.Published(ATender.Commissioner(Id.New<OrganisationId>()));
        string before = Text(tender, []);
        tender.Amend(new Amendment("More time for everybody", "The specification was unclear about night staff.", "Yes, a week more for everybody.", null, ATender.Closes.AddDays(7)) { MoreTime = true }, ATender.Now.AddDays(1));
        string after = Text(tender, []);

        Follows(Event(after, "closes"), Event(before, "closes"), "CONFIRMED");
        Assert.Contains("DTSTART:20270118T120000Z\r\n", Event(after, "closes"), StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<AwardStandstill>> Withdrawn(Tender tender, Award award) => app.WithDb(db => db.WithdrawnStandstills(tender, [award], TestContext.Current.CancellationToken));

    private static string Text(Tender tender, IReadOnlyList<AwardStandstill> standstills) => Unfolded(CalendarText.Of(tender, "https://example.org/", standstills));
}
