using Microsoft.AspNetCore.Routing.Template;

namespace Portal.Web.Api;

/// <summary>Which methods an API address takes, so that a known address asked in another way is 405 with Allow and not 404: the fallback for unknown addresses would hide it.</summary>
public sealed class KnownMethods(EndpointDataSource endpoints)
{
    private readonly Lazy<(TemplateMatcher Matcher, IReadOnlyList<string> Methods)[]> known = new(() =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is not null && endpoint.RoutePattern.RawText is not null)
            .Select(endpoint => (
                new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!.TrimStart('/')), []),
                endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)),
    ]);

    /// <summary>The methods taken at the path; none for an address that does not exist.</summary>
    public IReadOnlyList<string> At(PathString path) =>
        [.. known.Value.Where(entry => entry.Matcher.TryMatch(path, [])).SelectMany(entry => entry.Methods).Distinct().Order(StringComparer.Ordinal)];
}
