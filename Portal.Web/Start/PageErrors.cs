using Portal.Web.Api;

namespace Portal.Web.Start;

/// <summary>Bare status codes and unexpected failures end on a page in plain words; never a stack trace.</summary>
public static class PageErrors
{
    /// <summary>Around the addresses of people; the API answers its own errors.</summary>
    public static void UsePageErrors(this IApplicationBuilder app) => app.UseWhen(c => !ApiErrors.Covers(c), people =>
    {
        people.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", CreateScopeForErrors = true });
        people.UseStatusCodePagesWithReExecute("/error/{0}");
    });
}
