using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Gate;
using Portal.Domain.Gate.Asking;
using Portal.Domain.Gate.Recording;
using Portal.Domain.Insight;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Fees;
using Portal.Tests.Furniture;

namespace Portal.Tests.Insight;

public sealed class InsightPagesTests
{
    private static readonly DateOnly From = new(2026, 11, 1);
    private static readonly DateOnly To = new(2026, 11, 30);

    [Fact]
    public async Task The_dashboard_counts_what_was_bought_off_framework_overridden_and_not_covered()
    {
        await using PortalApp app = new();
        FeeDoors on = await FeeDoors.Open(app);
        await FeeDoors.Open(app, price: 8_000m, weeks: 10m);
        Actor officer = on.Officer;
        await Ask(app, officer, "residential", on.Region.Urn, 7_000m, exception: "Sibling lives there");
        await Ask(app, officer, "fostering", null, 900m);

        AuthorityFigures figures = (await Figures(app, on.Region.Cooperative)).Single(f => f.CallOffs > 0);

        Assert.Equal((2, 1, (decimal?)50m), (figures.CallOffs, figures.OffFramework, figures.OffFrameworkRate));
        Assert.Equal((50m, 10m), (figures.Weeks, figures.OffFrameworkWeeks));
        Assert.Equal((new Money(324_000m), new Money(80_000m)), (figures.Value, figures.OffFrameworkValue));
        Assert.Equal((4, 1, (decimal?)25m, 1, 1), (figures.Decisions, figures.Overrides, figures.OverrideRate, figures.Gaps, figures.Emergencies));
        string words = PostForms.Words(await (await on.Region.As(Role.RccCommissioner, on.Region.Cooperative)).Page("/insight"));
        Assert.Contains("50.0 % of 2 call-offs were off framework", words, StringComparison.Ordinal);
        Assert.Contains("Fostering 1 1", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_decision_of_the_same_need_is_not_counted_twice()
    {
        await using PortalApp app = new();
        FeeDoors doors = await FeeDoors.Open(app, asked: false);
        GateDecision decision = await Ask(app, doors.Officer, "fostering", null, 900m);
        await app.With(async services =>
        {
            var decide = (DecideOption)services.GetService(typeof(DecideOption))!;
            var db = (PortalDb)services.GetService(typeof(PortalDb))!;
            GateDecision previous = await db.GateDecisions.SingleAsync(d => d.Id == decision.Id);
            await decide.Execute(GateRequester.Of(doors.Officer), previous.Asserted, previous, DecisionOccasion.NewFacts, [], CancellationToken.None);
            await db.Save(doors.Officer);
        });

        Assert.Equal(1, (await Figures(app, doors.Region.Cooperative)).Sum(f => f.Gaps));
    }

    [Fact]
    public async Task A_region_sees_its_own_authorities_the_nation_all_and_an_authority_itself()
    {
        await using PortalApp app = new();
        FeeDoors doors = await FeeDoors.Open(app);
        OrganisationId ncc = await app.Organisation("ncc", OrganisationKind.NationalCooperative);

        Assert.DoesNotContain(await Figures(app, doors.Region.Cooperative), f => f.Authority == doors.Region.Stranger);
        Assert.Equal([doors.Region.Lead], (await Figures(app, doors.Region.Lead)).Select(f => f.Authority));
        AuthorityFigures[] national = [.. await Figures(app, ncc)];
        Assert.Contains(national, f => f.Authority == doors.Region.Stranger);
        Assert.Contains("every region", await (await doors.Region.As(Role.NccAnalyst, ncc)).Page("/insight"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_taken_away_as_csv_and_are_not_for_providers()
    {
        await using PortalApp app = new();
        FeeDoors doors = await FeeDoors.Open(app);
        HttpClient region = await doors.Region.As(Role.RccCommissioner, doors.Region.Cooperative);

        string csv = await region.GetStringAsync(new Uri("/insight/authorities.csv?from=2026-11-01&to=2026-11-30", UriKind.Relative));

        Assert.Contains(",1,0,0", csv, StringComparison.Ordinal);
        Assert.StartsWith("authority,region,callOffs", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await region.GetAsync(new Uri("/insight/gaps.csv", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await region.GetAsync(new Uri("/insight/prices.csv", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await region.GetAsync(new Uri("/insight?from=2026-12-01&to=2026-11-30", UriKind.Relative))).StatusCode);
        HttpClient provider = await doors.Region.As(Role.ProviderBidder, doors.Region.Provider);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri("/insight", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await provider.GetAsync(new Uri("/insight/authorities.csv", UriKind.Relative))).StatusCode);
    }

    private static Task<IReadOnlyList<AuthorityFigures>> Figures(PortalApp app, OrganisationId organisation) => app.WithDb(async db =>
    {
        Actor analyst = new(default, "Analyst", organisation, "", new HashSet<Role>());
        return await db.AuthorityFigures(await InsightScope.Of(db, analyst, From, To, CancellationToken.None), CancellationToken.None);
    });

    private static Task<GateDecision> Ask(PortalApp app, Actor officer, string serviceType, string? urn, decimal price, string? exception = null) =>
        app.Do((RecordDecision record) => record.Execute(
            officer,
            new AskedOption
            {
                ChildReference = $"C-{Guid.NewGuid():N}",
                ChildAge = 14,
                ServiceType = serviceType,
                Urgency = Urgency.Planned,
                NeededBy = PortalApp.Start.AddDays(30),
                KnownSince = PortalApp.Start,
                HomeUrn = urn,
                Price = new Money(price),
                Weeks = 20m,
                Distance = Distance.Own,
                ExceptionReason = exception,
            },
            null,
            CancellationToken.None));
}
