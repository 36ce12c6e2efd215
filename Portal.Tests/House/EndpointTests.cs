using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Portal.Web.Furniture;

namespace Portal.Tests.House;

/// <summary>Every action says who may, and no page's POST goes without an antiforgery token.</summary>
public sealed class EndpointTests
{
    private static readonly MethodInfo[] Actions =
    [
        .. typeof(Program).Assembly.GetTypes()
            .Where(t => typeof(ControllerBase).IsAssignableFrom(t) && !t.IsAbstract)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => !m.IsSpecialName && !m.IsDefined(typeof(NonActionAttribute))),
    ];

    [Fact]
    public void Every_action_names_a_policy_or_says_that_it_is_public()
    {
        string[] wrong = [.. Actions.Where(a => !IsPublic(a) && PoliciesOf(a).Length == 0).Select(Name)];

        Assert.NotEmpty(Actions);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_named_policy_exists()
    {
        HashSet<string> known = [.. typeof(Policies).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];
        string[] wrong = [.. Actions.SelectMany(a => PoliciesOf(a).Where(p => !known.Contains(p) && !p.StartsWith("scope:", StringComparison.Ordinal)).Select(p => $"{Name(a)}: {p}"))];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_action_has_a_verb_and_a_route()
    {
        string[] wrong = [.. Actions.Where(a => !a.GetCustomAttributes().OfType<IActionHttpMethodProvider>().Any() && !a.IsDefined(typeof(RouteAttribute)) && !a.DeclaringType!.IsDefined(typeof(RouteAttribute))).Select(Name)];

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_page_lets_a_post_through_without_an_antiforgery_token()
    {
        // The error page is re-executed for whatever failed and changes nothing.
        string[] wrong = [.. Actions.Where(a => !IsApi(a) && a.DeclaringType != typeof(ErrorController) && (a.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute)) || a.DeclaringType!.IsDefined(typeof(IgnoreAntiforgeryTokenAttribute)))).Select(Name)];

        Assert.Empty(wrong);
    }

    private static bool IsApi(MethodInfo action) => action.DeclaringType!.IsDefined(typeof(ApiControllerAttribute), inherit: true);

    private static bool IsPublic(MethodInfo action) => action.IsDefined(typeof(AllowAnonymousAttribute)) || (PoliciesOf(action).Length == 0 && action.DeclaringType!.IsDefined(typeof(AllowAnonymousAttribute)));

    private static string[] PoliciesOf(MethodInfo action) =>
        [.. action.GetCustomAttributes<AuthorizeAttribute>().Concat(action.DeclaringType!.GetCustomAttributes<AuthorizeAttribute>(inherit: true)).Select(a => a.Policy).OfType<string>()];

    private static string Name(MethodInfo action) => $"{action.DeclaringType!.Name}.{action.Name}";
}
