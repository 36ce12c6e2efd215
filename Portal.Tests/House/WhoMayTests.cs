using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Kernel;
using Portal.Tests.Furniture;
using Portal.Web.Furniture;

namespace Portal.Tests.House;

/// <summary>
/// Every endpoint is walked by every role and by a stranger. Who may is kept as a table that people review, docs/who-may.csv; an endpoint that is not in it fails.
/// To renew the table after a reviewed change: <c>PORTAL_WRITE_TABLES=1 dotnet test Procurement.sln</c>.
/// </summary>
public sealed partial class WhoMayTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly string Table = Path.Combine(SourceTree.Root, "docs", "who-may.csv");

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

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_role_that_the_policy_does_not_name_is_refused_and_nobody_meets_a_failure(Role role)
    {
        using HttpClient person = await app.SignedInAs(role);
        List<string> wrong = [];
        foreach (Door door in Doors())
        {
            HttpStatusCode answer = await Knock(person, door);
            bool outsider = Policies.RolesOf(door.Policy) is { } roles && !roles.Contains(role);
            bool machinesOnly = door.Policy.StartsWith("scope:", StringComparison.Ordinal);
            bool refused = answer is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || IsAntiforgery(door, answer);
            if ((int)answer >= 500 || ((outsider || machinesOnly) && !refused))
            {
                wrong.Add($"{door.Verb} {door.Route}: {(int)answer}");
            }
        }

        Assert.Empty(wrong);
    }

    public static TheoryData<Role> Roles() => [.. Enum.GetValues<Role>()];

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
