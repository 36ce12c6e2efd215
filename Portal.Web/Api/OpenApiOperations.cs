using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Portal.Web.Api;

/// <summary>Says of every operation what is true of all: JSON and nothing else, problem+json when refused, and the scope that opens it.</summary>
public sealed class OpenApiOperations : IOpenApiOperationTransformer
{
    private static readonly string[] NeverAnswered = ["text/plain", "text/json"];

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        foreach (IOpenApiResponse response in operation.Responses.Values)
        {
            foreach (string type in NeverAnswered)
            {
                response.Content?.Remove(type);
            }
        }

        operation.Responses.TryAdd("default", new OpenApiResponse
        {
            Description = "Refused: type, title, status and detail; errors by field (422) or reasons (409).",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new OpenApiMediaType() },
        });
        string? policy = context.Description.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().Select(data => data.Policy).FirstOrDefault(name => name?.StartsWith("scope:", StringComparison.Ordinal) == true);
        if (policy is not null && context.Document is { } document)
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("clientCredentials", document)] = [policy["scope:".Length..]] }];
        }

        return Task.CompletedTask;
    }
}
