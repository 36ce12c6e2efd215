using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portal.Web.Api;

/// <summary>The front page of the OpenAPI document: what the interface is for and how one gets a token.</summary>
public sealed class OpenApiFront : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Procurement portal for children's social care",
            Version = "v1",
            Description = "Public calculators, the provider API, the case-system API and open data. Errors are application/problem+json. The page /developers explains tokens.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["clientCredentials"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Flows = new OpenApiOAuthFlows
            {
                ClientCredentials = new OpenApiOAuthFlow
                {
                    TokenUrl = new Uri("/connect/token", UriKind.Relative),
                    Scopes = Domain.Organisations.ApiScope.All.ToDictionary(scope => scope, scope => $"Scope {scope}"),
                },
            },
        };
        return Task.CompletedTask;
    }
}
