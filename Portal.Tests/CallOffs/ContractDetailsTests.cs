using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Tests.Fees;
using Portal.Tests.Furniture;

namespace Portal.Tests.CallOffs;

/// <summary>The duty to publish contract details of placements of £30,000 or more (s.87(3)), in bulk and without child or home.</summary>
public sealed class ContractDetailsTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly Threshold LightTouch = Threshold.On(new DateOnly(2026, 11, 23), AuthorityKind.SubCentral, PurchaseKind.LightTouch);

    [Theory]
    [InlineData(6100, 4.0, false, null)]
    [InlineData(6000, 5.0, true, null)]
    [InlineData(6100, 40.0, true, null)]
    [InlineData(6100, 120.0, true, "2027-03-22")]
    [InlineData(6100, null, true, "2027-03-22")]
    public async Task A_duty_is_raised_from_30000_pounds_and_dated_from_the_threshold(int price, double? weeks, bool raised, string? lastDay)
    {
        FeeDoors doors = await FeeDoors.Open(app, price, (decimal?)weeks, asked: false);

        ContractDetailsDuty? duty = ContractDetailsDuty.Of(doors.CallOff, LightTouch);

        Assert.Equal(raised, duty is not null);
        Assert.Equal(lastDay, duty?.LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(raised, await app.WithDb(db => db.ContractDetailsDuties.AnyAsync(d => d.CallOffRef == doors.CallOff.Ref)));
    }

    [Fact]
    public async Task What_is_owed_is_published_in_one_batch_and_anybody_reads_it_without_child_or_home()
    {
        // A region of its own: five alike are shown with their service.
        await using PortalApp own = new();
        FeeDoors doors = await FeeDoors.Open(own, asked: false);
        HttpClient commissioner = await doors.As(Role.Commissioner);
        HttpClient officer = await doors.As(Role.PlacementOfficer);
        Assert.Contains(doors.CallOff.Ref, await commissioner.Page("/call-offs/contract-details"));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostForm("/call-offs/contract-details")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await commissioner.PostForm("/call-offs/contract-details")).StatusCode);

        string csv = await own.Public().GetStringAsync(new Uri("/contract-details/csv", UriKind.Relative));
        string page = await own.Public().Page("/contract-details");
        Assert.Contains(doors.CallOff.Ref, csv);
        Assert.Contains(doors.CallOff.Ref, page);
        Assert.Contains("withheld", csv);
        Assert.Contains("Withheld: fewer than five", page);
        Assert.DoesNotContain(doors.Region.Urn, csv + page);
        Assert.DoesNotContain(doors.CallOff.ChildReference + ",", csv);
        Assert.Equal(HttpStatusCode.Conflict, (await commissioner.PostForm("/call-offs/contract-details")).StatusCode);
    }
}
