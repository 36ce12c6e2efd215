using Microsoft.AspNetCore.Authentication.Cookies;
using Portal.Web.Furniture;

namespace Portal.Web.Start;

/// <summary>Signing in: the cookie, and who the actor is for this request.</summary>
public static class AccountsStart
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/error/403";
            options.Cookie.Name = "portal";
        });
        services.AddScoped<CurrentActor>();
    }

    /// <summary>Reads the actor from the database once per request, so that a change of role takes effect at once.</summary>
    public static void UseCurrentActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await context.RequestServices.GetRequiredService<CurrentActor>().Load(context.User);
        await next(context);
    });
}
