using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Domain.Organisations;
using Portal.Tests.Furniture;
using Portal.Web.Furniture;

namespace Portal.Tests.House;

/// <summary>
/// Every endpoint is walked by every role, by administrators of a council and of a provider, and by a stranger. Who may is kept as two tables that people review: docs/who-may.csv says each endpoint's policy (an endpoint that is not in it fails), docs/who-may-people.csv whom each policy lets in.
/// To renew the table after a reviewed change: <c>PORTAL_WRITE_TABLES=1 dotnet test Procurement.sln</c>.
/// </summary>
public sealed partial class WhoMayTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string CouncilAdministrator = "council administrator";
    private const string ProviderAdministrator = "provider administrator";

    private static readonly string Table = Path.Combine(SourceTree.Root, "docs", "who-may.csv");
    private static readonly string PeopleTable = Path.Combine(SourceTree.Root, "docs", "who-may-people.csv");
    private static readonly string[] Kinds = [.. Enum.GetNames<Role>(), CouncilAdministrator, ProviderAdministrator];

    [Fact]
    public async Task The_reviewed_table_names_every_endpoint_and_who_may()
    {
        string[] rows = [.. Doors().Select(d => $"{d.Verb},{d.Route},{d.Policy}").Distinct().Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("PORTAL_WRITE_TABLES") == "1")
        {
            await File.WriteAllTextAsync(Table, "verb,route,who\n" + string.Join('\n', rows) + "\n");
        }

        string[] reviewed = [.. (await File.ReadAllLinesAsync(Table)).Skip(1)];

        Assert.Equal(reviewed, rows);
    }

    [Fact]
    public async Task A_stranger_sees_public_pages_only_and_never_a_failure()
    {
        using HttpClient stranger = app.Public();
        List<string> wrong = [];
        foreach (Door door in Doors())
        {
            HttpStatusCode answer = await Knock(stranger, door);
            bool refused = answer is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized;
            if ((int)answer >= 500 || (!door.IsPublic && !refused && !IsAntiforgery(door, answer)))
            {
                wrong.Add($"{door.Verb} {door.Route}: {(int)answer}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>The second table: a column for every kind of person, administrators of providers and of councils included; a row for every policy.</summary>
    [Fact]
    public async Task The_reviewed_table_says_whom_each_policy_lets_in()
    {
        Dictionary<string, Actor> people = [];
        foreach (string kind in Kinds)
        {
            people[kind] = await SomeoneOf(kind);
        }

        string[] rows = [.. Policies.OfRoles.Order(StringComparer.Ordinal).Select(p => $"{p},{string.Join(',', Kinds.Select(k => Policies.LetsIn(p, people[k]) == true ? "yes" : ""))}")];
        if (Environment.GetEnvironmentVariable("PORTAL_WRITE_TABLES") == "1")
        {
            await File.WriteAllTextAsync(PeopleTable, $"policy,{string.Join(',', Kinds)}\n" + string.Join('\n', rows) + "\n");
        }

        string[] reviewed = [.. (await File.ReadAllLinesAsync(PeopleTable)).Skip(1)];

        Assert.Equal(reviewed, rows);
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Whom_the_policy_does_not_let_in_is_refused_and_nobody_meets_a_failure(string kind)
    {
        Actor actor = await SomeoneOf(kind);
        using HttpClient person = await app.SignedInAs(actor);
        List<string> wrong = [];
        foreach (Door door in Doors())
        {
            HttpStatusCode answer = await Knock(person, door);
            bool outsider = door.Policy.Split(" and ").Any(p => Policies.LetsIn(p, actor) == false);
            bool machinesOnly = door.Policy.StartsWith("scope:", StringComparison.Ordinal);
            bool refused = answer is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || IsAntiforgery(door, answer);
            if ((int)answer >= 500 || ((outsider || machinesOnly) && !refused))
            {
                wrong.Add($"{door.Verb} {door.Route}: {(int)answer}");
            }
        }

        Assert.Empty(wrong);
    }

    public static TheoryData<string> People() => [.. Kinds];

    private Task<Actor> SomeoneOf(string kind) => kind switch
    {
        CouncilAdministrator => Someone(app.Organisation("E10000031", OrganisationKind.Authority), Role.Administrator),
        ProviderAdministrator => Someone(app.Organisation("P-100", OrganisationKind.Provider), Role.ProviderBidder, Role.Administrator),
        nameof(Role.ProviderBidder) => Someone(app.Organisation("P-100", OrganisationKind.Provider), Role.ProviderBidder),
        _ => Someone(app.Organisation(), Enum.Parse<Role>(kind)),
    };

    private async Task<Actor> Someone(Task<OrganisationId> at, params Role[] roles) => await app.Someone(await at, roles);

    // A POST without its token is refused before or after the policy is asked; either way nothing is done.
    private static bool IsAntiforgery(Door door, HttpStatusCode answer) => door.Verb != "GET" && answer == HttpStatusCode.BadRequest;

    private static async Task<HttpStatusCode> Knock(HttpClient client, Door door)
    {
        using HttpRequestMessage request = new(new HttpMethod(door.Verb), new Uri(door.Address, UriKind.Relative));
        if (door.Verb is "POST" or "PUT" or "PATCH")
        {
            request.Content = door.IsApi ? new StringContent("{}", Encoding.UTF8, "application/json") : new FormUrlEncodedContent([]);
        }

        using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    private IEnumerable<Door> Doors() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.RoutePattern.RawText is not null and not "{**path}"
        from verb in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select new Door(verb, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), PolicyOf(endpoint), endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.IsDefined(typeof(ApiControllerAttribute), true) ?? false);

    private static string PolicyOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return "public";
        }

        IAuthorizeData[] asked = [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()];
        return asked.Length == 0 ? "signed in (fallback)" : string.Join(" and ", asked.Select(a => a.Policy ?? "SignedIn").Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\{\*{0,2}([^}:=?]+)([^}]*)\}")]
    private static partial Regex Parameter();

    private sealed record Door(string Verb, string Route, string Policy, bool IsApi)
    {
        public bool IsPublic => Policy == "public";

        // Ids that fit their shape and name nothing.
        public string Address => Parameter().Replace(Route, m => Sample(m.Groups[1].Value, m.Groups[2].Value));

        private static string Sample(string name, string constraint) => constraint switch
        {
            ":guid" => "01900000-0000-7000-8000-000000000000",
            ":int" or ":long" => "7",
            _ when constraint.StartsWith(":regex(^", StringComparison.Ordinal) => constraint[8..^1] + "none",
            _ => name.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? "01900000-0000-7000-8000-000000000000" : "no-such-thing",
        };
    }
}
