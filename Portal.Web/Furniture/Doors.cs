using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Portal.Domain.Kernel;

namespace Portal.Web.Furniture;

/// <summary>Which roles the door behind an address lets in, so that no page offers a link that refuses its own reader.</summary>
public sealed class Doors(EndpointDataSource endpoints)
{
    private readonly Lazy<ILookup<string, Door>> doors = new(() => endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsRead).Select(Door.Of).ToLookup(d => d.First, StringComparer.OrdinalIgnoreCase));

    /// <summary>False only where the address is one of the portal's own pages and its policies name roles of which the reader holds none. The public is asked to sign in instead.</summary>
    public static bool Open(HttpContext http, string? href)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.RequestServices.GetRequiredService<CurrentActor>().Known is not { } reader || http.RequestServices.GetRequiredService<Doors>().Admit(reader, href);
    }

    /// <summary>Whether the reader's roles open the door that this address leads to.</summary>
    public bool Admit(Actor reader, string? href)
    {
        ArgumentNullException.ThrowIfNull(reader);
        // Whoever holds no role yet is told why by the page itself.
        if (reader.Roles.Count == 0 || href is not ['/', ..] || href.StartsWith("//", StringComparison.Ordinal))
        {
            return true;
        }

        string path = href.Split('?', '#')[0];
        string first = path.Split('/')[1];
        Door? nearest = doors.Value[first].Concat(doors.Value[""]).Where(d => d.Leads(path)).MinBy(d => d.Precedence);
        return nearest is null || nearest.Policies.All(p => Furniture.Policies.LetsIn(p, reader) != false);
    }

    private static bool IsRead(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains(HttpMethods.Get);

    private sealed record Door(string First, decimal Precedence, TemplateMatcher Matcher, IReadOnlyList<string> Policies)
    {
        public static Door Of(RouteEndpoint endpoint)
        {
            RoutePattern pattern = endpoint.RoutePattern;
            string first = pattern.PathSegments is [{ Parts: [RoutePatternLiteralPart literal] }, ..] ? literal.Content : "";
            bool free = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            string[] policies = free ? [] : [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>()];
            return new Door(first, pattern.InboundPrecedence, new TemplateMatcher(new RouteTemplate(pattern), new RouteValueDictionary()), policies);
        }

        public bool Leads(string path) => Matcher.TryMatch(path, new RouteValueDictionary());
    }
}
