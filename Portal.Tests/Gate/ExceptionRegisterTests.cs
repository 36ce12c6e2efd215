using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Gate.Registers;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.Gate;

/// <summary>The register of exceptions: counted for the public with small counts left out, line by line for those concerned.</summary>
public sealed class ExceptionRegisterTests : IAsyncLifetime
{
    private readonly GateMarket market = new();

    public ValueTask InitializeAsync() => market.InitializeAsync();

    public ValueTask DisposeAsync() => market.DisposeAsync();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    public void Counts_from_one_to_four_are_not_told(int count, int? shown) => Assert.Equal(shown, ExceptionRegister.Shown(count));

    [Fact]
    public void A_quarter_knows_its_days_and_the_one_before()
    {
        Assert.Equal(new Quarter(2026, 4), Quarter.Of(new DateOnly(2026, 11, 23)));
        Assert.Equal((new DateOnly(2027, 1, 1), new DateOnly(2027, 3, 31)), (new Quarter(2027, 1).First, new Quarter(2027, 1).Last));
        Assert.Equal("2026-Q4", new Quarter(2027, 1).Before().ToString());
    }

    [Fact]
    public async Task The_public_sees_finished_quarters_by_co_operative_without_child_or_home()
    {
        Actor warwickshire = await market.App.Someone(market.Warwickshire, Role.PlacementOfficer);
        Actor hartlepool = await market.App.Someone(market.Hartlepool, Role.PlacementOfficer);
        for (int child = 0; child < 5; child++)
        {
            await Emergency(warwickshire, $"C-4{child}");
        }

        GateDecision once = await Emergency(hartlepool, "C-77");
        await market.App.Do((AskAgain again) => again.Execute(hartlepool, once.Id, new AddedFacts("C-78", null, null, null), default));
        market.App.Clock.MoveTo(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));
        HttpClient anybody = market.App.Public();

        string csv = await anybody.GetStringAsync(new Uri("/gate/exceptions/csv?quarter=2026-Q4", UriKind.Relative));
        string page = PostForms.Words(await anybody.Page("/gate/exceptions"));

        Assert.Contains("2026-Q4,West midlands,Emergency,5\r\n", csv);
        Assert.Contains("2026-Q4,North east,Emergency,1 to 4\r\n", csv);
        Assert.Contains("2026-Q4,North east,No offer,0\r\n", csv);
        Assert.DoesNotContain("C-4", csv + page);
        Assert.DoesNotContain(GateMarket.Urn, csv + page);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri("/gate/exceptions?quarter=2027-Q1", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(new Uri("/gate/exceptions?quarter=never", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_internal_register_shows_an_authority_its_own_lines_and_the_co_operative_its_members()
    {
        await Emergency(await market.App.Someone(market.Warwickshire, Role.PlacementOfficer), "C-4711");
        await Emergency(await market.App.Someone(market.Hartlepool, Role.PlacementOfficer), "C-4712");

        string own = await (await market.App.SignedInAs(Role.Finance, market.Warwickshire)).Page("/gate/exceptions/internal");
        string members = await (await market.App.SignedInAs(Role.RccCommissioner, market.Cooperative)).Page("/gate/exceptions/internal");
        HttpClient provider = await market.App.SignedInAs(Role.ProviderBidder, market.Provider);

        Assert.Contains("C-4711", own);
        Assert.DoesNotContain("C-4712", own);
        Assert.Contains("C-4711", members);
        Assert.DoesNotContain("C-4712", members);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri("/gate/exceptions/internal", UriKind.Relative))).StatusCode);
    }

    private Task<GateDecision> Emergency(Actor officer, string child) => market.App.Do((RecordDecision record) => record.Execute(
        officer, new AskedOption { ChildReference = child, ChildAge = 14, ServiceType = "residential", Urgency = Urgency.OutOfHours, HomeUrn = GateMarket.Urn, Price = new Money(7200m), Declaration = "The only bed." }, null, default));
}
