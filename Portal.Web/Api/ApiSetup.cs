using Microsoft.AspNetCore.Mvc;
using Portal.Web.Api.Tokens;
using Portal.Web.Start;

namespace Portal.Web.Api;

/// <summary>Puts the API's conventions, tokens, limits and its OpenAPI document into the application.</summary>
public static class ApiSetup
{
    public static void AddPortalApi(this IServiceCollection services, PortalSettings settings, IConfiguration configuration)
    {
        services.Configure<JsonOptions>(json => ApiJson.Configured(json.JsonSerializerOptions));
        services.Configure<ApiBehaviorOptions>(api =>
        {
            api.SuppressModelStateInvalidFilter = true;
            api.SuppressMapClientErrors = true;
        });
        KeyProtection.Add(services, Path.Combine(settings.DataFolder, "keys"), configuration);
        services.AddSingleton<KnownMethods>();
        RateLimits.Add(services, off: !settings.RateLimits);
        TokenSetup.Add(services, Path.Combine(settings.DataFolder, "keys", "tokens"));
        services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer<OpenApiFront>().AddOperationTransformer<OpenApiOperations>().AddOperationTransformer<OpenApiCalls>());
    }

    /// <summary>Before routing: machines get problem+json instead of pages.</summary>
    public static void UsePortalApi(this IApplicationBuilder app) =>
        app.UseWhen(ApiErrors.Covers, api => api.UseMiddleware<ApiErrors>())
            // tus 1.0: a tool behind a proxy that takes no PATCH sends POST and says what it means.
            .UseWhen(c => c.Request.Path.StartsWithSegments("/api/v1/uploads", StringComparison.OrdinalIgnoreCase), uploads => uploads.UseHttpMethodOverride());

    /// <summary>The document of the whole API.</summary>
    public static void MapPortalApi(this IEndpointRouteBuilder endpoints) => endpoints.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
