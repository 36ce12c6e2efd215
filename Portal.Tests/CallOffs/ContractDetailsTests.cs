using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.CallOffs;
using Portal.Domain.Kernel;
using Portal.Domain.Law;
using Portal.Domain.Notices.Ocds;
using Portal.Tests.Fees;
using Portal.Tests.Furniture;
using Portal.Tests.Notices;

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
        await IsAReleasePackage(own, doors, await commissioner.Page("/call-offs/contract-details"));
    }

    // What is handed to the central digital platform, valid by the schema and by the portal's own checks, and without child, home or day (A12-03, s.99).
    private static async Task IsAReleasePackage(PortalApp own, FeeDoors doors, string owed)
    {
        string batch = await own.WithDb(db => db.ContractDetailsDuties.Select(d => d.Batch!).FirstAsync());
        Assert.Contains($"/ocds/contract-details/{batch}", owed, StringComparison.Ordinal);

        string json = await own.Public().GetStringAsync(new Uri($"/ocds/contract-details/{batch}", UriKind.Relative));

        JsonObject release = Assert.Single(JsonNode.Parse(json)!["releases"]!.AsArray())!.AsObject();
        Assert.Empty(JsonSchema.Embedded("release-schema.json").Faults(release));
        Assert.Empty(ProfileCheck.Of(release));
        Assert.Equal(doors.CallOff.Price.Amount * 40, release["contracts"]![0]!["value"]!["amount"]!.GetValue<decimal>());
        Assert.DoesNotContain(doors.Region.Urn, json, StringComparison.Ordinal);
        Assert.DoesNotContain(doors.CallOff.ChildReference + "\"", json, StringComparison.Ordinal);
        Assert.Contains("kind of service withheld", json, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Public().GetAsync(new Uri("/ocds/contract-details/CD-none", UriKind.Relative))).StatusCode);
    }
}
