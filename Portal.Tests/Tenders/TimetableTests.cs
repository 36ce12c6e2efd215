using Portal.Domain.Kernel;
using Portal.Domain.Tenders;
using Portal.Web.Tenders.Interest;

namespace Portal.Tests.Tenders;

/// <summary>The public timetable tells what happened, not what was planned.</summary>
public sealed class TimetableTests
{
    private static readonly Actor By = ATender.Commissioner(Id.New<OrganisationId>());
    private static readonly TimetableFacts Nothing = new(null, null, null);

    [Fact]
    public void A_planned_day_that_has_passed_is_not_done()
    {
        Tender tender = ATender.Published(By);
        DateTimeOffset late = ATender.Closes.AddDays(200);

        IReadOnlyList<TimelinePoint> points = TimelinePoint.Of(tender, Nothing, late);
        Assert.True(points.Single(p => p.What == "Tenders close").Done);
        Assert.DoesNotContain(points, p => p.Done && (p.What.StartsWith("Bids", StringComparison.Ordinal) || p.What.StartsWith("Contract", StringComparison.Ordinal) || p.What.StartsWith("Decision", StringComparison.Ordinal)));
        Assert.DoesNotContain(points, p => p.Struck);
        Assert.Contains(points, p => p.What == "Decision was expected, and is not announced yet");
        Assert.Contains(points, p => p.What == "Contract was to be signed, and is not yet");
        Assert.Contains(TimelinePoint.Of(tender, Nothing, ATender.Now), p => p.What == "Decision expected");
    }

    [Fact]
    public void What_happened_stands_with_its_own_time()
    {
        DateTimeOffset opened = ATender.Closes.AddHours(2).AddMinutes(6);
        IReadOnlyList<TimelinePoint> points = TimelinePoint.Of(ATender.Published(By), new TimetableFacts(opened, opened.AddDays(20), opened.AddDays(40)), opened.AddDays(41));

        TimelinePoint opening = points.Single(p => p.What == "Bids were opened");
        Assert.True(opening.Done);
        Assert.Equal(Domain.Law.LondonTime.ForPeople(opened), opening.When);
        Assert.True(points.Single(p => p.What == "Contract signed").Done);
        Assert.True(points.Single(p => p.What == "Award notice published").Done);
    }

    [Fact]
    public void What_a_cancelled_tender_will_never_come_to_is_struck_out()
    {
        Tender tender = ATender.Published(By);
        tender.Cancel("The need fell away.", ATender.Closes.AddDays(-8));

        IReadOnlyList<TimelinePoint> points = TimelinePoint.Of(tender, Nothing, ATender.Closes.AddDays(-7));
        Assert.True(points.Single(p => p.What == "Tenders close").Struck);
        Assert.True(points.Single(p => p.What.StartsWith("Contract to be signed", StringComparison.Ordinal)).Struck);
        Assert.True(points.Single(p => p.What == "Procurement ended without award").Done);
    }
}
