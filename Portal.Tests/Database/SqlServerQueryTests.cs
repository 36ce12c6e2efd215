using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;

namespace Portal.Tests.Database;

/// <summary>Runs after everything else, when the ledger holds the queries of the whole run.</summary>
[CollectionDefinition(nameof(AfterEverything), DisableParallelization = true)]
public sealed class AfterEverything;

/// <summary>Every query that the tests made on SQLite is asked again of SQL Server's generator, and its T-SQL parsed.</summary>
[Collection(nameof(AfterEverything))]
public sealed class SqlServerQueryTests
{
    private const decimal Wanted = 90m;

    [Fact]
    public async Task At_least_nine_in_ten_queries_become_T_SQL_that_parses()
    {
        await VisitPages();
        List<(string Asker, string? Failure)> results = [.. QueryLedger.Run.Asked.Select(Judge)];
        decimal share = 100m * results.Count(r => r.Failure is null) / results.Count;
        string report = Report(results, share);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "sql-server-queries.txt"), report, TestContext.Current.CancellationToken);

        Assert.True(results.Count > 30, $"Only {results.Count} queries were seen.");
        Assert.True(share >= Wanted, report);
    }

    [Fact]
    public void A_query_that_is_not_T_SQL_is_found_out() => Assert.NotEmpty(Tsql.Errors("SELECT * FROM People LIMIT 5"));

    private static (string Asker, string? Failure) Judge(AskedQuery query)
    {
        using var twin = new SqlServerTwin();
        try
        {
            IReadOnlyList<string> sent = twin.Ask(query.Expression);
            string[] errors = [.. sent.SelectMany(Tsql.Errors)];
            return (query.Asker, sent.Count == 0 ? "nothing was sent" : errors.Length == 0 ? null : errors[0]);
        }
        catch (Exception failure)
        {
            return (query.Asker, (failure.InnerException ?? failure).Message.Split('\n')[0]);
        }
    }

    private static string Report(List<(string Asker, string? Failure)> results, decimal share) => string.Join(
        '\n',
        results.Where(r => r.Failure is not null).Select(r => $"{r.Asker}: {r.Failure}").Distinct().Order(StringComparer.Ordinal)
            .Prepend(string.Create(CultureInfo.InvariantCulture, $"{results.Count(r => r.Failure is null)} of {results.Count} queries ({share:0.0} %) became T-SQL that parses. The others, by asker:")));

    // So that the test says something even when it runs alone.
    private static async Task VisitPages()
    {
        await using PortalApp app = new();
        HttpClient[] visitors = [await app.SignedInAs(Role.Administrator), await app.SignedInAs(Role.Commissioner), await app.SignedInAs(Role.PlacementOfficer), await app.SignedInAs(Role.Finance), await app.SignedInAs(Role.ProviderBidder)];
        IEnumerable<string> pages = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null && e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && e.RoutePattern.Parameters.Count == 0)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'));
        foreach (string page in pages.Distinct())
        {
            foreach (HttpClient visitor in visitors)
            {
                using HttpResponseMessage answer = await visitor.GetAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);
                Assert.NotEqual(HttpStatusCode.InternalServerError, answer.StatusCode);
            }
        }
    }
}
