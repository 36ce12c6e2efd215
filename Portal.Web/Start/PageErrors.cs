using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Web.Start;

/// <summary>Bare status codes and unexpected failures: a page for people, problem+json for machines; never a stack trace.</summary>
public static class PageErrors
{
    private static readonly string[] MachinePaths = ["/api", "/ocds", "/log", "/connect", "/openapi", "/.well-known", "/health", "/metrics"];

    public static bool IsForMachines(PathString path) => Array.Exists(MachinePaths, p => path.StartsWithSegments(p, StringComparison.OrdinalIgnoreCase));

    public static void UsePageErrors(this IApplicationBuilder app)
    {
        app.UseWhen(c => IsForMachines(c.Request.Path), machines =>
        {
            machines.UseExceptionHandler();
            machines.UseStatusCodePages();
        });
        app.UseWhen(c => !IsForMachines(c.Request.Path), people =>
        {
            people.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", CreateScopeForErrors = true });
            people.UseStatusCodePagesWithReExecute("/error/{0}");
        });
    }
}
